"""Conflicts as a page can show them: at points that are shown, each figure with all who give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bidigest.contradictions.cited_sentences import Key, key_of
from bidigest.contradictions.quantity_claims import counted_as, moved
from bidigest.matching.collection import quantity_key
from bidigest.model import Citation, Conflict, Point, Quantity, Reading, Span
from bidigest.quantities import agree
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
    settled = [reading.figure for reading in conflict.readings if reading.figure]
    found: list[Reading] = []
    for citation in citations:
        for figure in figures.get(key_of(citation), ()):
            if key_of(citation) not in there and _is_given(figure, settled):
                there.add(key_of(citation))
                found.append(_reading(citation, figure))
    return found


def _is_given(figure: Quantity, settled: Sequence[Quantity]) -> bool:
    """Tell whether a figure is one of these, perhaps of another word for what is counted."""
    return any(
        quantity_key(figure)[1:] == quantity_key(other)[1:]
        and agree(figure, counted_as(figure, other))
        for other in settled
    )


def _reading(citation: Citation, figure: Quantity) -> Reading:
    own = moved(figure, -citation.span.start)
    said = clause(citation.quote, Span(0, len(citation.quote)), own.span)
    words = Span(citation.span.start + said.start, citation.span.start + said.end)
    return Reading(citation.source, citation.span, citation.quote, figure, words)
