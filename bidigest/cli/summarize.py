"""The work of `bidigest summarize`: the sentences of each source that say most of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bidigest.cli.standard_input import NAME, SIGN, read_standard_input
from bidigest.errors import SourceError
from bidigest.model import Document, Sentence
from bidigest.reading import MAXIMUM_BYTES, find_sources, read, read_bytes
from bidigest.reading.located_sources import locate, needs_fetching
from bidigest.reading.source_search import MAXIMUM_SOURCES


@dataclass(frozen=True, slots=True)
class Length:
    """How much of each source is wanted; by default five sentences."""

    sentences: int | None
    characters: int | None


def summarize(sources: Sequence[str], length: Length, *, root: Path | None, as_json: bool) -> bool:
    """Print the best sentences, source by source; return False if a source could not be read.

    Args:
        sources: as typed.
        length: how much of each is wanted.
        root: folder that they are relative to, if one is set.
        as_json: whether to print a line of JSON for each.
    """
    found = list(_documents(sources, root))
    documents = [each for each in found if isinstance(each, Document)]
    errors = [each for each in found if isinstance(each, SourceError)]
    if errors and not documents:
        raise errors[0]
    for error in errors:
        print(f"bidigest: {error}", file=sys.stderr)
    for document in documents:
        picked = _picked(document, length)
        if as_json:
            print(json.dumps(_values(document, picked), ensure_ascii=False))
        else:
            print("\n".join(_lines(document, picked, titled=len(found) > 1)))
    return not errors


def _documents(sources: Sequence[str], root: Path | None) -> Iterator[Document | SourceError]:
    """Yield standard input first, then files by name."""
    if SIGN in sources:
        yield read_bytes(read_standard_input(MAXIMUM_BYTES), NAME)
    named = [source for source in sources if source != SIGN]
    if needs_fetching(named):
        fetched, named = _fetched(named)
        yield from fetched
    if not named:
        return
    located = locate(named, here=Path.cwd(), root=root, most=MAXIMUM_SOURCES)
    yield from (each.error() for each in located.found.unmatched)
    yield from (_read(path, located.root) for path in located.found.paths)


def _read(path: Path, root: Path) -> Document | SourceError:
    try:
        return read(path, root=root)
    except SourceError as error:
        return error


def _fetched(sources: Sequence[str]) -> tuple[list[Document | SourceError], list[str]]:
    """Read the addresses among the sources, keeping nothing; return the other sources with them."""
    from bidigest.fetching import politeness
    from bidigest.fetching.fetched_sources import Fetching, addresses_in, fetch

    addresses, paths = addresses_in(sources, Path.cwd())
    with TemporaryDirectory(prefix="bidigest-") as folder:
        root, visitor = Path(folder), politeness.visitor(MAXIMUM_BYTES)
        found = fetch(addresses, Fetching(root, visitor, editions=False))
        documents: list[Document | SourceError] = [each.error() for each in found.failed]
        for path, fetched in found.files:
            for part in find_sources([str(path)], root=root):
                one = _read(part, root)
                named = replace(one, path=fetched.url) if isinstance(one, Document) else one
                documents.append(named)
    return documents, paths


def _picked(document: Document, length: Length) -> list[Sentence]:
    from bidigest.ranking.extract import pick
    from bidigest.ranking.textrank import summarize as ranked

    return list(pick(document, ranked(document), length.sentences, length.characters))


def _values(document: Document, picked: Sequence[Sentence]) -> dict[str, object]:
    sentences = [
        {"start": s.span.start, "end": s.span.end, "quote": document.quote(s.span)} for s in picked
    ]
    return {"path": document.path, "sentences": sentences}


def _lines(document: Document, picked: Sequence[Sentence], *, titled: bool) -> Iterator[str]:
    from bidigest.text.plain_text import wording

    if titled:
        yield f"== {document.path}"
    yield from (" ".join(wording(document, sentence.span).split()) for sentence in picked)
    if titled:
        yield ""
