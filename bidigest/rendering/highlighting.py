"""A source's text in stretches, so that every cited one can be marked and linked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from bidigest.model import Document, Span
from bidigest.model.digests import section_id, source_id
from bidigest.rendering import script_conversion
from bidigest.rendering.escaping import visible
from bidigest.rendering.page_content import PageContent
from bidigest.rendering.shown_points import ShownPlace, written_in
from bidigest.rendering.source_layout import LayoutUnit, greyed, hidden, units
from bidigest.text.locations import Locations

LARGEST_TEXTS = 1_200_000
"""Bytes of all sources' texts that a page holds whole; of more, it shows the cited passages."""

_BESIDE = 1
"""Paragraphs shown before and after a cited one where not all are."""
_Units = Sequence[LayoutUnit]
_Kinds = Iterable[tuple[Span, str]]


@dataclass(frozen=True, slots=True)
class StyledText:
    """A few characters of one kind: `boilerplate`, `marker`, `hidden`, or none of these."""

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
    pieces: tuple[StyledText, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A unit of the source's layout with its text."""

    kind: str
    """As of `source_layout.LayoutUnit`."""
    level: int
    section: str | None
    """Of a heading, its section's id."""
    reason: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a source, or all of it, without anything left out."""

    span: Span
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """What the page shows of a source's text: one passage where it is whole."""

    passages: tuple[Passage, ...]
    whole: bool
    opens_with_title: bool
    """Whether its title is what it begins with, so that it need not stand above it."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """A span that a point cites."""

    span: Span
    point: str


@dataclass(slots=True)
class _Walk:
    """A document's text from its start to its end, with what is cited and what is set apart."""

    places: Locations
    index: int
    cited: Sequence[_Cited]
    inner: Sequence[tuple[Span, str]]
    cuts: Sequence[int]
    open_now: list[_Cited] = field(default_factory=list)
    opened: int = 0
    kind: int = 0

    def stretches(self, unit: LayoutUnit) -> Iterator[Stretch]:
        """Yield the unit's stretches; units come in the order of the text."""
        first = bisect_right(self.cuts, unit.span.start)
        last = bisect_left(self.cuts, unit.span.end)
        for start, end in pairwise((unit.span.start, *self.cuts[first:last], unit.span.end)):
            self._move(start)
            # Not a slice: walking to its start would cost as much as the whole text before it.
            rest = map(self.inner.__getitem__, range(self.kind, len(self.inner)))
            plain = unit.kind in ("front", "folded", "gap")
            yield self._stretch(Span(start, end), () if plain else rest)

    def _move(self, start: int) -> None:
        while self.opened < len(self.cited) and self.cited[self.opened].span.start <= start:
            self.open_now.append(self.cited[self.opened])
            self.opened += 1
        self.open_now = [item for item in self.open_now if item.span.end > start]
        while self.kind < len(self.inner) and self.inner[self.kind][0].end <= start:
            self.kind += 1

    def _stretch(self, span: Span, kinds: _Kinds) -> Stretch:
        document = self.places.document
        tag = script_conversion.tag(*written_in(self.places, span.start))
        begins = any(item.span.start == span.start for item in self.open_now)
        return Stretch(
            anchor=_anchor(source_id(self.index), span.start) if begins else None,
            points=tuple(dict.fromkeys(item.point for item in self.open_now)),
            last=any(item.span.end == span.end for item in self.open_now),
            tag=None if tag == script_conversion.tag(document.language, document.script) else tag,
            pieces=tuple(_pieces(document, span, kinds)),
        )


def anchor(where: ShownPlace) -> str:
    """Return the id of the mark at which a citation begins; those that begin together share it."""
    return _anchor(where.source, where.span.start)


def target(page: PageContent, point: str) -> str:
    """Return the id of the place on the page that shows a point."""
    shown = any(view.id == point for view in page.shown)
    return point if shown else f"conflict-{point}"


def texts(page: PageContent) -> list[SourceText]:
    """Split the text of every source into stretches; of many long ones, what is cited or near."""
    cited = _cited(page)
    documents = page.digest.documents
    whole = sum(len(d.text.encode("utf-8", "surrogatepass")) for d in documents) <= LARGEST_TEXTS
    return [
        _text(document, index, cited.get(source_id(index), []), whole)
        for index, document in enumerate(documents)
    ]


def _text(document: Document, index: int, cited: Sequence[_Cited], whole: bool) -> SourceText:
    laid_out = units(document)
    walk = _Walk(
        Locations(document), index, cited, _kinds(document, laid_out), _cuts(document, cited)
    )
    runs = [laid_out] if whole else list(_cited_runs(laid_out, cited))
    passages = tuple(_passage(walk, run) for run in runs if run)
    return SourceText(passages, whole, whole and _opens_with_title(document, laid_out))


def _opens_with_title(document: Document, laid_out: _Units) -> bool:
    first = next((unit for unit in laid_out if unit.kind not in ("front", "folded", "gap")), None)
    if first is None or first.section is None:
        return False
    return document.sections[first.section].title == document.title


def _passage(walk: _Walk, run: _Units) -> Passage:
    paragraphs = tuple(
        Paragraph(
            kind=unit.kind,
            level=unit.level,
            section=None if unit.section is None else section_id(walk.index, unit.section),
            reason=unit.reason,
            stretches=tuple(walk.stretches(unit)),
        )
        for unit in run
    )
    return Passage(Span(run[0].span.start, run[-1].span.end), paragraphs)


def _cited_runs(laid_out: _Units, cited: Sequence[_Cited]) -> Iterator[_Units]:
    """Yield neighbouring units that are cited, or stand beside one that is."""
    starts = [unit.span.start for unit in laid_out]
    kept: set[int] = set()
    for item in cited:
        first = bisect_right(starts, item.span.start) - 1
        last = bisect_left(starts, item.span.end) - 1
        # Gaps are units too: every other one between paragraphs.
        kept.update(range(first - 2 * _BESIDE, last + 2 * _BESIDE + 1))
    shown = sorted(number for number in kept if 0 <= number < len(laid_out))
    for _, run in groupby(enumerate(shown), key=lambda each: each[1] - each[0]):
        yield [laid_out[number] for _, number in run]


def _cited(page: PageContent) -> dict[str, list[_Cited]]:
    """List what is cited of each source, in order."""
    points = [(view.id, where) for view in page.shown for where in view.citations]
    points += [(item.point.id, row.where) for item in page.conflicts for row in item.readings]
    found: dict[str, list[_Cited]] = {}
    for source, span, name in sorted({(where.source, where.span, name) for name, where in points}):
        found.setdefault(source, []).append(_Cited(span, name))
    return found


def _pieces(document: Document, span: Span, kinds: _Kinds) -> Iterator[StyledText]:
    position = span.start
    for inner, kind in kinds:
        if inner.start >= span.end:
            break
        start, end = max(position, inner.start), min(inner.end, span.end)
        if position < start:
            yield StyledText(visible(document.text[position:start]), None)
        if start < end:
            yield StyledText(visible(document.text[start:end]), kind)
        position = max(position, end)
    if position < span.end:
        yield StyledText(visible(document.text[position : span.end]), None)


def _kinds(document: Document, laid_out: _Units) -> list[tuple[Span, str]]:
    """List what is not running text, in order, without overlap: the one that starts first wins."""
    found = [(span, "furniture") for span in greyed(document)]
    for marker in (unit.marker for unit in laid_out if unit.marker):
        counts = any(each.isalnum() for each in document.quote(marker))
        found.append((marker, "marker" if counts else "hidden"))
    found += [(span, "hidden") for span in hidden(document)]
    kept: list[tuple[Span, str]] = []
    # Of a number that is told by both, the marker is seen.
    order = {"marker": 0, "furniture": 1, "hidden": 2}
    for span, kind in sorted(found, key=lambda item: (item[0].start, -item[0].end, order[item[1]])):
        start = max(span.start, kept[-1][0].end) if kept else span.start
        if start < span.end:
            kept.append((Span(start, span.end), kind))
    return kept


def _cuts(document: Document, cited: Sequence[_Cited]) -> list[int]:
    """List where a stretch may end within a paragraph."""
    ends = {position for item in cited for position in (item.span.start, item.span.end)}
    return sorted({*ends, *(section.span.start for section in document.sections)})


def _anchor(source: str, start: int) -> str:
    return f"{source}-{start}"
