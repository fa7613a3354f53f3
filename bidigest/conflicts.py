"""Where citations of one point give figures that cannot both be right.

Figures that some figure of the other sentence agrees with are settled. Nothing is decided: both
readings are shown. Sentences of one source are not held against each other: who writes two
figures a line apart means two things.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from bidigest.claims import LEAST_ALIKE, Claim, contradictions, likeness, moved
from bidigest.figures import agree
from bidigest.model import Conflict, Figure, Point, Reading, Span

MOST_CLAIMS = 40
"""Of a point's citations, how many are held against each other; only a repeated line has more."""


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
    given = _given(claims, point)
    readings: dict[tuple[int, Span], Reading] = {}
    for i, j in combinations(figured, 2):
        source, another = point.citations[i].source, point.citations[j].source
        if source == another:
            continue
        for one, other in contradictions(claims[i], claims[j]):
            if _key(one) not in given[another] and _key(other) not in given[source]:
                readings[i, one.span] = _reading(point, i, one)
                readings[j, other.span] = _reading(point, j, other)
    beside = _beside(claims, readings)
    readings |= {(at, figure.span): _reading(point, at, figure) for at, figure in beside}
    return tuple(readings[key] for key in sorted(readings))


def _given(claims: Sequence[Claim], point: Point) -> dict[str, set[tuple[float, float, str]]]:
    """The figures of each source: who gives both, as another does, speaks of two things."""
    given: dict[str, set[tuple[float, float, str]]] = {}
    for claim, citation in zip(claims, point.citations, strict=False):
        given.setdefault(citation.source, set()).update(map(_key, claim.figures))
    return given


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
        and not any(_key(figure) == _key(other) for _, other in settled)
        and any(
            agree(figure, other) and likeness(claim, figure, of, other) >= LEAST_ALIKE
            for of, other in settled
        )
    ]


def _key(figure: Figure) -> tuple[float, float, str]:
    return figure.low, figure.high, figure.unit


def _reading(point: Point, at: int, figure: Figure) -> Reading:
    citation = point.citations[at]
    back = moved(figure, citation.span.start)
    return Reading(citation.source, citation.span, citation.quote, back)
