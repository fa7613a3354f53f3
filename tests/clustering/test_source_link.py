"""Groups that join by the best pairs of their sources."""

from __future__ import annotations

import numpy as np

from bidigest.clustering.source_link import joined_by_sources
from tests.clustering.test_average_link import matches

SOURCES = np.array([0, 0, 1, 1, 2])
"""Two sentences of two sources each, one of a third."""


def test_a_source_that_says_it_twice_joins_by_the_better_sentence() -> None:
    pairs = matches(
        {(0, 2): 0.9, (1, 3): 0.05, (0, 4): 0.9, (2, 4): 0.9, (1, 4): 0.9, (3, 4): 0.05}
    )
    groups = ((0, 2), (1,), (3,), (4,))
    assert joined_by_sources(groups, SOURCES, pairs, 0.4) == ((0, 2), (1,), (3,), (4,))
    twice = ((0, 1, 2), (3,), (4,))
    assert joined_by_sources(twice, SOURCES, pairs, 0.4) == ((0, 1, 2, 4), (3,))


def test_one_near_pair_of_many_sources_joins_nobody() -> None:
    pairs = matches({(0, 2): 0.9, (1, 4): 0.9})
    groups = ((0, 2), (1, 4), (3,))
    assert joined_by_sources(groups, SOURCES, pairs, 0.4) == groups


def test_single_sentences_are_left_to_average_link() -> None:
    groups = ((0,), (1,), (2,), (3,), (4,))
    assert joined_by_sources(groups, SOURCES, matches({(0, 2): 0.9}), 0.4) == groups
