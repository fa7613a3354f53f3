"""Where citations of one point give figures that cannot both be right.

A figure is compared with the figure that stands for the same thing: of the same unit, in a
clause that says the same. Figures that some figure of the other sentence agrees with are
settled. Nothing is decided: both readings are shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bidigest.figures import agree, contradict
from bidigest.matching.evidence import MOST_COMPARED
from bidigest.model import Conflict, Figure, Point, Reading, Span
from bidigest.terms import bigrams, terms

LEAST_ALIKE = 0.2
"""Overlap of two figures' clauses below which they measure different things."""

_BOUND = re.compile(r"[，,；;。！!？?：:()（）→\n]|——|\bvs\b|\bwhile\b|\bbut\b|而(?=[^且])")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a point, as its figures are compared: figures' spans count from its start."""

    text: str
    figures: tuple[Figure, ...]


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
        Claim(c.quote, tuple(_moved(f, -c.span.start) for f in found[:MOST_COMPARED]))
        for c in point.citations
        for found in [figures.get((c.source, c.span.start), ())]
    ]
    readings: dict[tuple[int, Span], Reading] = {}
    for i, first in enumerate(claims):
        for j in range(i + 1, len(claims)) if first.figures else ():
            for one, other in contradictions(first, claims[j]):
                for at, figure in ((i, one), (j, other)):
                    readings[at, figure.span] = _reading(point, at, figure)
    return tuple(readings[key] for key in sorted(readings))


def _reading(point: Point, at: int, figure: Figure) -> Reading:
    citation = point.citations[at]
    back = _moved(figure, citation.span.start)
    return Reading(citation.source, citation.span, citation.quote, back)


def _moved(figure: Figure, by: int) -> Figure:
    span = Span(figure.span.start + by, figure.span.end + by)
    return Figure(figure.low, figure.high, figure.unit, figure.approximate, span)


def contradictions(first: Claim, second: Claim) -> tuple[tuple[Figure, Figure], ...]:
    """Pairs of figures, one of each sentence, that speak of the same and cannot both be right."""
    ones, others = _unsettled(first, second), _unsettled(second, first)
    scored = sorted(
        (-round(_alike(first, one, second, other), 6), one.span, other.span, one, other)
        for one in ones
        for other in others
        if contradict(one, other)
    )
    found, used = [], set()
    for score, _, _, one, other in scored:
        if -score >= LEAST_ALIKE and one.span not in used and (other.span, 1) not in used:
            used |= {one.span, (other.span, 1)}
            found.append((one, other))
    return tuple(found)


def _unsettled(claim: Claim, other: Claim) -> list[Figure]:
    return [f for f in claim.figures if not any(agree(f, g) for g in other.figures)]


def _alike(first: Claim, one: Figure, second: Claim, other: Figure) -> float:
    """Overlap of what is said around the two figures, in words and in pairs of characters."""
    left, right = _clause(first, one), _clause(second, other)
    return max(_overlap(terms(left), terms(right)), _overlap(bigrams(left), bigrams(right)))


def _overlap(left: Sequence[str] | frozenset[str], right: Sequence[str] | frozenset[str]) -> float:
    one, other = frozenset(left), frozenset(right)
    return len(one & other) / (min(len(one), len(other)) or 1)


def _clause(claim: Claim, figure: Figure) -> str:
    """The clause around a figure, without the figure itself."""
    before, after = claim.text[: figure.span.start], claim.text[figure.span.end :]
    start = max((m.end() for m in _BOUND.finditer(before)), default=0)
    match = _BOUND.search(after)
    return before[start:] + " " + (after[: match.start()] if match else after)
