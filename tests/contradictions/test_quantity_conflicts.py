"""Figures that cannot both be right, wherever a source hides them."""

from __future__ import annotations

import datetime
from dataclasses import replace

from bidigest import Options, merge, summarize
from bidigest.clustering.groups import Groups
from bidigest.contradictions.divisions import disputed_divisions
from bidigest.contradictions.quantity_disputes import disputes_of
from bidigest.contradictions.restatements import with_contradictions
from bidigest.corpus import Corpus
from bidigest.model import Conflict, Digest
from tests.runs import documents_of, matches_of, run_of

ONE = "统计显示，新能源汽车补贴大约70%流向了整车制造企业。\n"
OTHER = (
    "整车制造企业拿走新能源汽车补贴的 50-70%。\n\n"
    "回顾全年有三点：充电桩数量翻番；50%补贴流向整车制造企业；电池回收刚刚起步。\n"
)


def judged(corpus: Corpus, scores: dict[tuple[int, int], float]) -> Corpus:
    """The run with these pairs only."""
    return replace(corpus, matches=matches_of(scores))


def joined(groups: Groups, corpus: Corpus) -> Groups:
    return with_contradictions(groups, corpus, disputes_of(corpus, {}).amounts())


def test_who_says_it_again_with_another_figure_joins_the_point() -> None:
    corpus = judged(run_of(ONE, OTHER), {(0, 1): 0.9, (1, 2): 0.8})
    assert joined(((0, 1), (2,)), corpus) == ((0, 1, 2),)


def test_who_stands_in_another_point_stays_there_too() -> None:
    corpus = judged(
        run_of(ONE, OTHER, "充电桩数量翻番。\n"), {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.9}
    )
    assert joined(((0, 1), (2, 3)), corpus) == ((0, 1, 2), (2, 3))


def test_a_group_that_joins_whole_is_no_point_any_more() -> None:
    twice = OTHER + "\n50%的补贴流向整车制造企业。\n"
    corpus = judged(run_of(ONE, twice), {(0, 1): 0.9, (1, 2): 0.8, (1, 3): 0.8, (2, 3): 0.9})
    assert joined(((0, 1), (2, 3)), corpus) == ((0, 1, 2, 3),)


def test_who_gives_the_same_figure_stays_where_it_is() -> None:
    same = OTHER.replace("；50%", "；70%")
    corpus = judged(run_of(ONE, same), {(0, 1): 0.9, (1, 2): 0.8})
    assert joined(((0, 1), (2,)), corpus) == ((0, 1), (2,))


def test_a_figure_of_something_else_joins_nothing() -> None:
    else_ = OTHER.replace("50%补贴流向整车制造企业", "20%的司机夜里充电")
    corpus = judged(run_of(ONE, else_), {(0, 1): 0.9, (1, 2): 0.8})
    assert joined(((0, 1), (2,)), corpus) == ((0, 1), (2,))


def test_a_doubtful_pair_in_other_words_joins_nothing() -> None:
    other = OTHER.replace("50%补贴流向整车制造企业", "50%的钱进了车厂")
    run = judged(run_of(ONE, other), {(0, 1): 0.9, (1, 2): 0.4})
    assert joined(((0, 1), (2,)), run) == ((0, 1), (2,))


def test_who_says_again_what_its_figure_is_of_joins_whatever_the_pair() -> None:
    """A long sentence that makes several claims is like none of them as a whole."""
    run = judged(run_of(ONE, OTHER), {(0, 1): 0.9, (1, 2): 0.1})
    assert joined(((0, 1), (2,)), run) == ((0, 1, 2),)


def digest(*texts: str) -> Digest:
    documents = documents_of(*texts)
    options = Options(date=datetime.date(2026, 1, 31))
    return merge(documents, [summarize(document) for document in documents], options)


def figures(conflict: Conflict) -> list[tuple[str, float, float]]:
    return [(r.source, r.figure.low, r.figure.high) for r in conflict.readings if r.figure]


def test_a_range_that_holds_both_stands_beside_them() -> None:
    found = digest(ONE, OTHER)
    (conflict,) = found.conflicts
    assert sorted(figures(conflict)) == [("S1", 70, 70), ("S2", 50, 50), ("S2", 50, 70)]


def test_a_range_alone_contradicts_nobody() -> None:
    assert digest(ONE, OTHER.split("\n")[0]).conflicts == ()


HOSPITALS = "台风过后，15 家医院中有 3 家停电。\n"


def test_wholes_that_are_divided_differently() -> None:
    """Hardly a word in common: 15 less 3 are 12, not 11."""
    found = digest(HOSPITALS, "颱風過境後其他 11 家醫院照常看診，沒有受到影響。\n")
    (conflict,) = found.conflicts
    assert sorted(figures(conflict)) == [("S1", 15, 15), ("S2", 11, 11)]


def test_in_english_too() -> None:
    found = digest(
        "Only two of the nine valleys have rail service again.\n",
        "Buses were back in the other six valleys by Monday, officials said.\n",
    )
    assert [sorted(figures(c)) for c in found.conflicts] == [[("S1", 9, 9), ("S2", 6, 6)]]


def test_what_is_left_does_not_contradict_the_whole() -> None:
    assert digest(HOSPITALS, "颱風過境後其他 12 家醫院照常看診，沒有受到影響。\n").conflicts == ()


def test_who_counts_in_other_ways_may_speak_of_another_whole() -> None:
    rest = "颱風過境後其他 11 家醫院照常看診。\n"
    assert disputed_divisions(run_of(HOSPITALS, rest)) == ((0, 1),)
    assert disputed_divisions(run_of(HOSPITALS, rest + "\n全縣共有 40 家醫院。\n")) == ()


def test_a_rest_is_not_compared_with_a_whole_in_one_point() -> None:
    """Nine sectors and the other seven sectors: both can be right."""
    text = "全部九个行业的得分都在 0.5 分左右，变化不大。\n"
    assert digest(text, text.replace("全部九个", "其他七个")).conflicts == ()


VEHICLES = "2024年，这家公司交付了179万辆电动车，比前一年少。\n"


def test_another_year_contradicts_nobody() -> None:
    assert digest(VEHICLES, VEHICLES.replace("179", "181")).conflicts
    assert digest(VEHICLES, VEHICLES.replace("2024", "2023").replace("179", "181")).conflicts == ()


def test_neither_does_what_was_only_expected() -> None:
    expected = "2024年，预计这家公司交付185万辆电动车，比前一年多。\n"
    assert digest(VEHICLES, expected).conflicts == ()


def test_a_source_is_not_held_against_itself() -> None:
    twice = VEHICLES + "\n" + VEHICLES.replace("179", "181")
    assert digest(twice).conflicts == ()


def test_who_gives_both_figures_as_another_does_speaks_of_two_things() -> None:
    both = VEHICLES + "\n" + VEHICLES.replace("179", "181")
    assert digest(both, both).conflicts == ()
