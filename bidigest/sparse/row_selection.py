"""Top-k of sparse rows: the greatest entries of each, or those in the rarest columns."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import scipy.sparse as sparse

from bidigest.sparse.matrices import Booleans, Floats, Integers

_PARTS = 10**9
"""Steps between 0 and 1 to which values are rounded before they are ordered."""
_APART = 2 * _PARTS
"""Distance between the keys of one row and of the next, beyond any value of a row."""


def keep_top(matrix: sparse.csr_array, count: int) -> sparse.csr_array:
    """Keep the `count` greatest values of each row; of equal ones those that stand first.

    Args:
        matrix: (n_rows, n_columns), values from 0 to 1, columns in order.
        count: how many a row.
    """
    lengths = np.diff(matrix.indptr)
    owner = np.repeat(np.arange(len(lengths)), lengths)
    # Rounded: which of two like values comes out greater by its last bit is chance.
    keys = owner * _APART - np.rint(matrix.data * _PARTS).astype(np.int64)
    last = np.minimum(matrix.indptr[:-1] + count, matrix.indptr[1:])[lengths > 0] - 1
    limit = np.repeat(np.sort(keys)[last], lengths[lengths > 0])
    above, equal = keys < limit, keys == limit
    room = count - np.bincount(owner[above], minlength=len(lengths))
    found = matrix.copy()
    found.data = np.where(above | (equal & (_nth(equal, matrix) <= room[owner])), found.data, 0.0)
    found.eliminate_zeros()
    return found


def _nth(marked: Booleans, matrix: sparse.csr_array) -> Integers:
    """Count the marked entries of each row from 1.

    Args:
        marked: bool, (n_entries,), one for each entry of the matrix.
        matrix: (n_rows, n_columns).

    Returns:
        int64, (n_entries,); at an unmarked entry the number of the marked one before it.
    """
    total = np.cumsum(marked)
    before = np.r_[0, total][matrix.indptr[:-1]]
    found: Integers = total - np.repeat(before, np.diff(matrix.indptr))
    return found


def keep_rarest(matrix: sparse.csr_array, met: Integers, most: int) -> sparse.csr_array:
    """Keep of each row the rarest columns, as far as they meet at most `most` rows together.

    Args:
        matrix: (n_rows, n_columns).
        met: int64, (n_columns,), the number of rows that each column meets.
        most: how many rows those that are kept may meet, summed.
    """
    owner = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((matrix.indices, met[matrix.indices], owner))
    total = np.cumsum(met[matrix.indices[order]])
    before = np.repeat(np.r_[0, total][matrix.indptr[:-1]], np.diff(matrix.indptr))
    kept = np.zeros(len(order), dtype=bool)
    kept[order] = total - before <= most
    found = matrix.copy()
    found.data = np.where(kept, found.data, 0.0)
    found.eliminate_zeros()
    return found


def top_columns(matrix: sparse.csr_array, count: int) -> tuple[Integers, Integers]:
    """Find the columns of the `count` greatest values of each row, never values below 0.

    Args:
        matrix: (n_rows, n_columns).
        count: how many a row, at most.

    Returns:
        Rows and columns, both int64, (n_found,); among equal values the smaller columns.
    """
    columns = matrix.indices.astype(np.int64)
    rows = [
        _top_of_row(matrix.data[start:end], columns[start:end], count)
        for start, end in pairwise(matrix.indptr.tolist())
    ]
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    return owner, np.concatenate([np.zeros(0, dtype=np.int64), *rows])


def _top_of_row(values: Floats, columns: Integers, count: int) -> Integers:
    """Find the columns of the greatest values of one row.

    Args:
        values: float64, (n_entries,).
        columns: int64, (n_entries,).
        count: how many at most.

    Returns:
        int64, (n_found,).
    """
    at = len(values) - count
    least = np.partition(values, at)[at] if at > 0 else -1.0
    if least < 0.0:
        return columns[values >= 0.0]
    above = columns[values > least]
    ties = np.sort(columns[values == least])
    return np.concatenate([above, ties[: count - len(above)]])
