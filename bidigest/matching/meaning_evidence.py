"""Evidence by a sentence model: how near two sentences come in meaning, and to being nearest."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bidigest.matching.collection import Pairs
from bidigest.matching.meaning import Meanings
from bidigest.sparse.matrices import Floats


def meaning(pairs: Pairs) -> Floats:
    """Compute the cosine by the sentence model: float64, (n_pairs,)."""
    return _by_model(pairs, lambda known: known.whole(pairs.first, pairs.second))


def nearest_meaning(pairs: Pairs) -> Floats:
    """Measure how near they come to being each other's nearest by the model: 1 if they are.

    Returns:
        float64, (n_pairs,).
    """

    def mutual(known: Meanings) -> Floats:
        """Compare the pairs' cosines with the nearest of their sources: float64, (n_pairs,)."""
        cosines = known.whole(pairs.first, pairs.second)
        return _unless_few(
            pairs, known, known.mutual(cosines, known.nearest, pairs.first, pairs.second)
        )

    return _by_model(pairs, mutual)


def clause_meaning(pairs: Pairs) -> Floats:
    """Compute the cosine of the two nearest clauses (or wholes) by the sentence model.

    Returns:
        float64, (n_pairs,).
    """
    return _by_model(pairs, lambda _: pairs.nearest_clauses)


def nearest_clause_meaning(pairs: Pairs) -> Floats:
    """Measure how near their clauses come to being each other's nearest: 1 if none is nearer.

    Returns:
        float64, (n_pairs,).
    """

    def mutual(known: Meanings) -> Floats:
        """Compare the clauses' cosines with the nearest of their sources: float64, (n_pairs,)."""
        cosines, nearest = pairs.nearest_clauses, known.nearest_clauses
        return _unless_few(pairs, known, known.mutual(cosines, nearest, pairs.first, pairs.second))

    return _by_model(pairs, mutual)


def _unless_few(pairs: Pairs, known: Meanings, values: Floats) -> Floats:
    """Return the values; not a number where one of few sentences is nearest whatever it says.

    Args:
        pairs: n_pairs of them.
        known: the sentences' vectors.
        values: float64, (n_pairs,).

    Returns:
        float64, (n_pairs,).
    """
    return np.where(known.few(pairs.first, pairs.second), np.nan, values)


def meaning_beyond_usual(pairs: Pairs) -> Floats:
    """Measure how far the cosine is above what either has with the other's source anyway.

    Returns:
        float64, (n_pairs,).
    """
    return _by_model(pairs, lambda known: known.beyond_usual(pairs.first, pairs.second))


def _by_model(pairs: Pairs, measure: Callable[[Meanings], Floats]) -> Floats:
    """Measure pairs by the sentence model; not a number without one: float64, (n_pairs,)."""
    known = pairs.collection.meanings
    return np.full(len(pairs.first), np.nan) if known is None else measure(known)
