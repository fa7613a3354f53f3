"""What the pairs around a pair say for it, and against it."""

from __future__ import annotations

import numpy as np
import pytest

from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.parameters import SUPPORT
from bidigest.matching.scoring import learned
from bidigest.matching.transitive_evidence import gained, transitive_evidence

Scores = dict[tuple[int, int], float]


def seen(scores: Scores, documents: list[int]) -> dict[tuple[int, int], dict[str, float]]:
    """What the second look sees of each pair, by name."""
    pairs = sorted(scores)
    first, second = (np.array([pair[i] for pair in pairs]) for i in (0, 1))
    number = np.array(documents)
    table = EvidenceTable.empty(len(pairs), len(kind_names()))
    table = EvidenceTable(table.values, table.cross_lingual, number[first] == number[second])
    values = transitive_evidence(
        first, second, np.array([scores[pair] for pair in pairs]), table, number
    )
    rows = (dict(zip(SUPPORT, row, strict=True)) for row in values.tolist())
    return dict(zip(pairs, rows, strict=True))


def test_a_third_source_that_is_near_both_counts() -> None:
    found = seen({(0, 1): 0.4, (0, 2): 0.9, (1, 2): 0.9, (3, 4): 0.4}, [0, 1, 2, 0, 1])
    assert found[0, 1]["third sources"] == pytest.approx(0.9)
    assert found[3, 4]["third sources"] == 0


def test_a_sentence_of_their_own_source_is_no_third() -> None:
    found = seen({(0, 1): 0.4, (0, 2): 0.9, (1, 2): 0.9}, [0, 1, 1])
    assert found[0, 1]["third sources"] == 0


def test_restatements_are_known_by_who_agrees_with_both() -> None:
    found = seen({(0, 1): 0.4, (0, 2): 0.9, (1, 2): 0.9}, [0, 0, 1])
    assert found[0, 1]["third sources"] == pytest.approx(0.9)


def test_who_has_a_better_partner_in_that_source_is_not_the_best() -> None:
    found = seen({(0, 1): 0.8, (0, 2): 0.4}, [0, 1, 1, *[0] * 4, *[1] * 3])
    assert found[0, 1]["each other's best"] == 1
    assert found[0, 2]["each other's best"] == 0.5


def test_to_be_the_best_of_a_source_of_one_sentence_says_nothing() -> None:
    found = seen({(0, 1): 0.8}, [0, 1, 1, 1, 1, 1])
    assert found[0, 1]["each other's best"] == found[0, 1]["share"] == 0.8


def test_who_restates_it_in_its_own_source_speaks_for_a_pair() -> None:
    found = seen({(0, 1): 0.9, (0, 2): 0.3, (1, 2): 0.9}, [0, 0, 1])
    assert found[0, 2]["said again"] == pytest.approx(0.9)
    assert found[0, 1]["said again"] == 0


def test_neighbours_that_agree_speak_for_a_pair() -> None:
    found = seen({(0, 3): 0.9, (1, 4): 0.3, (2, 5): 0.0}, [0, 0, 0, 1, 1, 1])
    assert found[1, 4]["neighbours"] == pytest.approx(0.9**0.5 * 0.7)
    assert found[0, 3]["neighbours"] == pytest.approx(0.3**0.5 * 0.7)


def test_what_goes_to_others_of_that_source_is_a_rival() -> None:
    found = seen({(0, 1): 0.6, (0, 2): 0.2}, [0, 1, 1, *[0] * 4, *[1] * 3])
    assert found[0, 1]["share"] == pytest.approx(0.75)
    assert found[0, 1]["rivals"] == pytest.approx(0.2)


def test_what_speaks_against_a_pair_counts_half() -> None:
    values = np.zeros((2, len(SUPPORT)))
    values[1, SUPPORT.index("third sources")] = 1.0
    table = EvidenceTable.empty(2, len(kind_names()))
    weights = learned().second_look_with_model
    moved = weights.odds(values, table)
    assert moved[0] < 0 < moved[1]
    assert gained(values, table, weights) == pytest.approx([moved[0] / 2, moved[1]])


def test_no_pairs_have_no_transitive_evidence() -> None:
    none = np.zeros(0, dtype=np.int64)
    table = EvidenceTable.empty(0, len(kind_names()))
    assert transitive_evidence(none, none, np.zeros(0), table, none).shape == (0, len(SUPPORT))
