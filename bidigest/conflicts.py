"""Where citations of one point give figures that cannot both be right.

Figures that some figure of the other sentence agrees with are settled. Nothing is decided: both
readings are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from bidigest.claims import LEAST_ALIKE, Claim, contradictions, likeness, moved
from bidigest.figures import agree
from bidigest.model import Conflict, Figure, Point, Reading, Span

MOST_CLAIMS = 40
"""Of a point's citations, how many are held against each other; only a repeated line has more."""

LEAST_ALIKE_WITHIN = 0.5
"""The same within one source, whose writer mostly knows what was said before."""


def find_conflicts(
    points: Sequence[Point], figures: Mapping[tuple[str, int], tuple[Figure, ...]]
) -> tuple[Conflict, ...]:
    """The points' conflicts, in their order; `figures` by source id and start of the sentence."""
    conflicts = (Conflict(point.id, _readings(point, figures)) for point in points)
    return tuple(conflict for conflict in conflicts if conflict.readings)


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
    alone = {at: _alone(claims, at, point) for at in figured}
    readings: dict[tuple[int, Span], Reading] = {}
    for i, j in combinations(figured, 2):
        within = point.citations[i].source == point.citations[j].source
        sides = [alone[at] if within else claims[at] for at in (i, j)]
        least = LEAST_ALIKE_WITHIN if within else LEAST_ALIKE
        for pair in contradictions(sides[0], sides[1], least):
            for at, figure in zip((i, j), pair, strict=True):
                readings[at, figure.span] = _reading(point, at, figure)
    beside = _beside(claims, readings)
    readings |= {(at, figure.span): _reading(point, at, figure) for at, figure in beside}
    return tuple(readings[key] for key in sorted(readings))


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
        and not any(_equal(figure, other) for _, other in settled)
        and any(
            agree(figure, other) and likeness(claim, figure, of, other) >= LEAST_ALIKE
            for of, other in settled
        )
    ]


def _equal(one: Figure, other: Figure) -> bool:
    return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)


def _alone(claims: Sequence[Claim], at: int, point: Point) -> Claim:
    """A claim with the figures that no other source confirms.

    A source that gives 70 % here and 90 % there, as another gives both, speaks of two things.
    """
    others = [
        figure
        for claim, citation in zip(claims, point.citations, strict=False)
        for figure in claim.figures
        if citation.source != point.citations[at].source
    ]
    left = [f for f in claims[at].figures if not any(agree(f, other) for other in others)]
    return replace(claims[at], figures=tuple(left))


def _reading(point: Point, at: int, figure: Figure) -> Reading:
    citation = point.citations[at]
    back = moved(figure, citation.span.start)
    return Reading(citation.source, citation.span, citation.quote, back)
