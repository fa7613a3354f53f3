"""Figures of two sentences, paired: those that differ and are probably of one thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bidigest.contradictions.figure_evidence import Alike
from bidigest.contradictions.quantity_claims import Claim, Pair, amount, contradicting_figures
from bidigest.contradictions.same_referent import of_different_things, probability
from bidigest.sparse.matrices import Floats, Integers


def may_be_of_one_thing(first: Claim, second: Claim) -> tuple[Pair, ...]:
    """Pair figures that differ and of which nothing tells that they are of different things."""
    return tuple(
        (one, other)
        for one, other in contradicting_figures(first, second)
        if not of_different_things(first, one, second, other)
    )


def pairs_of_one_thing(
    first: Claim,
    second: Claim,
    alike: Alike,
    least: float,
    among: Sequence[Pair] | None = None,
) -> tuple[tuple[Pair, float], ...]:
    """Pair figures that differ and are probably of one thing, the likeliest first, none twice.

    With each pair comes how probably it is of one thing.

    Args:
        first: a sentence.
        second: the other.
        alike: how probably they make one claim, but for their figures.
        least: least probability that two figures are of one thing.
        among: what `may_be_of_one_thing` returns of them, where that is known.
    """
    among = may_be_of_one_thing(first, second) if among is None else among
    scored = sorted(
        (-probability(first, one, second, other, alike), one.span, other.span, one, other)
        for one, other in among
    )
    found: list[tuple[Pair, float]] = []
    for score, _, _, one, other in scored:
        free = all(one != mine and other != theirs for (mine, theirs), _ in found)
        if -score >= least and free:
            found.append(((one, other), -score))
    return tuple(found)


_HALF = 32
"""Bits a column: of more than 53 a float keeps not each, and two sentences have up to 64 pairs."""


def marks_of_one_thing(claims: Sequence[Claim], first: Integers, second: Integers) -> Floats:
    """Mark which figures of pairs of claims may be of one thing, as rows that can be kept.

    Args:
        claims: with figures.
        first: int64, (n_pairs,), places among the claims.
        second: int64, (n_pairs,).

    Returns:
        float64, (n_pairs, 2): a bit for each of the `contradicting_figures`, in two halves; 0 and
        0 where both claims give the same figures, as exact duplicates do.
    """
    ends = zip(first.tolist(), second.tolist(), strict=True)
    rows = [_marks(claims[one], claims[other]) for one, other in ends]
    return np.array(rows, dtype=np.float64).reshape(-1, 2)


def _marks(ours: Claim, theirs: Claim) -> tuple[int, int]:
    if _same_figures(ours, theirs):
        return 0, 0
    bits = 0
    for place, (one, other) in enumerate(contradicting_figures(ours, theirs)):
        bits |= (not of_different_things(ours, one, theirs, other)) << place
    return bits & ((1 << _HALF) - 1), bits >> _HALF


def marked(ours: Claim, theirs: Claim, marks: Sequence[float]) -> tuple[Pair, ...]:
    """Return the figures that a row of `marks_of_one_thing` marks: those that may be of one thing.

    Args:
        ours: a sentence.
        theirs: the other.
        marks: their row.
    """
    bits = int(marks[0]) | int(marks[1]) << _HALF
    return tuple(
        p for place, p in enumerate(contradicting_figures(ours, theirs)) if bits >> place & 1
    )


def _same_figures(ours: Claim, theirs: Claim) -> bool:
    """Tell whether both give the same figures, as exact duplicates do."""
    return set(map(amount, ours.figures)) == set(map(amount, theirs.figures))
