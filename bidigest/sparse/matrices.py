"""Sparse matrices of sentences by names: building them, counting and scaling their columns.

And what of a graph, given by its edges, hangs together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Booleans = npt.NDArray[np.bool_]
Name = TypeVar("Name", str, tuple[str, float, float])


def incidence(rows: Sequence[Iterable[Name]]) -> tuple[list[Name], sparse.csr_array]:
    """Build the matrix of which row has which name.

    Args:
        rows: the names of each row, in any order, repeated or not.

    Returns:
        All names, sorted, and a matrix (n_rows, max(1, n_names)), 1.0 where a row has a name.
    """
    number: dict[Name, int] = {}
    listed = [[number.setdefault(name, len(number)) for name in row] for row in rows]
    names = sorted(number)
    place = np.empty(max(1, len(names)), dtype=np.int64)
    place[[number[name] for name in names]] = np.arange(len(names))
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in listed])
    column = place[np.array([at for row in listed for at in row], dtype=np.int64)]
    return names, ones(owner, column, (len(rows), max(1, len(names))))


def ones(owner: Integers, column: Integers, shape: tuple[int, int]) -> sparse.csr_array:
    """Build a matrix with 1.0 at given places.

    Args:
        owner: int64, (n_entries,), the rows.
        column: int64, (n_entries,); a place named twice counts once.
        shape: of the matrix.
    """
    keys = distinct(owner * shape[1] + column)
    starts = np.searchsorted(keys, np.arange(shape[0] + 1) * shape[1])
    return compact(np.ones(len(keys)), keys % shape[1], starts, shape)


def compact(
    values: Floats, columns: Integers, starts: Integers, shape: tuple[int, int]
) -> sparse.csr_array:
    """Build a CSR matrix whose indices take 32 bits where they fit into them.

    Args:
        values: float64, (n_entries,), row after row.
        columns: int64, (n_entries,).
        starts: int64, (n_rows + 1,), where each row begins.
        shape: of the matrix.
    """
    kind = _kind(len(values), shape)
    return sparse.csr_array((values, columns.astype(kind), starts.astype(kind)), shape=shape)


def placed(
    values: Floats, rows: Integers, columns: Integers, shape: tuple[int, int]
) -> sparse.csr_array:
    """Build a CSR matrix, with compact indices, from entries in any order.

    Args:
        values: float64, (n_entries,); those at one place are summed.
        rows: int64, (n_entries,).
        columns: int64, (n_entries,).
        shape: of the matrix.
    """
    kind = _kind(len(values), shape)
    return sparse.csr_array((values, (rows.astype(kind), columns.astype(kind))), shape=shape)


def symmetric(values: Floats, first: Integers, second: Integers, size: int) -> sparse.csr_array:
    """Build a (size, size) matrix with each value at (first, second) and (second, first).

    Args:
        values: float64, (n_pairs,).
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
        size: number of rows and of columns.
    """
    ends = np.r_[first, second], np.r_[second, first]
    return placed(np.r_[values, values], *ends, (size, size))


def _kind(count: int, shape: tuple[int, int]) -> type[np.signedinteger[Any]]:
    return np.int32 if max(*shape, count) < np.iinfo(np.int32).max else np.int64


def distinct(numbers: Integers) -> Integers:
    """Return each number once, in order: int64, (n_distinct,); quick for very many."""
    ordered = np.sort(numbers)
    found: Integers = ordered[np.r_[True, ordered[1:] != ordered[:-1]][: len(ordered)]]
    return found


def counts(matrix: sparse.csr_array) -> Integers:
    """Count the rows in which each column stands: int64, (n_columns,)."""
    found: Integers = np.bincount(matrix.indices, minlength=matrix.shape[1])
    return found


def scaled(matrix: sparse.csr_array, columns: Floats) -> sparse.csr_array:
    """Multiply each column by its own factor.

    Args:
        matrix: (n_rows, n_columns).
        columns: float64, (n_columns,).
    """
    parts = (matrix.data * columns[matrix.indices], matrix.indices, matrix.indptr)
    return sparse.csr_array(parts, shape=matrix.shape)


def unit(matrix: sparse.csr_array) -> sparse.csr_array:
    """Scale each row of a matrix (n_rows, n_columns) to length 1; an empty row stays empty."""
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    data = matrix.data / np.repeat(np.maximum(norms, 1e-12), np.diff(matrix.indptr))
    return sparse.csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)


def numbered(keys: Integers) -> tuple[int, Integers]:
    """Count the distinct keys, and number each by its place among them in order.

    Args:
        keys: int64, (n_keys,).

    Returns:
        Their count, and int64, (n_keys,), from 0.
    """
    names, numbers = np.unique(keys, return_inverse=True)
    return len(names), numbers


def slices(length: int, size: int) -> Iterator[slice]:
    """Yield slices of at most `size` that make up the whole length."""
    return (slice(start, min(start + size, length)) for start in range(0, length, size))


def entries(matrix: sparse.csr_array, rows: Integers) -> tuple[Integers, Integers]:
    """Find all entries of some rows.

    Args:
        matrix: (n_rows, n_columns).
        rows: int64, (n_chosen,).

    Returns:
        Their places in `indices` and `data`, and for each the position in `rows` of its row;
        both int64, (n_entries,) of these rows.
    """
    lengths = np.diff(matrix.indptr)[rows]
    owner = np.repeat(np.arange(len(rows)), lengths)
    before = np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.repeat(matrix.indptr[rows], lengths) + np.arange(len(owner)) - before, owner


def components(size: int, pairs: Iterable[tuple[int, int]]) -> npt.NDArray[np.int64]:
    """Find connected components by union-find.

    Args:
        size: number of nodes, named 0 … size - 1.
        pairs: edges.

    Returns:
        int64, (size,): of each node the smallest node of its component.
    """
    above = list(range(size))
    for first, second in pairs:
        one, other = representative(above, first), representative(above, second)
        above[max(one, other)] = min(one, other)
    return np.array([representative(above, number) for number in range(size)], dtype=np.int64)


def representative(above: list[int], number: int) -> int:
    """Find the node that a node's component is named by, and shorten the way to it.

    Args:
        above: of each node one nearer to that node, which is above itself; changed in place.
        number: the node.
    """
    while above[number] != number:
        above[number] = above[above[number]]
        number = above[number]
    return number
