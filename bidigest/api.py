"""The library as other programs call it: paths as text or `Path`, today's date, errors of ours.

What is behind it takes neither a clock nor a folder for granted.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from bidigest import pipeline
from bidigest.checking import verification
from bidigest.errors import OptionsError
from bidigest.ingestion import Progress
from bidigest.model import Digest, Document, Skipped, Summary
from bidigest.options import Options
from bidigest.publishing import editions
from bidigest.reading import MAXIMUM_BYTES, source_search
from bidigest.reading import read as read_file
from bidigest.reading import read_bytes as read_content

Place = str | os.PathLike[str]
"""A file's or folder's path."""

Kind = TypeVar("Kind")


def find_sources(
    sources: Place | Sequence[Place],
    *,
    root: Place | None = None,
    most: int = source_search.MAXIMUM_SOURCES,
) -> list[Path]:
    """Find the files meant by files, folders and globs below `root`, each once, by path.

    Args:
        sources: one or several names.
        root: by default the folder that the program runs in.
        most: how many files may be meant.

    Raises:
        SourceError: one names nothing to be read.
    """
    return source_search.find_sources(_sources(sources), root=_root(root), most=most)


def read(path: Place, *, root: Place | None = None, limit: int = MAXIMUM_BYTES) -> Document:
    """Read the document in a file below `root`.

    Args:
        path: the file.
        root: by default the folder that the program runs in.
        limit: how many bytes it may have.

    Raises:
        SourceError: it cannot be read.
    """
    return read_file(_path("path", path), root=_root(root), limit=limit)


def read_bytes(data: bytes, path: str) -> Document:
    """Read the document that these bytes are, under this name.

    Raises:
        SourceError: they cannot be read.
    """
    return read_content(_of("data", data, bytes), _of("path", path, str))


def summarize(document: Document) -> Summary:
    """Rank every sentence of a document by TextRank, in the sentences' own order."""
    from bidigest.ranking import textrank

    return textrank.summarize(_of("document", document, Document))


def similarity(one: str, other: str) -> float:
    """Tell how probably (0 to 1) two texts by themselves make the same claim, in any language."""
    from bidigest.matching import single_texts

    return single_texts.similarity(_of("one", one, str), _of("other", other, str))


def build(
    sources: Place | Sequence[Place],
    options: Options | None = None,
    *,
    root: Place | None = None,
    cache_folder: Place | None = None,
    processes: int = 1,
    on_progress: Callable[[Progress], None] | None = None,
) -> Digest:
    """Read, rank and merge sources; what cannot be read is skipped.

    Args:
        sources: files, folders and globs.
        options: how the digest is made; one without a date is of today.
        root: folder that the sources are relative to; by default where the program runs.
        cache_folder: folder in which readings are kept for the next run; none by default.
        processes: how many may read and compare at a time.
        on_progress: called with how far it has come: its stage, and how many of how many are done.

    Raises:
        SourceError: nothing at all can be read.
    """
    return pipeline.build(
        _sources(sources),
        _dated(options),
        root=_root(root),
        cache_folder=None if cache_folder is None else _path("cache_folder", cache_folder),
        processes=processes,
        on_progress=on_progress,
    )


def merge(
    documents: Sequence[Document],
    summaries: Sequence[Summary],
    options: Options | None = None,
    skipped: Sequence[Skipped] = (),
) -> Digest:
    """Merge documents that were read and ranked, in whatever order they come.

    Args:
        documents: the sources, read.
        summaries: one for each, as `summarize` returns it.
        options: how the digest is made; one without a date is of today.
        skipped: sources that could not be read, which the digest lists.
    """
    each = [_of("documents", document, Document) for document in _many("documents", documents)]
    ranks = [_of("summaries", summary, Summary) for summary in _many("summaries", summaries)]
    if len(each) != len(ranks):
        raise OptionsError(f"summaries: {len(ranks)} for {len(each)} documents; give one for each")
    return pipeline.merge(each, ranks, _dated(options), skipped)


def publish(
    digest: Digest, output: Place, *, root: Place | None = None, keep: int = 10
) -> editions.Edition:
    """Publish an edition, unless `latest` says the same already, and keep only the newest ones.

    Args:
        digest: what is published.
        output: folder of the editions.
        root: folder that the sources' paths are relative to, as in `build`.
        keep: how many editions may stay.

    Raises:
        DigestError: the folder cannot be written.
    """
    folder = _path("output", output)
    return editions.publish(_of("digest", digest, Digest), folder, root=_root(root), keep=keep)


def write(digest: Digest, folder: Place, *, root: Place | None = None) -> None:
    """Write the three files straight into a folder, each whole or not at all.

    Args:
        digest: what is written.
        folder: where to.
        root: folder that the sources' paths are relative to, as in `build`.
    """
    place = _path("folder", folder)
    editions.write(_of("digest", digest, Digest), place, root=_root(root))


def verify(folder: Place, *, root: Place | None = None) -> verification.Verification:
    """Check every quotation of an edition against its sources, to the character.

    Args:
        folder: an edition, or an output folder with `latest`.
        root: folder that the sources' paths are relative to; by default as the edition says.

    Raises:
        DigestError: the folder holds no digest.
    """
    place = None if root is None else _path("root", root)
    return verification.verify(_path("folder", folder), root=place)


def render(digest: Digest, *, links: str) -> dict[str, str]:
    """Render the three files, by name.

    Args:
        digest: what they say.
        links: leads from their folder to the sources' root.
    """
    from bidigest import rendering

    return rendering.render(_of("digest", digest, Digest), links=_of("links", links, str))


def _root(root: Place | None) -> Path:
    return Path.cwd() if root is None else _path("root", root)


def _path(name: str, value: object) -> Path:
    if not isinstance(value, str | os.PathLike):
        raise OptionsError(f"{name}: {_called(value)} is no path; give text or a pathlib.Path")
    return Path(value)


def _sources(sources: object) -> list[str]:
    each = [sources] if isinstance(sources, str | os.PathLike) else _many("sources", sources)
    found = [os.fspath(_path("sources", source)) for source in each]
    if not found:
        raise OptionsError("sources: none given; name a file, a folder or a glob")
    return found


def _dated(options: object) -> Options:
    """Return the options with a date: a digest of today, where none is given."""
    chosen = Options() if options is None else _of("options", options, Options)
    if chosen.date is not None:
        return chosen
    return chosen.model_copy(update={"date": datetime.date.today()})


def _of(name: str, value: Any, kind: type[Kind]) -> Kind:
    if not isinstance(value, kind):
        raise OptionsError(f"{name}: {_called(value)} will not do; give {_article(kind.__name__)}")
    return value


def _many(name: str, value: object) -> Sequence[Any]:
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise OptionsError(f"{name}: {_called(value)} will not do; give a list")
    return value


def _called(value: object) -> str:
    return "None" if value is None else _article(type(value).__name__)


def _article(name: str) -> str:
    return f"{'an' if name[0] in 'aeiouAEIOU' else 'a'} {name}"
