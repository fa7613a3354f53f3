"""The points of a page and their places, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bidigest.contradictions.opposed_sources import opposed_readings
from bidigest.model import Citation, Conflict, Digest, Point, Reading, Span
from bidigest.model.digests import source_index
from bidigest.rendering import script_conversion
from bidigest.rendering.escaping import href
from bidigest.rendering.originals import OriginalPlace, original_place
from bidigest.text.locations import Locations


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place in a source that a reader can look up."""

    source: str
    path: str
    label: str
    """`S2 §2 核心要点总结 › 要点 1 L17`."""
    short: str
    """`§2 L17`."""
    line: int
    span: Span
    quote: str
    tag: str
    """BCP 47 tag of the quotation."""
    original: OriginalPlace | None = None
    """Its place in the file, where the source is no text."""


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point on the page."""

    id: str
    statement: str
    tag: str
    original: str | None
    """The statement as written, where the reader's script is the other one."""
    original_tag: str
    support: str
    """`3/5`: sources that make it, of all."""
    sources: tuple[str, ...]
    against: tuple[str, ...]
    """Sources that say the opposite, or give another figure of the same, in a conflict."""
    otherwise: tuple[ShownPlace, ...]
    """Where they do."""
    citations: tuple[ShownPlace, ...]


def place_href(links: str, where: ShownPlace) -> str:
    """Build the address of a source's line, or of the place in a kept file that is no text.

    Args:
        links: leads from the page's folder to the sources' root.
        where: the place.
    """
    if where.original is not None:
        return href(".", where.original.address, where.original.fragment)
    return href(links, where.path, f"L{where.line}")


class ShownPoints(Mapping[str, ShownPoint]):
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

    def on_page(self, name: str) -> bool:
        """Tell whether the page shows a point."""
        return self._points[name].shown

    def tells(self, name: str, reading: Reading) -> bool:
        """Tell whether a point's statement itself, not its sentence alone, holds what is read."""
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
    opposed = opposed_readings(point, conflicts)
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
        against=tuple(dict.fromkeys(reading.source for reading in opposed)),
        otherwise=tuple(place_of(each.source, each.span, each.quote, places) for each in opposed),
        citations=citations,
    )


def _cited(citation: Citation, places: list[Locations]) -> ShownPlace:
    return place_of(citation.source, citation.span, citation.quote, places, citation.line)


def place_of(
    source: str, span: Span, quote: str, places: list[Locations], line: int | None = None
) -> ShownPlace:
    """Find where a reader looks a quotation up.

    Args:
        source: its id.
        span: of the quotation, in code points.
        quote: the quotation.
        places: where things stand in each document, in their order.
        line: of the span's start, counted from 1, where it is known.
    """
    place = places[source_index(source)]
    line = line or place.at(span.start).line
    original = original_place(place.document, span, line)
    name = f"L{line}" if original is None else original.name
    return ShownPlace(
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
