"""Figures that cannot both be right, wherever a source hides them."""

from __future__ import annotations

import datetime

import numpy as np

from bidigest import Options, merge, read_bytes, summarize
from bidigest.contradicting import with_contradictions
from bidigest.matching import Matches
from bidigest.model import Conflict, Digest
from bidigest.run import Run, prepare

ONE = "统计显示，新能源汽车补贴大约70%流向了整车制造企业。\n"
OTHER = (
    "整车制造企业拿走新能源汽车补贴的 50-70%。\n\n"
    "回顾全年有三点：充电桩数量翻番；50%补贴流向整车制造企业；电池回收刚刚起步。\n"
)


def run_of(*texts: str) -> Run:
    documents = [read_bytes(text.encode(), f"{n}.md") for n, text in enumerate(texts)]
    return prepare(documents, [summarize(document) for document in documents])


def judged(run: Run, scores: dict[tuple[int, int], float]) -> Run:
    """The run with these pairs only."""
    first, second = (np.array([pair[i] for pair in sorted(scores)]) for i in (0, 1))
    values = np.array([scores[pair] for pair in sorted(scores)])
    matches = Matches(first, second, np.zeros((len(values), 12)), values, values)
    return Run(run.documents, run.sentences, run.salience, run.nearness, matches, run.places)


def test_who_says_it_again_with_another_figure_joins_the_point() -> None:
    run = judged(run_of(ONE, OTHER), {(0, 1): 0.9, (1, 2): 0.8})
    assert with_contradictions(((0, 1), (2,)), run) == ((0, 1, 2),)


def test_who_stands_in_another_point_stays_there_too() -> None:
    run = judged(run_of(ONE, OTHER, "充电桩数量翻番。\n"), {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.9})
    assert with_contradictions(((0, 1), (2, 3)), run) == ((0, 1, 2), (2, 3))


def test_a_group_that_joins_whole_is_no_point_any_more() -> None:
    twice = OTHER + "\n50%的补贴流向整车制造企业。\n"
    run = judged(run_of(ONE, twice), {(0, 1): 0.9, (1, 2): 0.8, (1, 3): 0.8, (2, 3): 0.9})
    assert with_contradictions(((0, 1), (2, 3)), run) == ((0, 1, 2, 3),)


def test_who_gives_the_same_figure_stays_where_it_is() -> None:
    same = OTHER.replace("；50%", "；70%")
    run = judged(run_of(ONE, same), {(0, 1): 0.9, (1, 2): 0.8})
    assert with_contradictions(((0, 1), (2,)), run) == ((0, 1), (2,))


def test_a_figure_of_something_else_joins_nothing() -> None:
    else_ = OTHER.replace("50%补贴流向整车制造企业", "20%的司机夜里充电")
    run = judged(run_of(ONE, else_), {(0, 1): 0.9, (1, 2): 0.8})
    assert with_contradictions(((0, 1), (2,)), run) == ((0, 1), (2,))


def test_a_doubtful_pair_joins_nothing() -> None:
    run = judged(run_of(ONE, OTHER), {(0, 1): 0.9, (1, 2): 0.4})
    assert with_contradictions(((0, 1), (2,)), run) == ((0, 1), (2,))


def digest(*texts: str) -> Digest:
    documents = [read_bytes(text.encode(), f"{n}.md") for n, text in enumerate(texts)]
    options = Options(date=datetime.date(2026, 1, 31))
    return merge(documents, [summarize(document) for document in documents], options)


def figures(conflict: Conflict) -> list[tuple[str, float, float]]:
    return [(r.source, r.figure.low, r.figure.high) for r in conflict.readings]


def test_a_range_that_holds_both_stands_beside_them() -> None:
    found = digest(ONE, OTHER)
    (conflict,) = found.conflicts
    assert sorted(figures(conflict)) == [("S1", 70, 70), ("S2", 50, 50), ("S2", 50, 70)]


def test_a_range_alone_contradicts_nobody() -> None:
    assert digest(ONE, OTHER.split("\n")[0]).conflicts == ()
