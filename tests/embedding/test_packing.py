"""Pieces of texts have rows of their own, and stand where their bits do not hang on the company."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bidigest.embedding.packing import Packing, padded, room

LENGTHS = st.lists(st.integers(1, 40), min_size=1, max_size=8)


@given(LENGTHS)
def test_each_piece_has_a_row_of_its_own(lengths: Sequence[int]) -> None:
    packing = Packing.of(lengths)
    inside = packing.inside.ravel()
    rows = packing.rows[inside]
    assert len(set(rows.tolist())) == len(rows) == sum(lengths)
    assert (packing.places[rows] == np.flatnonzero(inside)).all()


@given(LENGTHS)
def test_a_piece_stands_in_the_half_of_twelve_rows_in_which_it_stands_alone(
    lengths: Sequence[int],
) -> None:
    packing = Packing.of(lengths)
    alone = np.flatnonzero(packing.inside.ravel())
    assert (packing.rows[alone] % 12 // 6 == alone % 12 // 6).all()


@given(LENGTHS)
def test_rows_are_whole_steps_and_never_more_than_with_padding(lengths: Sequence[int]) -> None:
    rows = len(Packing.of(lengths).places)
    assert rows == padded(sum(map(room, lengths)))
    assert rows <= sum(map(padded, lengths))


def test_short_texts_share_what_would_be_padding() -> None:
    assert len(Packing.of([13, 13, 13]).places) == 48  # with padding 72
