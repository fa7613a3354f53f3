"""A sentence that makes two claims stands in two points."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bidigest.clustering.overlapping_membership import memberships
from bidigest.matching import Matches
from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from tests.runs import matches_of

Answers = dict[tuple[int, int], bool]


def judged(answers: Answers) -> Matches:
    keys = sorted(answers)
    first, second = (np.array([key[i] for key in keys], dtype=np.int64) for i in (0, 1))
    scores = np.array([0.97 if answers[key] else 0.02 for key in keys])
    certain = np.ones(len(keys), dtype=np.bool_)
    return Matches(
        first, second, EvidenceTable.empty(len(keys), len(kind_names())), scores, scores, certain
    )


def test_two_claims_of_one_sentence() -> None:
    answers = {(0, 1): True, (0, 2): True, (1, 2): False}
    assert sorted(memberships([0, 1, 2], judged(answers))) == [(0, 1), (0, 2)]


def test_one_claim_of_three_sentences() -> None:
    answers = {(0, 1): True, (0, 2): True, (1, 2): True}
    assert memberships([0, 1, 2], judged(answers)) == ((0, 1, 2),)


def test_within_one_source_a_sentence_stays_where_it_is() -> None:
    answers = {(0, 1): True, (0, 2): True, (1, 2): False}
    assert len(memberships([0, 0, 0], judged(answers))) == 2


def test_a_strong_pair_gets_a_point_where_one_would_stand_alone() -> None:
    scores = {(0, 1): 0.95, (0, 2): 0.8}
    assert memberships([0, 1, 2], matches_of(scores)) == ((0, 1), (0, 2))


def test_a_sentence_with_a_point_stands_in_another_that_lacks_its_source() -> None:
    """The fourth says what the first three say, and, nearer still, what the fifth says."""
    own = {(0, 1): 0.99, (0, 2): 0.99, (1, 2): 0.99, (3, 4): 0.99}
    near = {(0, 3): 0.95, (1, 3): 0.9, (2, 3): 0.6}
    documents = [0, 1, 2, 3, 4]
    assert memberships(documents, matches_of(own | near)) == ((0, 1, 2, 3), (3, 4))
    far = {(0, 3): 0.95, (1, 3): 0.3}
    assert memberships(documents, matches_of(own | far)) == ((0, 1, 2), (3, 4))
    assert memberships([0, 1, 2, 0, 4], matches_of(own | near)) == ((0, 1, 2), (3, 4))


def test_a_weak_pair_gets_none() -> None:
    scores = {(0, 1): 0.95, (0, 2): 0.45}
    assert memberships([0, 1, 2], matches_of(scores)) == ((0, 1), (2,))


def test_who_stands_with_another_source_gets_no_second_point_by_cheap_evidence() -> None:
    scores = {(0, 1): 0.95, (2, 3): 0.95, (0, 2): 0.8}
    assert memberships([0, 1, 2, 3], matches_of(scores)) == ((0, 1), (2, 3))


def test_who_says_again_what_their_source_has_said_joins_those_who_say_it() -> None:
    scores = {(0, 1): 0.95, (0, 2): 0.8, (1, 2): 0.1}
    assert memberships([0, 1, 1], matches_of(scores)) == ((0, 1, 2),)


ANSWERS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.booleans(),
    max_size=30,
)


@given(ANSWERS)
def test_every_yes_across_sources_stands_in_a_point_and_no_sentence_is_lost(
    answers: Answers,
) -> None:
    documents = [number % 3 for number in range(10)]
    groups = memberships(documents, judged(answers))
    assert {number for group in groups for number in group} == set(range(10))
    for (one, other), yes in answers.items():
        if yes and documents[one] != documents[other]:
            assert any(one in group and other in group for group in groups)
    sets = [set(group) for group in groups]
    assert not any(one < other for one in sets for other in sets)
    assert len(set(groups)) == len(groups)
