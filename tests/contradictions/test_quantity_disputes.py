"""Figures that cannot both be right, where no point holds both sentences."""

from __future__ import annotations

from dataclasses import replace

from bidigest.contradictions.quantity_conflicts import find_conflicts
from bidigest.contradictions.quantity_disputes import disputes_of
from bidigest.contrasts.contrast import Contrast
from bidigest.model import Span
from bidigest.selection.points import points
from tests.contradictions.test_quantity_conflicts import figures, judged
from tests.runs import run_of

ONE = "The new tram line carried 31,000 passengers on its first day.\n"
OTHER = "On its first day, 13,000 passengers rode the new tram line.\n"


def test_figures_that_keep_sentences_apart_are_shown() -> None:
    corpus = judged(run_of(ONE, OTHER), {(0, 1): 0.8})
    apart = points(judged(corpus, {(0, 1): 0.1}), 20)
    (conflict,) = find_conflicts(corpus, apart, disputes_of(corpus, {}))
    assert figures(conflict) == [("S1", 31000, 31000), ("S2", 13000, 13000)]
    assert conflict.point in {point.id for point in apart}


def test_what_a_contrast_sets_apart_is_no_dispute() -> None:
    corpus = judged(run_of(ONE, OTHER), {(0, 1): 0.8})
    other = Contrast("time", Span(0, 1), Span(0, 1))
    assert find_conflicts(corpus, points(corpus, 20), disputes_of(corpus, {(0, 1): other})) == ()


def test_who_gives_both_figures_speaks_of_two_things() -> None:
    both = OTHER + "\nOn Sundays 31,000 passengers ride it.\n"
    corpus = judged(run_of(ONE, both), {(0, 1): 0.8})
    assert find_conflicts(corpus, points(corpus, 20), disputes_of(corpus, {})) == ()


STAFF = "Of those asked, 64 per cent say that they get more done at home.\n"
MANAGERS = "Of those asked, 31 per cent say that they get more done at home.\n"
BOTH = "Of the staff asked, 64 per cent say that they get more done at home, of managers 31 per cent.\n"
MORE = "Of those asked, more than 30 per cent (31) say that they get more done at home.\n"


def test_two_figures_that_a_third_source_gives_both_are_of_two_things() -> None:
    alike = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9}
    two = judged(run_of(STAFF, MANAGERS), {(0, 1): 0.9})
    assert len(disputes_of(two, {}).contradicting) == 1
    assert disputes_of(judged(run_of(STAFF, MANAGERS, BOTH), alike), {}).contradicting == ()
    # More than 30 may be 64, but is no second figure beside 31.
    assert (0, 1) in dict(
        disputes_of(judged(run_of(STAFF, MANAGERS, MORE), alike), {}).contradicting
    )


def test_sentences_that_are_less_alike_are_not_compared() -> None:
    elsewhere = "Some 13,000 passengers complained about late buses.\n"
    corpus = judged(run_of(ONE, elsewhere), {(0, 1): 0.1})
    assert find_conflicts(corpus, points(corpus, 20), disputes_of(corpus, {})) == ()


def test_a_dispute_is_of_the_point_that_is_shown_in_words_of_it() -> None:
    more = "The new tram line carried 31,000 passengers when it was opened.\n"
    corpus = judged(run_of(ONE, OTHER, more), {(0, 1): 0.8})
    found = points(judged(corpus, {(0, 1): 0.1, (0, 2): 0.1, (1, 2): 0.1}), 20)
    spoken = replace(next(p for p in found if p.sources == ("S2",)), shown=True)
    both = replace(
        found[0],
        id="P9",
        shown=False,
        citations=tuple(c for point in found for c in point.citations if c.source != "S3"),
    )
    (conflict,) = find_conflicts(corpus, (both, spoken), disputes_of(corpus, {}))
    assert conflict.point == spoken.id


BANK = "The Orsk Bank expects 190 million passengers on the new tram line.\n"
INSTITUTE = "The Marlow Institute expects 120 million passengers on the new tram line.\n"
NOBODY = "It is to have 120 million passengers on the new tram line.\n"


def test_who_forecasts_a_figure_may_be_told_by_a_sentence_near_it() -> None:
    two = judged(run_of(BANK, NOBODY), {(0, 1): 0.9})
    assert len(disputes_of(two, {}).contradicting) == 1
    alike = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9}
    found = disputes_of(judged(run_of(BANK, NOBODY, INSTITUTE), alike), {})
    assert found.contradicting == ()
    # No conflict, and no agreement either.
    assert (0, 1) in found.amounts()
