"""Where citations of one point give figures that cannot both be right.

Figures that some figure of the other sentence agrees with are settled. Nothing is decided: both
readings are shown. Sentences of one source are not held against each other: who writes two
figures a line apart means two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby

from bidigest.contradictions.quantity_claims import (
    Claim,
    amount,
    contradictions,
    likeness,
    moved,
)
from bidigest.matching.collection import figure_key
from bidigest.model import Conflict, Figure, Point, Reading, Span
from bidigest.quantities import agree
from bidigest.text.clauses import clause

MOST_CLAIMS = 40
"""Of a point's citations, how many are held against each other; only a repeated line has more."""


def find_conflicts(
    points: Sequence[Point], figures: Mapping[tuple[str, int], tuple[Figure, ...]]
) -> tuple[Conflict, ...]:
    """The points' conflicts, in their order; `figures` by source id and start of the sentence."""
    conflicts = (Conflict(point.id, _readings(point, figures)) for point in points)
    return tuple(conflict for conflict in conflicts if conflict.readings)


def in_order(points: Sequence[Point], *kinds: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """All conflicts in the order of their points, those of one point in the order given."""
    place = {point.id: at for at, point in enumerate(points)}
    found = sorted((c for kind in kinds for c in kind), key=lambda c: place[c.point])
    return tuple(_one(list(same)) for _, same in groupby(found, key=lambda c: (c.point, c.kind)))


def _one(conflicts: Sequence[Conflict]) -> Conflict:
    """Conflicts of one kind and point as one, each reading once."""
    every = (reading for conflict in conflicts for reading in conflict.readings)
    readings = {(r.source, r.figure.span if r.figure else r.span): r for r in every}
    return Conflict(conflicts[0].point, tuple(readings.values()), conflicts[0].kind)


def _readings(
    point: Point, figures: Mapping[tuple[str, int], tuple[Figure, ...]]
) -> tuple[Reading, ...]:
    """The contradicting figures, each with its sentence, in the order of the citations."""
    claims = [
        Claim.of(c.quote, c.span, figures.get((c.source, c.span.start), ()))
        for c in point.citations[:MOST_CLAIMS]
    ]
    figured = [at for at, claim in enumerate(claims) if claim.figures]
    if len(figured) < 2:
        return ()
    readings = {
        (at, figure.span): _reading(point, at, figure)
        for at, figure in _contradicting(claims, figured, point)
    }
    beside = _beside(claims, readings)
    readings |= {(at, figure.span): _reading(point, at, figure) for at, figure in beside}
    return tuple(readings[key] for key in sorted(readings))


def _contradicting(
    claims: Sequence[Claim], figured: Sequence[int], point: Point
) -> Iterator[tuple[int, Figure]]:
    """Of two sources each: figures that exclude each other, and that the other does not give too.

    Who gives both figures, as another does, speaks of two things.
    """
    sources = [citation.source for citation in point.citations]
    given: dict[str, set[tuple[str, float, float]]] = {}
    for at in figured:
        given.setdefault(sources[at], set()).update(map(amount, claims[at].figures))
    pairs = ((i, j) for i, j in combinations(figured, 2) if sources[i] != sources[j])
    for i, j in pairs:
        for one, other in contradictions(claims[i], claims[j]):
            confirmed = amount(one) in given[sources[j]] or amount(other) in given[sources[i]]
            if not confirmed:
                yield from ((i, one), (j, other))


def _beside(
    claims: Sequence[Claim], readings: Mapping[tuple[int, Span], Reading]
) -> list[tuple[int, Figure]]:
    """Further figures of what is contradicted: wider or narrower ones, such as 50-70 % beside 50 %.

    They contradict nobody by themselves, but who weighs the others wants to know them.
    """
    settled = [
        (claims[at], figure)
        for at, claim in enumerate(claims)
        for figure in claim.figures
        if (at, figure.span) in readings
    ]
    there = {at for at, _ in readings}
    return [
        (at, figure)
        for at, claim in enumerate(claims)
        for figure in claim.figures
        if at not in there
        and not any(figure_key(figure) == figure_key(other) for _, other in settled)
        and any(
            agree(figure, other) and likeness(claim, figure, of, other) > 0 for of, other in settled
        )
    ]


def _reading(point: Point, at: int, figure: Figure) -> Reading:
    citation = point.citations[at]
    back = moved(figure, citation.span.start)
    whole = Span(0, len(citation.quote))
    said = clause(citation.quote, whole, figure.span)
    words = Span(citation.span.start + said.start, citation.span.start + said.end)
    return Reading(citation.source, citation.span, citation.quote, back, words)
