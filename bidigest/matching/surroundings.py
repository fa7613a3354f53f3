"""What is spoken of around a sentence: sources that retell each other keep what goes together."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.sparsity import Integers, heaviest, unit

REACH = 3
"""Sentences before and after that count."""

FADING = 0.7
"""What a sentence counts, for each step away from the one in question."""

MOST_CONCEPTS = 16
"""Of each sentence, how many of its most telling concepts count: keeps the sums small."""


def surroundings(concepts: sparse.csr_array, documents: Integers) -> sparse.csr_array:
    """What stands around each sentence (in reading order), as unit vectors over concepts."""
    near = _nearby(documents)
    return unit(sparse.csr_array(near @ heaviest(concepts, MOST_CONCEPTS)))


def _nearby(documents: Integers) -> sparse.csr_array:
    """Sentences by sentences of the same document: how much each counts for the other."""
    size = len(documents)
    steps = np.array([step for step in range(-REACH, REACH + 1) if step])
    row = np.repeat(np.arange(size), len(steps))
    column = row + np.tile(steps, size)
    fading = np.array([FADING ** abs(step) for step in steps.tolist()])
    inside = (column >= 0) & (column < size)
    row, column, value = row[inside], column[inside], np.tile(fading, size)[inside]
    same = documents[row] == documents[column]
    entries = (value[same], (row[same], column[same]))
    return sparse.csr_array(sparse.coo_array(entries, shape=(size, size)))
