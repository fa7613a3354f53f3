"""Which points a page shows: the one that adds most, each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bidigest import read_bytes
from bidigest.features.standalone import says_something
from bidigest.matching import Matches
from bidigest.matching.alignment import concepts
from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.ranking.centrality import centroid_similarity
from bidigest.ranking.salience import positional_prior
from bidigest.selection.corroborations import corroborations, expected
from bidigest.selection.mmr import CandidatePoint
from bidigest.selection.mmr import select as picked


def known(*pairs: tuple[int, int, float]) -> Matches:
    """Pairs of sentences with their likeness, none of them the same claim."""
    first, second, concept_cosine = (np.array(column) for column in zip(*pairs, strict=True))
    none = np.zeros(len(pairs))
    return Matches(
        first, second, EvidenceTable.empty(len(pairs), len(kind_names())), concept_cosine, none
    )


def select(
    points: list[CandidatePoint],
    pairs: Matches,
    size: int,
    limit: int,
    reserve: Sequence[CandidatePoint] = (),
) -> list[tuple[int, int]]:
    """The points chosen, each with its representative."""
    return [(at, said) for at, said, _ in picked(points, pairs, size, limit, reserve)]


def alone(sentence: int, worth: float) -> CandidatePoint:
    return CandidatePoint(sentence, worth, ((sentence,),))


def test_what_adds_most_comes_first() -> None:
    points = [alone(0, 1.0), alone(1, 3.0), alone(2, 2.0)]
    assert select(points, known((0, 1, 0.0)), 3, limit=2) == [(1, 1), (2, 2)]


def test_what_is_nearly_said_already_waits() -> None:
    points = [alone(0, 3.0), alone(1, 2.9), alone(2, 1.0)]
    assert select(points, known((0, 1, 0.9)), 3, limit=2) == [(0, 0), (2, 2)]


def test_what_probably_is_said_already_waits() -> None:
    """Of pairs at .3 not half make one claim, but to a reader most of them read like one."""
    points = [alone(0, 3.0), alone(1, 2.9), alone(2, 1.5)]
    pairs = replace(known((0, 1, 0.2)), scores=np.array([0.3]))
    assert select(points, pairs, 3, limit=2) == [(0, 0), (2, 2)]


def test_what_adds_nothing_is_not_shown() -> None:
    points = [alone(0, 3.0), alone(1, 2.9)]
    assert select(points, known((0, 1, 1.0)), 2, limit=2) == [(0, 0)]


def test_equal_points_keep_their_order() -> None:
    points = [alone(number, 1.0) for number in range(4)]
    assert select(points, known((0, 1, 0.0)), 4, limit=4) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_two_sources_count_more_than_one() -> None:
    both = CandidatePoint(1, 1.0, ((1,), (2,)))
    assert select([alone(0, 1.0), both], known((0, 1, 0.0)), 3, limit=1) == [(1, 1)]


def test_what_several_say_leaves_a_fourth_beside_for_what_one_says() -> None:
    """A page that four points of two sources fill has a fifth, of one; none is of two."""
    shared = [CandidatePoint(n, 9.0 - n / 10, ((n,), (n + 5,))) for n in range(5)]
    given, matches = [*shared, alone(10, 1.0), alone(11, 2.0)], known((10, 11, 0.0))
    chosen = select(given, matches, 12, limit=4)
    assert chosen == [(0, 0), (1, 1), (2, 2), (3, 3), (6, 11)]


def test_where_single_sources_have_their_place_the_limit_holds() -> None:
    shared = [CandidatePoint(n, 9.0 - n / 10, ((n,), (n + 5,))) for n in range(3)]
    given, matches = [*shared, alone(10, 1.0), alone(11, 2.0)], known((10, 11, 0.0))
    assert select(given, matches, 12, limit=4) == [(0, 0), (1, 1), (2, 2), (4, 11)]


def test_a_point_whose_words_are_said_already_is_shown_in_others() -> None:
    """One sentence tells of the quake and of its dead: its point is shown all the same."""
    quake = CandidatePoint(0, 30.0, ((0,),))
    dead = CandidatePoint(1, 2.0, ((1,), (2,)), others=(2,))
    pairs = known((0, 1, 0.9), (0, 2, 0.1))
    alike = replace(pairs, scores=np.array([0.9, 0.1]))
    assert select([quake, dead], alike, 3, limit=2) == [(0, 0), (1, 2)]


def test_the_subject_is_what_all_sources_speak_of() -> None:
    said = concepts([("风险", "评估"), ("午饭",), ("风险", "管理")])
    near = centroid_similarity(said, np.array([0, 0, 1]))
    assert near[0] > near[1] < near[2]


def test_early_sentences_and_those_that_sum_up_count_more() -> None:
    text = "# 背景\n\n第一句说的是背景。\n\n第二句也是背景。\n\n# 总结\n\n最后一句是总结。\n"
    first, second, last = positional_prior(read_bytes(text.encode(), "a.md"))
    assert first > second < last


def test_a_statement_that_points_back_or_announces_makes_no_claim() -> None:
    for text in (
        "通过这些实践,企业有望降低风险。",
        "本文将介绍三种方法。",
        "With this, costs fall.",
    ):
        assert not says_something(text)
    for text in ("成本下降了三成。", "主要症结在于这些项目脱离业务。", "本报告发现成本下降。"):
        assert says_something(text)


def test_a_claim_that_others_probably_make_counts_for_more() -> None:
    """Four sources say in four ways what decides it: none of their pairs is certain."""
    scattered = CandidatePoint(0, 1.0, ((0,),), corroborations=(((1, 0.4),), ((2, 0.3),)))
    assert select([scattered, alone(3, 1.5)], known((0, 3, 0.0)), 4, limit=1) == [(0, 0)]


def test_who_probably_makes_a_claim_is_new_only_until_it_is_shown() -> None:
    """A piece of a claim that the page has already is not lifted by the others of its sources."""
    shown = CandidatePoint(1, 9.0, ((1,), (2,)))
    piece = CandidatePoint(0, 1.0, ((0,),), corroborations=(((1, 0.4),), ((2, 0.4),)))
    chosen = select([shown, piece, alone(3, 1.5)], known((0, 3, 0.0)), 4, limit=2)
    assert chosen == [(0, 1), (2, 3)]


def test_a_group_is_corroborated_by_sentences_that_others_do_not_say() -> None:
    pairs = known((0, 1, 0.0), (0, 2, 0.0), (0, 3, 0.0), (0, 4, 0.0), (1, 3, 0.0))
    matches = replace(pairs, scores=np.array([0.9, 0.3, 0.4, 0.5, 0.01]))
    owner, sources = np.array([0, 0, 1, 2, 3, 3]), np.array([0, 1, 2, 2, 3, 4])
    found = corroborations(matches, owner, np.arange(6), sources)
    assert found[0] == (((3, 0.4), (2, 0.3)),)
    assert expected(found[0], [0.0] * 6) == 0.4
    assert found[3] == ()


def test_a_reserve_is_chosen_from_only_where_no_candidate_is_left() -> None:
    given, matches = [alone(0, 1.0), alone(1, 2.0)], known((0, 1, 0.0))
    reserve = [alone(2, 9.0), alone(3, 8.0)]
    assert select(given, matches, 4, 3, reserve) == [(1, 1), (0, 0), (2, 2)]
    assert select(given, matches, 4, 2, reserve) == [(1, 1), (0, 0)]


def test_a_sentence_quoted_along_is_said_by_no_other_point() -> None:
    both = replace(CandidatePoint(1, 2.0, ((1,), (2,))), before=0, needs_before=True)
    pairs = known((0, 1, 0.0))
    assert picked([alone(0, 1.0), both], pairs, 3, limit=2) == [(1, 1, 0)]


def test_what_needs_the_sentence_before_is_not_shown_where_that_is_said() -> None:
    needing = replace(alone(1, 1.0), before=0, needs_before=True)
    pairs = known((0, 1, 0.0))
    assert picked([alone(0, 2.0), needing], pairs, 2, limit=2) == [(0, 0, None)]
    able = replace(needing, needs_before=False)
    assert picked([alone(0, 2.0), able], pairs, 2, limit=2) == [(0, 0, None), (1, 1, None)]
