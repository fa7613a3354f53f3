"""Cosines of all sentences with all, a block of rows at a time, by the vectors of their clauses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from bidigest.sparse.matrices import Floats, Integers

_DIGITS = 6
_CELLS = 1_000_000
"""Cosines held at once."""


def top_columns_dense(values: Floats, count: int) -> tuple[Integers, Integers]:
    """Find the columns of the `count` greatest values of each row; of equal ones the first.

    Args:
        values: float64, (n_rows, n_columns).
        count: how many a row.

    Returns:
        Rows and columns, both int64, (n_found,).
    """
    last = values.shape[1] - count
    if last <= 0:
        every = np.indices(values.shape).reshape(2, -1)
        return every[0], every[1]
    least = np.partition(values, last, axis=1)[:, last, None]
    above, equal = values > least, values == least
    room = count - above.sum(axis=1, keepdims=True)
    rows, columns = np.nonzero(above | (equal & (np.cumsum(equal, axis=1) <= room)))
    return rows, columns


def blocks_of(
    vectors: Floats, starts: Integers, wanted: Integers | None = None
) -> Iterator[tuple[slice, Floats, Floats]]:
    """Yield rows of sentences with the cosines of wholes, and of nearest clauses, to all.

    Args:
        vectors: float64, (n_texts, n_dimensions), rows of length 1.
        starts: int64, (n_sentences,), where each sentence's texts start.
        wanted: int64, (n_wanted,), sentences that have to be in a block; by default all.

    Returns:
        Of each block the sentences and two tables, float64, (n_rows, n_sentences).
    """
    size, ends = len(starts), np.r_[starts, len(vectors)]
    step = max(1, _CELLS // max(1, 3 * len(vectors)))
    asked = np.ones(size, bool) if wanted is None else np.bincount(wanted, minlength=size) > 0
    for start, stop in pairwise([*range(0, size, step), size]):
        if not asked[start:stop].any():
            continue
        inside = vectors[ends[start] : ends[stop]]
        every = (inside @ vectors.T).round(_DIGITS)
        rows = ends[start:stop] - ends[start]
        nearest = np.maximum.reduceat(np.maximum.reduceat(every, starts, axis=1), rows, axis=0)
        yield slice(start, stop), every[np.ix_(rows, starts)], nearest
