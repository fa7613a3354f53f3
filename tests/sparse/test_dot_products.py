"""Dot products of many pairs of sparse rows, whichever way they are worked out."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.sparse as sparse
from hypothesis import given, settings
from hypothesis import strategies as st

from bidigest.sparse import dot_products
from bidigest.sparse.dot_products import comparable_columns, paired
from bidigest.sparse.row_selection import keep_top, top_columns

SHAPES = st.tuples(st.integers(1, 12), st.integers(1, 9), st.integers(0, 2**32 - 1))


def matrix(rows: int, columns: int, seed: int) -> sparse.csr_array:
    """Mostly zeros."""
    chance = np.random.default_rng(seed)
    values = chance.random((rows, columns)) * (chance.random((rows, columns)) < 0.4)
    return sparse.csr_array(values)


@settings(max_examples=60, deadline=None)
@given(SHAPES, st.integers(1, 12), st.integers(0, 40), st.sampled_from([0, 10, 4_000_000]))
def test_products_are_those_of_whole_tables(
    shape: tuple[int, int, int], others: int, many: int, table: int
) -> None:
    rows, columns, seed = shape
    left, right = matrix(rows, columns, seed), matrix(others, columns, seed + 1)
    chance = np.random.default_rng(seed)
    first, second = chance.integers(0, rows, many), chance.integers(0, others, many)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dot_products, "MOST_AT_ONCE", table)
        patch.setattr(dot_products, "_TABLE", max(1, table))
        found = paired(left, right, first, second)
    expected = (left.toarray() @ right.toarray().T)[first, second]
    assert np.allclose(found, expected, atol=1e-11)


def test_nothing_has_no_products() -> None:
    nothing, nobody = sparse.csr_array((0, 1)), np.zeros(0, dtype=np.int64)
    assert len(paired(nothing, nothing, nobody, nobody)) == 0


@given(SHAPES)
@settings(max_examples=40, deadline=None)
def test_columns_that_one_row_has_make_no_product_of_two(shape: tuple[int, int, int]) -> None:
    whole = matrix(*shape)
    fewer = comparable_columns(whole)
    products_of = [(each @ each.T).toarray() for each in (whole, fewer)]
    for each in products_of:
        np.fill_diagonal(each, 0.0)
    assert np.allclose(*products_of)


@given(SHAPES, st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_the_heaviest_of_each_row_are_its_greatest(shape: tuple[int, int, int], most: int) -> None:
    whole = matrix(*shape)
    kept = keep_top(whole, most).toarray()
    for row, left in zip(whole.toarray(), kept, strict=True):
        assert sorted(left[left > 0]) == sorted(row[row > 0])[-most:]


def test_of_equal_values_the_smaller_columns_count_and_none_below_zero() -> None:
    values = sparse.csr_array(np.array([[0.5, 0.7, 0.5, 0.5], [-1.0, 0.0, 0.2, 0.0]]))
    owner, columns = top_columns(values, 2)
    assert list(zip(owner.tolist(), columns.tolist(), strict=True)) == [(0, 1), (0, 0), (1, 2)]
