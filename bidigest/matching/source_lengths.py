"""How long the sources of two sentences are, which tells what being near is worth.

Of few sentences one is nearest to any other, whatever it says, and all the likelier the fewer they
are: the same evidence of short sources says less than of long ones.
"""

from __future__ import annotations

import numpy as np

from bidigest.sparse.matrices import Booleans, Floats, Integers

FEW = 5
"""Sentences of a document; of fewer, some are always the nearest, which says nothing."""

USUAL = 30
"""Sentences of a usual document; of longer ones no more is told."""

_DIGITS = 6


def of_few(first: Integers, second: Integers, documents: Integers) -> Booleans:
    """Tell of each pair whether one of its documents has fewer than `FEW` sentences.

    Args:
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
        documents: int64, (n_sentences,), the document of each.

    Returns:
        bool, (n_pairs,).
    """
    found: Booleans = _shorter(first, second, documents) < FEW
    return found


def shorter_source(first: Integers, second: Integers, documents: Integers) -> Floats:
    """Measure by how much the shorter document of each pair is shorter than a usual one.

    Args:
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
        documents: int64, (n_sentences,), the document of each.

    Returns:
        float64, (n_pairs,), a logarithm from 0 down; 0 where one has few, which is known by itself.
    """
    shorter = _shorter(first, second, documents)
    beside = np.where(shorter < FEW, USUAL, np.minimum(shorter, USUAL)) / USUAL
    return np.log(beside).round(_DIGITS)


def _shorter(first: Integers, second: Integers, documents: Integers) -> Integers:
    """Count the sentences of the shorter document of each pair: int64, (n_pairs,)."""
    lengths = np.bincount(documents, minlength=1)[documents]
    found: Integers = np.minimum(lengths[first], lengths[second])
    return found
