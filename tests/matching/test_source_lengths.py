"""How long the shorter source of two sentences is, beside a usual one."""

from __future__ import annotations

import numpy as np
import pytest

from bidigest.matching.source_lengths import FEW, USUAL, of_few, shorter_source


def lengths(one: int, other: int) -> tuple[float, bool]:
    """What is told of a pair between sources of so many sentences."""
    documents = np.repeat(np.array([0, 1]), [one, other])
    pair = np.array([0]), np.array([one])
    return float(shorter_source(*pair, documents)[0]), bool(of_few(*pair, documents)[0])


def test_the_shorter_one_counts() -> None:
    assert lengths(USUAL, 200) == (0.0, False)
    assert lengths(10, 20)[0] == lengths(40, 10)[0] == pytest.approx(np.log(10 / USUAL))


def test_of_longer_ones_no_more_is_told() -> None:
    assert lengths(USUAL, USUAL) == lengths(2 * USUAL, 3 * USUAL)


def test_few_sentences_tell_nothing() -> None:
    assert lengths(FEW - 1, 50) == (0.0, True)
