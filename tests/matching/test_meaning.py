"""How near sentences are in meaning, with vectors that a test decides."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from bidigest.embedding import SentenceVectors
from bidigest.matching.meaning import USUALLY_NEAR, Meanings, meanings

DOCUMENTS = np.array([0, 0, 1, 1])


def told(
    *angles: float, owners: tuple[int, ...] = (0, 1, 2, 3), reporting: tuple[int, ...] = ()
) -> Meanings:
    """Pieces as directions in a plane, each given by its angle in degrees; some only report."""
    turned = np.radians(angles)
    values = np.rint(127 * np.c_[np.cos(turned), np.sin(turned)]).astype(np.int8)
    vectors = SentenceVectors("a test", values, np.array(owners))
    return meanings(vectors, np.zeros(4), DOCUMENTS, np.isin(np.arange(len(owners)), reporting))


def test_who_points_the_same_way_is_nearer() -> None:
    known = told(0, 120, 10, 240)
    near, far = known.whole(np.array([0, 0]), np.array([2, 3]))
    assert near > far


def test_each_others_nearest_is_one_and_others_are_less() -> None:
    known = told(0, 120, 10, 100)
    first, second = np.array([0, 0, 1]), np.array([2, 3, 3])
    cosines = known.whole(first, second)
    both = known.mutual(cosines, known.nearest, first, second)
    assert both[[0, 2]] == pytest.approx([1, 1])
    assert both[1] < 1


def test_one_clause_that_is_near_is_enough() -> None:
    known = told(0, 120, 240, 100, 5, 300, owners=(0, 1, 2, 2, 2, 3))
    pair = np.array([0]), np.array([2])
    assert known.clauses(*pair)[0] > known.whole(*pair)[0]


def test_a_clause_that_only_says_who_says_it_makes_no_two_sentences_near() -> None:
    owners = (0, 0, 0, 1, 2, 2, 2, 3)
    pieces = (90, 90, 0, 120, 240, 240, 0, 300)
    pair = np.array([0]), np.array([2])
    one_clause = told(*pieces, owners=owners).clauses(*pair)[0]
    assert told(*pieces, owners=owners, reporting=(2, 6)).clauses(*pair)[0] < one_clause


def test_candidates_are_the_nearest_and_only_those_asked() -> None:
    known = told(0, 120, 10, 130)
    everyone = known.candidates(1, np.arange(4)).tolist()
    assert sorted(set(everyone)) == [0 * 4 + 2, 1 * 4 + 3]
    assert 0 * 4 + 2 not in known.candidates(1, np.array([0, 1, 3])).tolist()


def test_beyond_usual_is_less_where_all_of_a_source_is_near() -> None:
    far = np.r_[0, np.full(4, 180), 10, np.full(4, 250)]
    near = np.r_[0, np.full(4, 180), 10, np.full(4, 350)]
    pair = np.array([0]), np.array([5])
    ones, others = (in_two(angles).beyond_usual(*pair)[0] for angles in (far, near))
    assert ones > others


def test_nothing_is_usual_among_few_sentences() -> None:
    known, pair = told(0, 120, 10, 240), (np.array([0]), np.array([2]))
    assert known.beyond_usual(*pair) == pytest.approx(known.whole(*pair) - USUALLY_NEAR)


def in_two(angles: npt.NDArray[np.float64]) -> Meanings:
    """As `told`, of two documents of five sentences each."""
    turned = np.radians(angles)
    values = np.rint(127 * np.c_[np.cos(turned), np.sin(turned)]).astype(np.int8)
    vectors = SentenceVectors("a test", values, np.arange(10))
    return meanings(vectors, np.zeros(10), np.repeat([0, 1], 5), np.zeros(10, bool))
