from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bidigest.clustering.average_link import cluster
from bidigest.clustering.strengths import strength
from bidigest.matching import Matches
from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.parameters import Parameters


def matches(scores: dict[tuple[int, int], float]) -> Matches:
    pairs = sorted(scores)
    first, second = (np.array([pair[i] for pair in pairs], dtype=np.int64) for i in (0, 1))
    values = np.array([scores[pair] for pair in pairs])
    return Matches(
        first, second, EvidenceTable.empty(len(pairs), len(kind_names())), values, values
    )


def test_pairs_above_the_threshold_become_one_group() -> None:
    assert cluster(4, matches({(0, 2): 0.9, (1, 3): 0.2})) == ((0, 2), (1,), (3,))


def test_a_chain_does_not_become_one_group() -> None:
    chain = {(i, i + 1): 0.7 for i in range(9)}
    assert max(len(group) for group in cluster(10, matches(chain))) == 2


def test_a_group_takes_in_what_is_like_all_of_it() -> None:
    assert cluster(3, matches({(0, 1): 0.9, (0, 2): 0.6, (1, 2): 0.5})) == ((0, 1, 2),)
    assert cluster(3, matches({(0, 1): 0.9, (0, 2): 0.6})) == ((0, 1), (2,))


def test_a_sure_pair_does_not_outweigh_one_that_speaks_against_the_group() -> None:
    torn = matches({(0, 1): 0.9, (0, 2): 0.87, (1, 2): 0.06})
    assert cluster(3, torn, parameters=Parameters(average=0.45)) == ((0, 1), (2,))


def test_beyond_the_limits_a_pair_says_no_more() -> None:
    assert strength(0.0) == strength(0.02) == 0.0
    assert strength(1.0) == strength(0.9) > strength(0.5)


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1).map(lambda value: round(value, 6)),
    max_size=40,
)


@given(SCORES)
def test_no_sentence_is_lost_or_doubled(scores: dict[tuple[int, int], float]) -> None:
    groups = cluster(12, matches(scores))
    assert sorted(number for group in groups for number in group) == list(range(12))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)


@given(SCORES)
def test_groups_agree_on_average(scores: dict[tuple[int, int], float]) -> None:
    """Plain average link over the same strengths, without any of the bookkeeping."""
    strengths = {pair: strength(score) for pair, score in scores.items()}
    groups = [[i] for i in range(12)]

    def average(one: list[int], other: list[int]) -> float:
        pairs = [(min(a, b), max(a, b)) for a in one for b in other]
        return round(sum(strengths.get(pair, 0.0) for pair in pairs) / len(pairs), 6)

    while True:
        ranked = [
            (-average(one, other), min(one), min(other), i, j)
            for i, one in enumerate(groups)
            for j, other in enumerate(groups)
            if min(one) < min(other) and average(one, other) >= strength(0.5)
        ]
        if not ranked:
            break
        *_, i, j = min(ranked)
        groups[i] += groups[j]
        del groups[j]
    assert cluster(12, matches(scores), parameters=Parameters(average=0.5)) == tuple(
        sorted(tuple(sorted(group)) for group in groups)
    )
