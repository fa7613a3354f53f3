"""A digest as its readers see it: what Markdown and HTML both show, before either escapes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bidigest.model import Citation, Conflict, Digest, Point, Reading, Skipped, Span
from bidigest.model.identifiers import source_index
from bidigest.rendering import script_conversion
from bidigest.rendering.dissent import against
from bidigest.rendering.figures import counted, emphasized
from bidigest.rendering.messages import Messages, messages
from bidigest.rendering.originals import original_place
from bidigest.rendering.sources import LeftOut, SourceRow, left_out, source_row
from bidigest.rendering.themes import ShownTheme, in_themes
from bidigest.rendering.views import ShownPoint, Where
from bidigest.text.locations import Locations

_LONGEST_CLAUSE = 80
"""Code points of a clause that is shown beside its figure."""


@dataclass(frozen=True, slots=True)
class ShownReading:
    """One row of a conflict: the words that tell it, a figure's or others, and where they stand."""

    words: str
    clause: str
    """What tells of a figure what it is of, where its sentence says much more; else empty."""
    where: Where
    parts: tuple[tuple[str, str | None], ...]
    """The quotation in parts: a figure (`strong`), the clause that tells what of (`em`), others."""


_ABOUT = {"figures": "conflict.figures", "opposites": "conflict.opposites"}


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """A point with what cannot all be right."""

    point: ShownPoint
    heading: str
    """The point's statement, if it holds what a reading tells; else the shortest quotation."""
    tag: str
    """BCP 47 tag of the heading."""
    readings: tuple[ShownReading, ...]
    column: str
    """The key of the message that says what the words are."""
    counted: str
    """A line on what the figures count, or on what is said of what; empty if nobody can tell."""


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a reader is shown, in the order of the page."""

    digest: Digest
    say: Messages
    summary: str
    note: str | None
    """Says that statements stay in another language than the headings."""
    making: tuple[str, ...]
    """What is to be known of how the digest was made."""
    shared: tuple[ShownPoint, ...]
    single: tuple[ShownPoint, ...]
    conflicts: tuple[ShownConflict, ...]
    sources: tuple[SourceRow, ...]
    left_out: tuple[LeftOut, ...]
    skipped: tuple[Skipped, ...]
    points: Mapping[str, ShownPoint]
    """All points of the digest, shown or not, by id."""
    order: str
    """Says what the points are ordered by."""
    shared_themes: tuple[ShownTheme, ...]
    """The shared points by theme, in the order in which they are read."""
    single_themes: tuple[ShownTheme, ...]

    @property
    def shown(self) -> tuple[ShownPoint, ...]:
        """The points of the page, the shared ones first."""
        return self.shared + self.single


def page(digest: Digest) -> Page:
    """Collect what is to be shown of a digest."""
    say = messages(digest.language)
    places = [Locations(document) for document in digest.documents]
    views = _Views(digest, places)
    shown = [views[point.id] for point in digest.points if point.shown]
    shared = tuple(view for view in shown if len(view.sources) > 1)
    single = tuple(view for view in shown if len(view.sources) == 1)
    return Page(
        digest=digest,
        say=say,
        summary=_summary(digest, say, len(shown)),
        note=_note(digest, say, shown),
        making=tuple(say.note(each.kind, each.count, each.detail) for each in digest.notes),
        shared=shared,
        single=single,
        conflicts=tuple(_conflict(item, views, places, say) for item in digest.conflicts),
        sources=tuple(source_row(index, digest, say, shown) for index in range(len(places))),
        left_out=tuple(
            item for index, place in enumerate(places) for item in left_out(index, place)
        ),
        skipped=digest.skipped,
        points=views,
        order=say("order.themes" if digest.themes else "order"),
        shared_themes=in_themes(digest, shared, say),
        single_themes=in_themes(digest, single, say),
    )


class _Views(Mapping[str, ShownPoint]):
    """The points as readers see them; most of a large digest's are never asked for."""

    def __init__(self, digest: Digest, places: list[Locations]) -> None:
        self._digest = digest
        self._places = places
        self._points = {point.id: point for point in digest.points}
        self._made: dict[str, ShownPoint] = {}
        self._conflicts: dict[str, list[Conflict]] = {}
        for conflict in digest.conflicts:
            self._conflicts.setdefault(conflict.point, []).append(conflict)

    def __getitem__(self, name: str) -> ShownPoint:
        if name not in self._made:
            conflicts = self._conflicts.get(name, [])
            self._made[name] = _point(self._points[name], conflicts, self._digest, self._places)
        return self._made[name]

    def tells(self, name: str, reading: Reading) -> bool:
        """Does the point's statement hold a reading's figure or words, not its sentence alone?"""
        point = self._points[name]
        told = reading.figure.span if reading.figure else reading.words or reading.span
        return reading.source == point.citations[0].source and any(
            span.start < told.end and told.start < span.end for span in point.statement_spans
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)


def written_in(places: Locations, position: int) -> tuple[str, str | None]:
    """Tell language and script at a position: the section's, or else the document's."""
    document, section = places.document, places.section(position)
    if section is None or section.language == "und":
        return document.language, document.script
    if section.script in (None, "undetermined") and section.language == document.language:
        return document.language, document.script
    return section.language, section.script


def _point(
    point: Point, conflicts: Sequence[Conflict], digest: Digest, places: list[Locations]
) -> ShownPoint:
    citations = tuple(_cited(citation, places) for citation in point.citations)
    first = point.citations[0]
    language, script = written_in(places[source_index(first.source)], first.span.start)
    reader = digest.options.get("language")
    statement = script_conversion.shown(point.statement, language, script, reader)
    tag, converted = script_conversion.tag(language, script), statement != point.statement
    return ShownPoint(
        id=point.id,
        statement=statement,
        tag=str(reader) if converted else tag,
        original=point.statement if converted else None,
        original_tag=tag,
        support=f"{len(point.sources)}/{len(digest.documents)}",
        sources=point.sources,
        against=against(point, conflicts),
        citations=citations,
    )


def _cited(citation: Citation, places: list[Locations]) -> Where:
    return _where(citation.source, citation.span, citation.quote, places, citation.line)


def _where(
    source: str, span: Span, quote: str, places: list[Locations], line: int | None = None
) -> Where:
    place = places[source_index(source)]
    line = line or place.at(span.start).line
    original = original_place(place.document, span, line)
    name = f"L{line}" if original is None else original.name
    return Where(
        source=source,
        path=place.document.path,
        label=f"{source} {place.label(span.start)} {name}".rstrip(),
        short=f"{place.number(span.start)} {name}".rstrip(),
        line=line,
        span=span,
        quote=quote,
        tag=script_conversion.tag(*written_in(place, span.start)),
        original=original,
    )


def _conflict(
    conflict: Conflict, views: _Views, places: list[Locations], say: Messages
) -> ShownConflict:
    readings = tuple(
        ShownReading(
            _words(reading, places),
            _clause(reading, places),
            _where(reading.source, reading.span, reading.quote, places),
            emphasized(reading),
        )
        for reading in conflict.readings
    )
    column, what = f"column.{conflict.kind}", counted(conflict, say)
    told = say(_ABOUT[conflict.kind], what=what) if what else ""
    point = views[conflict.point]
    about = any(views.tells(conflict.point, reading) for reading in conflict.readings)
    heading, tag = (point.statement, point.tag) if about else _shortest(readings)
    return ShownConflict(point, heading, tag, readings, column, told)


def _shortest(readings: Sequence[ShownReading]) -> tuple[str, str]:
    """Choose the shortest quotation, with its language, for a conflict to stand under."""
    where = min((each.where for each in readings), key=lambda each: len(each.quote))
    return where.quote, where.tag


def _words(reading: Reading, places: list[Locations]) -> str:
    span = reading.figure.span if reading.figure else reading.words or reading.span
    return places[source_index(reading.source)].document.quote(span)


def _clause(reading: Reading, places: list[Locations]) -> str:
    if not reading.figure or not reading.words:
        return ""
    clause = places[source_index(reading.source)].document.quote(reading.words).strip()
    short = len(clause) <= _LONGEST_CLAUSE and 3 * len(clause) <= 2 * len(reading.quote)
    return clause if short else ""


def _summary(digest: Digest, say: Messages, shown: int) -> str:
    named = Counter(say.language_name(item.language, item.script) for item in digest.documents)
    languages = say.list(say("head.language", language=name, n=named[name]) for name in named)
    sentences = sum(len(document.sentences) for document in digest.documents)
    shared = sum(len(point.sources) > 1 for point in digest.points)
    return say(
        "head.summary",
        sources=say("head.sources", n=len(digest.documents), languages=languages),
        sentences=say("head.sentences", n=sentences),
        points=say("head.points", n=len(digest.points)),
        shared=say("head.shared", n=shared),
        shown=shown,
    )


def _note(digest: Digest, say: Messages, shown: list[ShownPoint]) -> str | None:
    reads = digest.language.split("-")[0]
    others = any(view.tag.split("-")[0] != reads for view in shown)
    return say("head.as_written") if others else None
