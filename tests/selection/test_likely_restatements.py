"""What one source alone says is not shown where it probably restates a shown point."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bidigest.matching import Matches
from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.selection.likely_restatements import (
    LEAST_CONCEPTS,
    LEAST_CONCEPTS_BESIDE,
    LEAST_MEANING,
    likely_restatements,
)
from bidigest.selection.mmr import CandidatePoint, select

BRIDGE = CandidatePoint(0, 3.0, ((0,), (1,)))
"""A point of two sources."""

AGAIN = CandidatePoint(2, 2.0, ((2,),))
"""What a third one says, or one of them again."""

OTHER = CandidatePoint(3, 0.1, ((3,),))


def pair(concepts: float = 0.0, **evidence: float) -> Matches:
    """The only pair that is known: the point's second sentence and what is said again."""
    table = EvidenceTable.empty(1, len(kind_names()))
    for kind, value in evidence.items():
        table.values[0, kind_names().index(kind.replace("_", " "))] = value
    return Matches(np.array([1]), np.array([2]), table, np.array([concepts]), np.zeros(1))


def shown(
    matches: Matches, *points: CandidatePoint, apart: dict[tuple[int, int], bool]
) -> list[int]:
    return [at for at, *_ in select(points, matches, 4, 3, apart=apart)]


def test_the_same_words_or_the_same_sense_restate() -> None:
    assert likely_restatements(pair(LEAST_CONCEPTS)).tolist() == [0]
    assert likely_restatements(pair(meaning_beyond_usual=LEAST_MEANING)).tolist() == [0]
    assert likely_restatements(pair(LEAST_CONCEPTS / 2)).tolist() == []


def test_without_a_sentence_model_words_tell() -> None:
    assert likely_restatements(pair(meaning_beyond_usual=np.nan)).tolist() == []
    assert likely_restatements(pair(0.5, meaning_beyond_usual=np.nan)).tolist() == [0]


def test_other_figures_are_news() -> None:
    """Seventeen dead in the morning, nineteen in the evening."""
    assert likely_restatements(pair(0.8, differing_figures=1.0)).tolist() == []


def test_who_contradicts_does_not_restate() -> None:
    assert likely_restatements(pair(0.8), apart={(1, 2)}).tolist() == []


def test_only_some_of_the_evidence_may_be_looked_at() -> None:
    rows = np.array([0])
    assert likely_restatements(pair(0.8).view(rows)).tolist() == [0]
    assert likely_restatements(replace(pair(0.8), places=rows)).tolist() == [0]


def test_one_source_does_not_say_alone_what_any_sentence_of_a_shown_point_says() -> None:
    near = pair(LEAST_CONCEPTS)
    assert shown(near, BRIDGE, AGAIN, OTHER, apart={}) == [0, 2]
    assert shown(near, BRIDGE, AGAIN, OTHER, apart={(1, 2): False}) == [0, 1, 2]


def test_what_denies_a_shown_point_stands_beside_it_already() -> None:
    assert shown(pair(0.1), BRIDGE, AGAIN, OTHER, apart={(1, 2): True}) == [0, 2]


def test_what_several_sources_say_is_shown_all_the_same() -> None:
    shared = CandidatePoint(2, 2.0, ((2,), (3,)))
    assert shown(pair(LEAST_CONCEPTS), BRIDGE, shared, apart={}) == [0, 1]


def test_beside_a_full_page_stands_only_what_is_news() -> None:
    """Twenty points of several sources, and what one says in words that may be those of another."""
    shared = [CandidatePoint(n, 9.0, ((n,), (n + 4,))) for n in range(4)]
    alike = pair(LEAST_CONCEPTS_BESIDE)
    lone, news = CandidatePoint(8, 1.0, ((8,),)), CandidatePoint(9, 0.5, ((9,),))
    near = replace(alike, first=np.array([0]), second=np.array([8]))
    assert [at for at, *_ in select([*shared, lone, news], near, 10, 4)] == [0, 1, 2, 3, 5]
    far = replace(near, concept_cosine=np.array([LEAST_CONCEPTS_BESIDE - 0.1]))
    assert [at for at, *_ in select([*shared, lone, news], far, 10, 4)] == [0, 1, 2, 3, 4]
