"""Evidence by numbers, whatever they are of: one that is rare in the collection tells more."""

from __future__ import annotations

import numpy as np

from bidigest.matching.collection import Pairs
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import Floats

_MOST_SHARED, _MOST_UNSHARED = 10.0, 20.0
"""Nats of rarity beyond which more numbers tell no more."""


_DIGITS = 6


def shared_numbers(pairs: Pairs) -> Floats:
    """Add up the rarity of the numbers that both give: float64, (n_pairs,), from 0 to 1."""
    return (np.minimum(_shared(pairs), _MOST_SHARED) / _MOST_SHARED).round(_DIGITS)


def unshared_numbers(pairs: Pairs) -> Floats:
    """Add up the rarity of the numbers that only one gives: float64, (n_pairs,), from 0 to 1."""
    given = np.asarray(pairs.collection.numbers.power(2).sum(axis=1), dtype=np.float64).ravel()
    unshared = given[pairs.first] + given[pairs.second] - 2 * _shared(pairs)
    return (np.clip(unshared, 0.0, _MOST_UNSHARED) / _MOST_UNSHARED).round(_DIGITS)


def _shared(pairs: Pairs) -> Floats:
    """Add up the rarity of the numbers that both give: float64, (n_pairs,)."""
    numbers = pairs.collection.numbers
    return paired(numbers, numbers, pairs.first, pairs.second)
