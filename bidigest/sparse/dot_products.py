"""Dot products of many pairs of sparse rows.

A row that many others are held against is written out once, into a table of zeros; a product is
then a walk over the other row's few entries. Walking two sparse rows side by side, as scipy does
it, takes twice as long: no processor can guess which of the two comes next.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.sparse.matrices import Floats, Integers, counts, distinct, entries

MOST_AT_ONCE = 4_000_000
"""Pairs of rows up to which the whole product takes less time than the wanted pairs alone."""

_TABLE = 4_000_000
"""Numbers in the table: what it holds of one row still fits into a processor's cache."""

_WRITING = 4
"""Cost of writing an entry out and clearing it again, in costs of walking over one."""

_DIGITS = 12
"""Decimal places to which a sum is the same in whatever order it is added up."""


def paired(
    left: sparse.csr_array, right: sparse.csr_array, first: Integers, second: Integers
) -> Floats:
    """Compute the dot products of pairs of sparse rows.

    Args:
        left: one side of the pairs.
        right: the other, with the same columns.
        first: int64, (n_pairs,), row numbers of `left`.
        second: int64, (n_pairs,), row numbers of `right`.

    Returns:
        float64, (n_pairs,), rounded to 12 places so that the order of summing does not show.
    """
    if not len(first):
        return np.zeros(0)
    possible = left.shape[0] * right.shape[0]
    if len(first) < possible <= MOST_AT_ONCE and len(first) >= left.shape[0]:
        whole: Floats = sparse.csr_array(left @ right.T).toarray()
        return whole[first, second].round(_DIGITS)
    if _steps(right, left, second) < _steps(left, right, first):
        left, right, first, second = right, left, second, first
    if (first[1:] >= first[:-1]).all():
        return _spread(left, right, first, second)
    order = np.argsort(first, kind="stable")
    found = np.empty(len(order))
    found[order] = _spread(left, right, first[order], second[order])
    return found


def _steps(left: sparse.csr_array, right: sparse.csr_array, first: Integers) -> float:
    """Estimate how many entries are looked at if the rows `first` of `left` are written out.

    Args:
        left: (n_rows, n_columns), the side written out.
        right: (n_others, n_columns), the side walked over.
        first: int64, (n_pairs,), row numbers of `left`.
    """
    written = _WRITING * len(distinct(first)) * left.nnz / max(1, left.shape[0])
    return float(written + len(first) * right.nnz / max(1, right.shape[0]))


def _spread(
    left: sparse.csr_array, right: sparse.csr_array, first: Integers, second: Integers
) -> Floats:
    """Compute the products of pairs whose rows `first` are written out.

    Args:
        left: (n_rows, n_columns).
        right: (n_others, n_columns).
        first: int64, (n_pairs,), row numbers of `left`, in order.
        second: int64, (n_pairs,), row numbers of `right`.

    Returns:
        float64, (n_pairs,), rounded.
    """
    width, found = left.shape[1], np.empty(len(first))
    starts = np.flatnonzero(np.r_[True, first[1:] != first[:-1]][: len(first)])
    ends = np.r_[starts, len(first)]
    most = min(max(1, _TABLE // width), max(1, len(starts)))
    table = np.zeros(most * width)
    for start in range(0, len(starts), most):
        bounds = ends[start : start + most + 1]
        at = slice(bounds[0], bounds[-1])
        places, owner = entries(left, first[bounds[:-1]])
        written = owner * width + left.indices[places]
        table[written] = left.data[places]
        found[at] = _walked(right[second[at]], np.diff(bounds), table, width)
        table[written] = 0.0
    return found.round(_DIGITS)


def _walked(others: sparse.csr_array, times: Integers, table: Floats, width: int) -> Floats:
    """Multiply rows with those in the table, `times` of them in turn with each.

    Args:
        others: (n_pairs, n_columns), the sparse side of the products.
        times: int64, (n_written,), how many of the others each written row is multiplied with.
        table: float64, (n_written * width,), the written rows one after another.
        width: number of columns.

    Returns:
        float64, (n_pairs,).
    """
    offsets = np.repeat(np.arange(len(times)) * width, times)
    columns = others.indices + np.repeat(offsets, np.diff(others.indptr))
    parts = (others.data, columns.astype(others.indices.dtype), others.indptr)
    found: Floats = sparse.csr_array(parts, shape=(others.shape[0], len(table))) @ table
    return found


def comparable_columns(matrix: sparse.csr_array) -> sparse.csr_array:
    """Order the columns of a matrix for products of its own rows.

    Columns of one row only are left out; those of most rows come first and so lie close
    together in memory.

    Args:
        matrix: (n_rows, n_columns).

    Returns:
        (n_rows, n_shared_columns), at least one column.
    """
    met = counts(matrix)
    place = np.empty(len(met), dtype=matrix.indices.dtype)
    place[np.argsort(-met, kind="stable")] = np.arange(len(met))
    columns, several = place[matrix.indices], int((met > 1).sum())
    kept = columns < several
    starts = np.r_[0, np.cumsum(kept)][matrix.indptr].astype(matrix.indptr.dtype)
    shape = (matrix.shape[0], max(1, several))
    return sparse.csr_array((matrix.data[kept], columns[kept], starts), shape=shape)
