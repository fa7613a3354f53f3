"""Which pairs of sentences are worth a closer look: those that say many of the same words."""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.alignment import Integers
from bidigest.matching.evidence import Collection

CANDIDATES = 20
"""Of each sentence, how many others are looked at more closely."""

WIDER = 60
"""The same in other sources only, where further evidence is at hand to tell right from wrong:
by cheap evidence, the right partner is often near and seldom first."""

MOST_WIDER = 1_000_000
"""Pairs; beyond, sentences are looked at as if nothing further was at hand."""

_ROWS = 512

Proposed = tuple[Integers, Integers]
"""Pairs, first < second, each once, in order."""


def candidates(collection: Collection, most: int = CANDIDATES, *, across: bool = False) -> Proposed:
    """Each sentence with the others, or with `across` those of other documents, that say most of
    the same words: `most` of them."""
    keys: list[Integers] = []
    size = len(collection.sentences)
    aligned = collection.aligned
    covered = sparse.csc_array(aligned.covered.T)
    barred = collection.documents if across else np.arange(size)
    for start in range(0, size, _ROWS):
        mass = sparse.csr_array(aligned.weights[start : start + _ROWS] @ covered)
        keys.append(_strongest(mass, start, barred, most))
    unique = np.unique(np.concatenate(keys)) if keys else np.zeros(0, dtype=np.int64)
    return unique // max(size, 1), unique % max(size, 1)


def _strongest(mass: sparse.csr_array, start: int, barred: Integers, most: int) -> Integers:
    """The best columns of each row that are not barred, as keys `smaller * size + greater`."""
    size = len(barred)
    row = np.repeat(np.arange(mass.shape[0]), np.diff(mass.indptr)) + start
    column, value = mass.indices.astype(np.int64), mass.data.round(6)
    other = barred[row] != barred[column]
    row, column, value = row[other], column[other], value[other]
    order = np.lexsort((column, -value, row))
    row, column = row[order], column[order]
    starts = np.searchsorted(row, np.arange(start, start + mass.shape[0]))
    place = np.arange(len(row)) - starts[row - start]
    row, column = row[place < most], column[place < most]
    keys: Integers = np.minimum(row, column) * size + np.maximum(row, column)
    return keys


def wider(collection: Collection) -> Proposed:
    """Pairs of sentences of different documents, more of each sentence if there is room."""
    most = WIDER if len(collection.sentences) * WIDER <= MOST_WIDER else CANDIDATES
    return candidates(collection, most, across=True)


def joined(some: Proposed, others: Proposed) -> Proposed:
    """Both sets of pairs as one."""
    pairs = np.unique(np.c_[np.r_[some[0], others[0]], np.r_[some[1], others[1]]], axis=0)
    return pairs[:, 0], pairs[:, 1]
