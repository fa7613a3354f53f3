"""A source's text in stretches, so that every cited one can be marked and linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bidigest.identifiers import source_id
from bidigest.model import Document, Span
from bidigest.rendering import statements
from bidigest.rendering.escaping import visible
from bidigest.rendering.page import Page, written_in
from bidigest.rendering.views import Where
from bidigest.text.locations import Locations


@dataclass(frozen=True, slots=True)
class Piece:
    """A few characters of one kind: `heading`, `furniture`, `markup`, or none of these."""

    text: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that the same points cite, or none."""

    anchor: str | None
    """Set where a citation begins."""
    points: tuple[str, ...]
    last: bool
    """Whether a citation ends with it."""
    tag: str | None
    """BCP 47 tag where it is not the document's."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Cited:
    span: Span
    point: str


def anchor(where: Where) -> str:
    """Id of the mark at which a citation begins; citations that begin together share it."""
    return _anchor(where.source, where.span.start)


def target(page: Page, point: str) -> str:
    """Id of the place on the page that shows a point."""
    shown = any(view.id == point for view in page.shown)
    return point if shown else f"conflict-{point}"


def texts(page: Page) -> list[tuple[Stretch, ...]]:
    """The whole text of every source, in order, nothing left out."""
    cited = _cited(page)
    return [
        _stretches(document, index, cited.get(source_id(index), []))
        for index, document in enumerate(page.digest.documents)
    ]


def _stretches(document: Document, index: int, cited: Sequence[_Cited]) -> tuple[Stretch, ...]:
    sections = [section.span.start for section in document.sections]
    ends = {position for item in cited for position in (item.span.start, item.span.end)}
    cuts = _cuts(len(document.text), [*ends, *sections])
    inner = _kinds(document)
    places, result, first, kind = Locations(document), [], 0, 0
    open_now: list[_Cited] = []
    for start, end in pairwise(cuts):
        open_now = [item for item in open_now if item.span.end > start]
        while first < len(cited) and cited[first].span.start <= start:
            open_now.append(cited[first])
            first += 1
        while kind < len(inner) and inner[kind][0].end <= start:
            kind += 1
        # Not a slice: walking to its start would cost as much as the whole text before it.
        rest = map(inner.__getitem__, range(kind, len(inner)))
        result.append(_stretch(places, index, Span(start, end), open_now, rest))
    return tuple(result)


def _cited(page: Page) -> dict[str, list[_Cited]]:
    """What is cited of each source, in order."""
    points = [(view.id, where) for view in page.shown for where in view.citations]
    points += [(item.point.id, row.where) for item in page.conflicts for row in item.readings]
    found: dict[str, list[_Cited]] = {}
    for source, span, name in sorted({(where.source, where.span, name) for name, where in points}):
        found.setdefault(source, []).append(_Cited(span, name))
    return found


def _stretch(
    places: Locations,
    index: int,
    span: Span,
    cited: Sequence[_Cited],
    kinds: Iterable[tuple[Span, str]],
) -> Stretch:
    document = places.document
    tag = statements.tag(*written_in(places, span.start))
    begins = any(item.span.start == span.start for item in cited)
    return Stretch(
        anchor=_anchor(source_id(index), span.start) if begins else None,
        points=tuple(dict.fromkeys(item.point for item in cited)),
        last=any(item.span.end == span.end for item in cited),
        tag=None if tag == statements.tag(document.language, document.script) else tag,
        pieces=tuple(_pieces(document, span, kinds)),
    )


def _pieces(document: Document, span: Span, kinds: Iterable[tuple[Span, str]]) -> Iterable[Piece]:
    position = span.start
    for inner, kind in kinds:
        if inner.start >= span.end:
            break
        start, end = max(position, inner.start), min(inner.end, span.end)
        if position < start:
            yield Piece(visible(document.text[position:start]), None)
        if start < end:
            yield Piece(visible(document.text[start:end]), kind)
        position = max(position, end)
    if position < span.end:
        yield Piece(visible(document.text[position : span.end]), None)


def _kinds(document: Document) -> list[tuple[Span, str]]:
    """What is not running text, in order, without overlap: the one that starts first wins."""
    found = [(item.span, "furniture") for item in document.furniture]
    if document.sections:  # front matter
        found.append((Span(0, document.sections[0].span.start), "furniture"))
    found += [(item.heading, "heading") for item in document.sections if item.heading]
    found += [(span, "markup") for span in document.markup]
    kept: list[tuple[Span, str]] = []
    for span, kind in sorted(found, key=lambda item: (item[0].start, -item[0].end, item[1])):
        start = max(span.start, kept[-1][0].end) if kept else span.start
        if start < span.end:
            kept.append((Span(start, span.end), kind))
    return kept


def _cuts(end: int, positions: Iterable[int]) -> list[int]:
    return sorted({0, end, *(position for position in positions if 0 < position < end)})


def _anchor(source: str, start: int) -> str:
    return f"{source}-{start}"
