"""Which pairs of sentences are worth a closer look: those that say most of the same words.

A sentence's rarest words tell who its candidates are. Its commoner ones are left out as soon
as the sentences that say its words are more than `MOST_MET`, which never happens in a
collection of a few hundred: there the answer is exact. So the work for a sentence is bounded,
and that for a collection grows with its size, not with its square.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.alignment import Aligned
from bidigest.matching.sparsity import Floats, Integers, counts, distinct, slices

CANDIDATES = 20
"""Of each sentence, how many others are looked at more closely."""

WIDER = 60
"""The same in other sources only, where further evidence is at hand to tell right from wrong:
by cheap evidence, the right partner is often near and seldom first."""

MOST_WIDER = 1_000_000
"""Pairs; beyond, sentences are looked at as if nothing further was at hand."""

MOST_MET = 3000
"""With how many sentences a sentence's words are looked up in, each word for itself."""

_ROWS = 1024


Proposed = tuple[Integers, Integers]
"""Pairs (first < second), sorted, each once."""


def candidates(
    aligned: Aligned, most: int = CANDIDATES, documents: Integers | None = None
) -> Proposed:
    """Each sentence with its best others; given the documents, with those of other documents."""
    size = aligned.weights.shape[0]
    apart = np.arange(size) if documents is None else documents
    covered = sparse.csc_array(aligned.covered.T).tocsr()
    asked = _rarest(aligned.weights, counts(aligned.covered))
    keys = [np.zeros(0, dtype=np.int64)]
    for rows in slices(size, _ROWS):
        mass = sparse.csr_array(asked[rows] @ covered)
        begin = rows.start
        keys += [_strongest(mass, r, begin + r, apart, most) for r in range(mass.shape[0])]
    unique = distinct(np.concatenate(keys))
    return unique // max(size, 1), unique % max(size, 1)


def _rarest(weights: sparse.csr_array, met: Integers) -> sparse.csr_array:
    """Of each sentence the words, rarest first, that together meet at most `MOST_MET` others."""
    owner = np.repeat(np.arange(weights.shape[0]), np.diff(weights.indptr))
    order = np.lexsort((weights.indices, met[weights.indices], owner))
    meets = met[weights.indices[order]]
    total = np.cumsum(meets)
    before = np.r_[0, total][weights.indptr[:-1]]
    within = total - np.repeat(before, np.diff(weights.indptr)) <= MOST_MET
    kept = np.zeros(len(order), dtype=bool)
    kept[order] = within
    asked = weights.copy()
    asked.data = np.where(kept, asked.data, 0.0)
    asked.eliminate_zeros()
    return asked


def _strongest(
    mass: sparse.csr_array, row: int, sentence: int, apart: Integers, most: int
) -> Integers:
    """The sentence's best others, as keys `smaller * size + greater`; ties go to the earlier.

    Sentences with the same number in `apart` are no candidates for each other.
    """
    size, own = len(apart), apart[sentence]
    begin, end = mass.indptr[row], mass.indptr[row + 1]
    others = mass.indices[begin:end].astype(np.int64)
    values: Floats = mass.data[begin:end].round(6)
    values[apart[others] == own] = -1.0
    if len(others) > most:
        least = np.partition(values, len(values) - most)[len(values) - most]
        above = others[values > least]
        ties = np.sort(others[values == least])
        others = np.r_[above, ties[: most - len(above)]]
    others = others[apart[others] != own]
    keys: Integers = np.minimum(others, sentence) * size + np.maximum(others, sentence)
    return keys


def widened(near: Proposed, aligned: Aligned, documents: Integers) -> Proposed:
    """These pairs, and more of each sentence with those of other documents if there is room."""
    most = WIDER if len(documents) * WIDER <= MOST_WIDER else CANDIDATES
    wide = candidates(aligned, most, documents)
    size = max(len(documents), 1)
    keys = distinct(np.r_[near[0] * size + near[1], wide[0] * size + wide[1]])
    return keys // size, keys % size
