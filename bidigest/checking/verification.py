"""Whether all quotations stand in the sources, to the character."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bidigest.checking.edition_folder import (
    changed_since,
    damage_as_error,
    edition_of,
    live_root,
    sources_root,
)
from bidigest.checking.original_checks import Findings, check_original, quotation_problems
from bidigest.checking.rendered_pages import page_problems
from bidigest.errors import SourceError
from bidigest.model import Span
from bidigest.reading.sources import ANY_SIZE, SEPARATOR, read_file
from bidigest.rendering import json as digest_json
from bidigest.rendering.json import FILE, Data
from bidigest.rendering.originals import told_place
from bidigest.text.word_boundaries import inside_word, within_word


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found; no problems means that every quotation stands."""

    problems: tuple[str, ...]
    """One line each: file, place, what is wrong."""
    quotations: int
    """How many stretches were compared."""
    notes: tuple[str, ...] = ()
    """What is no fault, but to be known: a file that another version reads otherwise."""


def verify(folder: Path, *, root: Path | None = None) -> Verification:
    """Check an edition's folder, or an output folder with `latest`, against its sources.

    Args:
        folder: the edition or output folder.
        root: folder that the sources' paths are relative to; by default as the edition says.

    Raises:
        DigestError: the folder holds no digest.
    """
    edition = edition_of(folder)
    data = digest_json.load(edition)
    with damage_as_error(edition):
        found = _verified(data, edition, sources_root(edition, data, root))
        live = live_root(edition) if root is None else None
        notes = changed_since(data, live) if live is not None else ()
        return replace(found, notes=(*found.notes, *notes))


def _verified(data: Data, edition: Path, root: Path) -> Verification:
    originals = {
        source["id"]: check_original(source, edition, root)
        for source in data["sources"]
        if "rendition" in source
    }
    texts, problems = _sources(data, root, originals)
    quoted = list(_quotations(data))
    problems += [line for item in quoted for line in item.problems(texts)]
    problems += _places(data, quoted, originals)
    problems += _statements(data, texts)
    problems += theme_problems(data)
    problems += page_problems(data, edition, texts)
    notes = tuple(note for found in originals.values() for note in found.notes)
    return Verification(tuple(problems), len(quoted), notes)


def _places(
    data: Data, quoted: Sequence[_Quotation], originals: Mapping[str, Findings]
) -> Iterator[str]:
    """Yield problems of quotations with the places that they have in files that are no text."""
    for source in data["sources"]:
        if source["id"] in originals:
            of_source = {
                item.place: Span.of(item) for item in quoted if item.source == source["id"]
            }
            yield from quotation_problems(source, originals[source["id"]], of_source)


def _sources(
    data: Data, root: Path, originals: Mapping[str, Findings]
) -> tuple[dict[str, str], list[str]]:
    """Read the sources: the texts of those that can be read, by id, and all problems."""
    texts: dict[str, str] = {}
    problems: list[str] = []
    for source in data["sources"]:
        found = originals.get(source["id"]) or _text_source(source, root)
        problems += found.problems
        if found.text is not None:
            texts[source["id"]] = found.text
    return texts, problems


def _text_source(source: Data, root: Path) -> Findings:
    """Read a source that is a text itself."""
    path = source["path"]
    try:
        content = _content(root / path)
        text = decoded(content, source["encoding"])
    except SourceError as error:
        return Findings([f"{path}: {error.reason}"])
    except (OSError, UnicodeError, LookupError, ValueError) as error:
        reason = getattr(error, "strerror", None) or f"not in {source['encoding']}"
        return Findings([f"{path}: cannot be read ({reason})"])
    changed = hashlib.sha256(content).hexdigest() != source["sha256"]
    problem = f"{path}: has changed since the digest was made (SHA-256 differs)"
    return Findings([problem] if changed else [], text=text)


def _content(path: Path) -> bytes:
    """Read a source's bytes, be it a file or within one, however large."""
    if SEPARATOR in str(path) and not path.exists():
        return read_file(path, limit=ANY_SIZE)
    return path.read_bytes()


def decoded(content: bytes, encoding: str) -> str:
    """Decode a source in the encoding that its digest names, without a byte order mark."""
    return content.decode(encoding).removeprefix("\ufeff")


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A quotation of the digest, and where it says that it stands."""

    place: str
    """As `P3, citation 2`."""
    source: str
    path: str
    looked_up: str
    """Where people look it up, as `L17`."""
    start: int
    end: int
    quote: str

    def problems(self, texts: dict[str, str]) -> list[str]:
        """Compare the quotation with its source's text; empty where it stands."""
        text = texts.get(self.source)
        if text is None:  # said once, of the source
            return []
        if 0 <= self.start < self.end and text[self.start : self.end] == self.quote:
            return []
        at = f"{self.looked_up} ({self.start}–{self.end})".lstrip()
        return [f"{FILE}: {self.place}: not what stands in {self.path} at {at}"]


def _quotations(data: Data) -> Iterator[_Quotation]:
    paths = {source["id"]: source["path"] for source in data["sources"]}

    def quotation(place: str, item: Data, source: str) -> _Quotation:
        return _Quotation(
            place,
            source=source,
            path=paths.get(source, source),
            looked_up=told_place(item) if "line" in item else "",
            start=item["start"],
            end=item["end"],
            quote=item["quote"],
        )

    for point in data["points"]:
        for number, item in enumerate(point["citations"], 1):
            yield quotation(f"{point['id']}, citation {number}", item, item["source"])
        for number, item in enumerate(point["figures"], 1):
            if "quote" in item:
                yield quotation(f"{point['id']}, figure {number}", item, item["source"])
    for conflict in data["conflicts"]:
        for number, item in enumerate(conflict["readings"], 1):
            place = f"conflict of {conflict['point']}, reading {number}"
            yield quotation(place, item, item["source"])
            for told in ("figure", "words"):
                if "quote" in item.get(told, ()):
                    yield quotation(f"{place}, {told}", item[told], item["source"])


def _statements(data: Data, texts: dict[str, str]) -> Iterator[str]:
    """Yield problems of points whose statement is not the sum of its spans, or without citation."""
    known = {source["id"] for source in data["sources"]}
    for point in data["points"]:
        place = f"{FILE}: {point['id']}"
        if not point["citations"]:
            yield f"{place}: cites nothing"
            continue
        first = point["citations"][0]
        unknown = sorted({item["source"] for item in point["citations"]} - known)
        if unknown:
            yield f"{place}: cites {', '.join(unknown)}, which is none of the sources"
        text = texts.get(first["source"])
        spans = point.get("statement_spans", [])
        if text is not None and spans:
            yield from _statement(place, point["statement"], spans, first, text)
            if point["shown"]:
                yield from _cut_words(place, spans, first, text)


def _statement(
    place: str, statement: str, spans: list[Data], first: Data, text: str
) -> Iterator[str]:
    if "".join(text[span["start"] : span["end"]] for span in spans) != statement:
        yield f"{place}: the statement is not what stands at its spans"
    if any(span["start"] < first["start"] or span["end"] > first["end"] for span in spans):
        yield f"{place}: the statement reaches beyond its first citation"


def _cut_words(place: str, spans: list[Data], first: Data, text: str) -> Iterator[str]:
    if any(_in_a_word(text, first, at) for at in (spans[0]["start"], spans[-1]["end"])):
        yield f"{place}: the statement is cut inside a word"


def _in_a_word(text: str, citation: Data, at: int) -> bool:
    """Tell whether a word of the source goes on at `at`; in Chinese, as the citation is cut."""
    start, end = citation["start"], citation["end"]
    if start < at < end:
        return inside_word(text[start:end], at - start)
    return within_word(text[max(0, at - 1) : at + 1])


def theme_problems(data: Data) -> Iterator[str]:
    """Yield what is wrong with the themes of a `digest.json`; nothing where it has none."""
    titles = {
        section["id"]: section["title"]
        for source in data["sources"]
        for section in source["sections"]
    }
    left = {point["id"] for point in data["points"] if point["shown"]}
    for number, theme in enumerate(data.get("themes", ()), 1):
        place = f"{FILE}: theme {number}"
        for point in theme["points"]:
            if point not in left:
                yield f"{place}: {point} is not on the page, or in another theme too"
        left.difference_update(theme["points"])
        if theme["title"] and theme["title"] not in titles.get(theme["section"], ""):
            yield f"{place}: its title is not that of section {theme['section']}"
