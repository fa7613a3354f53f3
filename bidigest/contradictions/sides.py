"""Conflicts as a page can show them: at points that are shown, each figure with all who give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bidigest.contradictions.cited_sentences import Key, key_of
from bidigest.contradictions.given_amounts import MANY
from bidigest.contradictions.quantity_claims import counted_as, moved
from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.quantity_roles import in_common
from bidigest.matching.collection import quantity_key
from bidigest.model import Citation, Conflict, Point, Quantity, Reading, Span
from bidigest.quantities.agreement import agree
from bidigest.quantities.units import is_count
from bidigest.text.figure_clauses import clause

Figures = Mapping[Key, tuple[Quantity, ...]]
"""Of each sentence, by source id and start; the figures' spans count in the source."""


def at_shown_points(conflicts: Sequence[Conflict], points: Sequence[Point]) -> tuple[Conflict, ...]:
    """Move conflicts of points that are not shown to one that is and cites one of the readings."""
    shown = {point.id for point in points if point.shown}
    first: dict[Key, str] = {}
    for point in points:
        for citation in point.citations[: None if point.shown else 0]:
            first.setdefault(key_of(citation), point.id)
    return tuple(
        conflict if conflict.point in shown else _moved(conflict, first) for conflict in conflicts
    )


def _moved(conflict: Conflict, first: Mapping[Key, str]) -> Conflict:
    keys = ((reading.source, reading.span.start) for reading in conflict.readings)
    places = [first[key] for key in keys if key in first]
    return replace(conflict, point=places[0]) if places else conflict


def with_all_sides(
    conflicts: Sequence[Conflict], points: Sequence[Point], figures: Figures
) -> tuple[Conflict, ...]:
    """Add to conflicts of figures every further citation of their points that gives one.

    Args:
        conflicts: of all kinds.
        points: all points.
        figures: by source id and start of the sentence.
    """
    cited = {point.id: point.citations for point in points}
    return tuple(
        replace(
            conflict,
            readings=(*conflict.readings, *_further(conflict, cited[conflict.point], figures)),
        )
        if conflict.kind == "figures"
        else conflict
        for conflict in conflicts
    )


def _further(conflict: Conflict, citations: Sequence[Citation], figures: Figures) -> list[Reading]:
    there = {(reading.source, reading.span.start) for reading in conflict.readings}
    settled = [reading for reading in conflict.readings if reading.figure]
    found: list[Reading] = []
    for citation in citations:
        for figure in figures.get(key_of(citation), ()):
            further = _reading(citation, figure)
            if key_of(citation) not in there and any(_same(further, each) for each in settled):
                there.add(key_of(citation))
                found.append(further)
    return found


def _same(one: Reading, other: Reading) -> bool:
    """Tell whether two readings give one figure, perhaps of another word for what is counted.

    What is said of both must be alike too: 4 percent of rents are no 4 percent of house prices. Of
    great counts it need not, as in one point 640 people and 640 jobs are hardly so by chance.
    """
    figure, figure_of_other = one.figure, other.figure
    if figure and figure_of_other and _one_count(figure, figure_of_other):
        return True
    return (
        figure is not None
        and figure_of_other is not None
        and quantity_key(figure)[1:] == quantity_key(figure_of_other)[1:]
        and agree(figure, counted_as(figure, figure_of_other))
        and in_common(*_placed(one, figure), *_placed(other, figure_of_other)) > 0
    )


def _one_count(one: Quantity, other: Quantity) -> bool:
    counts = is_count(one.unit) and is_count(other.unit) and one.low >= MANY
    return counts and one.low == one.high == other.low == other.high


def _placed(reading: Reading, figure: Quantity) -> tuple[Analysis, Span]:
    return analyse(reading.quote), moved(figure, -reading.span.start).span


def _reading(citation: Citation, figure: Quantity) -> Reading:
    own = moved(figure, -citation.span.start)
    said = clause(citation.quote, Span(0, len(citation.quote)), own.span)
    words = Span(citation.span.start + said.start, citation.span.start + said.end)
    return Reading(citation.source, citation.span, citation.quote, figure, words)
