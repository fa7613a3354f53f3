"""One conflict tells of figures of one thing."""

from __future__ import annotations

from bidigest.contradictions.figure_groups import figures_of_conflicts
from bidigest.contradictions.restatements import claim
from tests.runs import run_of

ONE = "新签租约平均租金同比上涨4.1%。\n"
OTHER = "租金还在涨，新租约比去年同期高1.4%。\n\n不算新房的话，如今的房价比一年前低5.8%。\n"


def test_of_a_source_that_gives_two_the_one_counts_that_is_of_the_same() -> None:
    """Rents and house prices, by one source."""
    corpus = run_of(ONE, OTHER)
    rents, lower, prices = (claim(corpus, number).figures[-1] for number in range(3))
    pairs = [((0, 1), (rents, lower)), ((0, 2), (rents, prices))]
    (found,) = figures_of_conflicts(corpus, pairs)
    assert [figure.low for _, figure in found] == [4.1, 1.4]


def test_figures_that_no_other_links_are_two_conflicts() -> None:
    corpus = run_of(ONE, OTHER, "涨幅为3.2%。\n\n降幅为6.4%。\n")
    rents, _, prices, rise, fall = (claim(corpus, number).figures[-1] for number in range(5))
    pairs = [((0, 3), (rents, rise)), ((2, 4), (prices, fall))]
    found = list(figures_of_conflicts(corpus, pairs))
    assert [[figure.low for _, figure in each] for each in found] == [[4.1, 3.2], [5.8, 6.4]]
