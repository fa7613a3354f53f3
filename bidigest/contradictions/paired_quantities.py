"""Figures of two sentences, paired: those that differ and are probably of one thing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bidigest.contradictions.figure_evidence import Alike
from bidigest.contradictions.quantity_claims import Claim, Pair, amount, comparable
from bidigest.contradictions.same_referent import LEAST, of_different_things, probability
from bidigest.sparse.matrices import Floats, Integers


def may_be_of_one_thing(first: Claim, second: Claim) -> tuple[Pair, ...]:
    """Pair figures that differ and of which nothing tells that they are of different things."""
    return tuple(
        (one, other)
        for one, other in comparable(first, second)
        if not of_different_things(first, one, second, other)
    )


def of_one_thing(
    first: Claim,
    second: Claim,
    alike: Alike,
    least: float = LEAST,
    among: Sequence[Pair] | None = None,
) -> tuple[Pair, ...]:
    """Pair figures that differ and are probably of one thing, the likeliest first, none twice.

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
    found: list[Pair] = []
    for score, _, _, one, other in scored:
        free = all(one != mine and other != theirs for mine, theirs in found)
        if -score >= least and free:
            found.append((one, other))
    return tuple(found)


def any_of_one_thing(claims: Sequence[Claim], first: Integers, second: Integers) -> Floats:
    """Tell of pairs of claims whether any of their figures may be of one thing.

    Args:
        claims: with figures.
        first: int64, (n_pairs,), places among the claims.
        second: int64, (n_pairs,).

    Returns:
        float64, (n_pairs, 1), 1 or 0.
    """
    ends = zip(first.tolist(), second.tolist(), strict=True)
    found = [bool(unlike(claims[one], claims[other])) for one, other in ends]
    return np.array(found, dtype=np.float64).reshape(-1, 1)


def unlike(ours: Claim, theirs: Claim) -> tuple[Pair, ...]:
    """Pair figures that differ and may be of one thing, unless both give the same ones."""
    return () if _same_figures(ours, theirs) else may_be_of_one_thing(ours, theirs)


def _same_figures(ours: Claim, theirs: Claim) -> bool:
    """Tell whether both give the same figures, as exact duplicates do."""
    return set(map(amount, ours.figures)) == set(map(amount, theirs.figures))
