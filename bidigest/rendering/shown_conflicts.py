"""The conflicts of a page, as a reader sees them: who says what, under which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bidigest.model import Conflict, Quantity, Reading
from bidigest.model.digests import source_index
from bidigest.quantities.agreement import agree
from bidigest.quantities.units import is_count
from bidigest.rendering.conflict_readings import counted, emphasized
from bidigest.rendering.page_messages import Messages
from bidigest.rendering.shown_points import ShownPlace, ShownPoint, ShownPoints, place_of
from bidigest.text.locations import Locations
from bidigest.text.plain_text import columns

_AT_A_GLANCE = 80
"""Columns of a quotation, two for a Han character, up to which its clause is not told apart."""

_LONGEST_CLAUSE = 80
"""Code points of a clause that is shown beside its figure."""


@dataclass(frozen=True, slots=True)
class ShownReading:
    """One row of a conflict: the words that tell it, a figure's or others, and where they stand."""

    words: str
    clause: str
    """What tells of a figure what it is of, where its sentence says much more; else empty."""
    where: ShownPlace
    parts: tuple[tuple[str, str | None], ...]
    """The quotation in parts: a figure (`strong`), the clause that tells what of (`em`), others."""


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """A point with what cannot all be right."""

    point: ShownPoint
    named: bool
    """Whether the page has the point, and in words that tell what is disputed: only then is the
    dispute called by it."""
    heading: str
    """The point's statement, if it holds what a reading tells; else the shortest quotation."""
    tag: str
    """BCP 47 tag of the heading."""
    readings: tuple[ShownReading, ...]
    column: str
    """The key of the message that says what the words are."""
    counted: str
    """A line on what the figures count, or on what is said of what; empty if nobody can tell."""


def shown_conflict(
    conflict: Conflict, points: ShownPoints, places: list[Locations], say: Messages
) -> ShownConflict:
    """Collect what is to be shown of a conflict.

    Args:
        conflict: one of the digest's.
        points: the digest's, by id.
        places: where things stand in each document, in their order.
        say: messages in the reader's language.
    """
    readings = tuple(
        ShownReading(
            _words(reading, places),
            _clause(reading, places),
            place_of(reading.source, reading.span, reading.quote, places),
            emphasized(reading),
        )
        for reading in _those_who_agree_together(_once_a_source(conflict))
    )
    point = points[conflict.point]
    about = any(points.tells(conflict.point, reading) for reading in conflict.readings)
    heading, tag = (point.statement, point.tag) if about else _shortest(readings)
    return ShownConflict(
        point,
        named=about and points.on_page(conflict.point),
        heading=heading,
        tag=tag,
        readings=readings,
        column=f"column.{conflict.kind}",
        counted=_told(conflict, say),
    )


def _once_a_source(conflict: Conflict) -> list[Reading]:
    """Leave out what a source says again: its own words repeated tell nobody more of a dispute.

    The last of opposites is who denies the others.
    """
    denial = conflict.readings[-1] if conflict.kind == "opposites" else None
    kept: list[Reading] = []
    for reading in conflict.readings:
        own = [each for each in kept if each.source == reading.source]
        if reading is denial or not any(_says_again(reading, each) for each in own):
            kept.append(reading)
    return kept


def _those_who_agree_together(readings: Sequence[Reading]) -> list[Reading]:
    """Set readings of one figure side by side, the figure that is given first before others."""
    kept: list[Reading] = []
    for reading in readings:
        same = [n for n, each in enumerate(kept) if _agree(reading.figure, each.figure)]
        kept.insert(same[-1] + 1 if same else len(kept), reading)
    return kept


def _agree(one: Quantity | None, other: Quantity | None) -> bool:
    if one is None or other is None:
        return False
    counts = is_count(one.unit) and is_count(other.unit)
    return agree(one, replace(other, unit=one.unit) if counts else other)


def _says_again(reading: Reading, earlier: Reading) -> bool:
    if reading.figure is None or earlier.figure is None:
        return reading.figure is earlier.figure
    return reading.figure.unit == earlier.figure.unit and agree(reading.figure, earlier.figure)


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
    if clause == _words(reading, places).strip():
        return ""
    short = len(clause) <= _LONGEST_CLAUSE and 3 * len(clause) <= 2 * len(reading.quote)
    # What is seen at a glance in the quotation beside it need not be said before it.
    return clause if short and columns(reading.quote) > _AT_A_GLANCE else ""


def _told(conflict: Conflict, say: Messages) -> str:
    """Say what is counted and shared, unless each quotation beside it says it by itself."""
    units = [r.figure.unit for r in conflict.readings if r.figure and r.figure.unit]
    words = {each.casefold() for each in (*units, *conflict.about)}
    quotes = [reading.quote.casefold() for reading in conflict.readings]
    plain = all(word in quote for word in words for quote in quotes)
    return "" if plain else counted(conflict, say)
