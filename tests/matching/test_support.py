"""Third sources speak for a pair; their silence does not speak against it."""

from __future__ import annotations

import numpy as np
import pytest

from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.scoring import SUPPORT, learned
from bidigest.matching.support import gained, support

Scores = dict[tuple[int, int], float]


def seen(scores: Scores, documents: list[int]) -> dict[tuple[int, int], dict[str, float]]:
    """What the second look sees of each pair, by name."""
    pairs = sorted(scores)
    first, second = (np.array([pair[i] for pair in pairs]) for i in (0, 1))
    number = np.array(documents)
    table = EvidenceTable.empty(len(pairs), len(kind_names()))
    table = EvidenceTable(table.values, table.cross_lingual, number[first] == number[second])
    values = support(first, second, np.array([scores[pair] for pair in pairs]), table, number)
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
    assert found[0, 1]["each other's best"] == 0


def test_nothing_is_taken_away() -> None:
    values = np.array([[-2.0, 0.0, 0.1, 0.1], [0.0, 1.0, 1.0, 2.0]])
    table = EvidenceTable.empty(2, len(kind_names()))
    added = gained(values, table, learned().support_with_model)
    assert added[0] == 0
    assert added[1] > 0


def test_no_pairs_have_no_support() -> None:
    none = np.zeros(0, dtype=np.int64)
    table = EvidenceTable.empty(0, len(kind_names()))
    assert support(none, none, np.zeros(0), table, none).shape == (0, len(SUPPORT))
