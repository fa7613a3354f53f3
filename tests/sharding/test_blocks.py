"""Blocks hold every pair once, few sentences each, and are the same whoever asks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.sharding.blocks import blocks
from bidigest.sparse.matrices import Floats, Integers

Pairs = tuple[Integers, Integers, Floats]


@st.composite
def pairs(draw: st.DrawFn) -> Pairs:
    """Pairs of up to 40 sentences, sorted, each once, with how near they are."""
    number = st.integers(0, 39)
    ends = draw(st.sets(st.tuples(number, number).filter(lambda pair: pair[0] < pair[1])))
    near = draw(st.lists(st.floats(0, 1), min_size=len(ends), max_size=len(ends)))
    first, second = np.array(sorted(ends), dtype=np.int64).reshape(-1, 2).T
    return first, second, np.array(near)


def sizes(found: list[Integers], first: Integers, second: Integers) -> list[int]:
    """How many sentences each block has, those that its pairs reach among them."""
    return [len({*first[rows].tolist(), *second[rows].tolist()}) for rows in found]


@given(pairs(), st.integers(2, 50))
def test_every_pair_is_in_one_block(given: Pairs, most: int) -> None:
    found = blocks(*given, most)
    assert sorted(np.concatenate([np.zeros(0, int), *found]).tolist()) == list(range(len(given[0])))
    assert all(len(rows) and (np.diff(rows) > 0).all() for rows in found)


@given(pairs(), st.integers(2, 50))
def test_the_same_pairs_make_the_same_blocks(given: Pairs, most: int) -> None:
    once, again = ([rows.tolist() for rows in blocks(*given, most)] for _ in range(2))
    assert once == again


@given(pairs())
def test_where_there_is_room_all_is_one_block(given: Pairs) -> None:
    assert len(blocks(*given, 40)) == min(1, len(given[0]))


@given(pairs(), st.integers(2, 50))
def test_components_that_fit_are_never_divided(given: Pairs, most: int) -> None:
    first, second, near = given
    apart = 40 * np.arange(3)[:, None]
    tripled = [np.ravel(each + apart) for each in (first, second)]
    whole = len({*first.tolist(), *second.tolist()})
    found = blocks(tripled[0], tripled[1], np.tile(near, 3), most)
    if whole <= most:
        assert all(size <= most for size in sizes(found, tripled[0], tripled[1]))


def test_the_nearest_are_kept_together() -> None:
    first, second = np.array([0, 1, 2]), np.array([1, 2, 3])
    found = blocks(first, second, np.array([0.9, 0.1, 0.8]), 2)
    together = [rows.tolist() for rows in found]
    assert len(together) == 2
    assert any(0 in rows and 2 not in rows for rows in together)


@pytest.mark.parametrize("most", [10, 30, 100])
def test_a_chain_is_cut_into_blocks_of_the_size_that_is_asked_for(most: int) -> None:
    first = np.arange(1000)
    near = np.random.default_rng(5).random(1000)
    found = blocks(first, first + 1, near, most)
    # With the neighbours on both sides of each group.
    assert max(sizes(found, first, first + 1)) <= 3 * most
    assert len(found) <= 3 * 1000 / most


def test_of_two_groups_the_one_is_visited_by_fewer() -> None:
    # 4 is near to all of the first group: its pairs go there, and it alone is taken apart twice.
    first, second = np.array([0, 0, 1, 1, 2, 3, 0, 4]), np.array([1, 4, 2, 4, 4, 4, 3, 5])
    near = np.array([1.0, 0.1, 1.0, 0.1, 0.1, 0.1, 1.0, 1.0])
    order = np.lexsort((second, first))
    found = blocks(first[order], second[order], near[order], 4)
    assert sorted(sizes(found, first[order], second[order])) == [2, 5]
