"""Which pairs a judge is asked about, and in what order."""

from __future__ import annotations

import numpy as np

from bidigest.matching.reranker import CandidatePairs
from bidigest.rerankers.llm_judge.choosing import next_rows, worth

PAIRS = [(0, 10), (0, 11), (1, 11), (2, 12), (9, 19)]


def candidates(scores: list[float]) -> CandidatePairs:
    """Two documents of ten sentences each, and pairs between them."""
    first, second = (np.array([pair[end] for pair in PAIRS]) for end in (0, 1))
    documents = np.array([0] * 10 + [1] * 10)
    return CandidatePairs(("",) * 20, documents, first, second, np.array(scores))


def order(pairs: CandidatePairs, asked: dict[int, bool | None]) -> list[tuple[int, int]]:
    return [PAIRS[row] for row in next_rows(pairs, worth(pairs), asked, len(PAIRS))]


def test_the_likelier_first() -> None:
    assert order(candidates([0.1, 0.02, 0.3, 0.4, 0.5]), {})[:3] == [(9, 19), (2, 12), (1, 11)]


def test_what_is_certain_is_not_asked() -> None:
    assert order(candidates([0.99, 0.5, 0.01, 0.5, 0.5]), {}) == [(2, 12), (9, 19), (0, 11)]


def test_a_sentence_s_best_partner_before_its_second() -> None:
    assert order(candidates([0.41, 0.4, 0.02, 0.39, 0.02]), {})[:2] == [(0, 10), (2, 12)]


def test_a_yes_speaks_for_pairs_near_it_in_both_sources() -> None:
    even = candidates([0.3, 0.02, 0.3, 0.3, 0.31])
    assert order(even, {})[0] == (9, 19)
    assert order(even, {0: True})[0] == (1, 11)


def test_a_no_speaks_for_nothing_near_it() -> None:
    assert order(candidates([0.3, 0.02, 0.3, 0.3, 0.31]), {0: False})[0] == (9, 19)


def test_what_answers_have_put_together_is_not_asked_again() -> None:
    asked = {0: True, 2: True, 3: None}
    assert order(candidates([0.5] * 5), asked) == [(0, 11), (9, 19)]
    assert order(candidates([0.5] * 5), asked | {1: True}) == [(9, 19)]
