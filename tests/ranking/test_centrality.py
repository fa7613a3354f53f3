"""How much a sentence matters among all sources, and what of that counts in a short one."""

from __future__ import annotations

import pytest

from bidigest.ranking.centrality import lexrank
from tests.runs import matches_of, run_of


def ranks(cosines: dict[tuple[int, int], float], size: int) -> tuple[float, ...]:
    matches = matches_of(cosines)
    return lexrank(matches.first, matches.second, matches.concept_cosine, size)


def test_who_is_near_many_stands_highest() -> None:
    found = ranks({(0, 1): 0.5, (0, 2): 0.5, (0, 3): 0.5}, 4)
    assert found[0] > found[1] == found[2] == found[3]


def test_the_average_is_one() -> None:
    found = ranks({(0, 1): 0.9, (1, 2): 0.3}, 5)
    assert sum(found) / 5 == pytest.approx(1, abs=1e-5)


def test_nobody_near_anybody() -> None:
    assert ranks({}, 3) == (1.0, 1.0, 1.0)
    assert ranks({}, 0) == ()


def test_sources_of_one_sentence_are_told_apart_by_the_others() -> None:
    run = run_of(
        "The staff were friendly and the room was clean.\n",
        "The room was clean and quiet at night.\n",
        "The friendly staff kept our room clean.\n",
        "Parking costs forty dollars a day.\n",
    )
    found = run.salience()
    assert min(range(4), key=lambda at: found[at]) == 3
    assert len(set(found)) > 1
