"""Opposites that sentences tell in few words: shown though the sentences are not that alike."""

from __future__ import annotations

from bidigest.contradictions.opposites import contrasts_of
from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.evidence import opposite_poles
from bidigest.matching.evidence import kind_names
from tests.contradictions.test_quantity_conflicts import judged
from tests.runs import run_of

ONE = "The lantern festival was cancelled by the mayor.\n"
OTHER = "The lantern festival went ahead, the mayor said.\n"
ELSEWHERE = "A flower market went ahead.\n"


def kinds(one: str, other: str, alike: float) -> list[str]:
    corpus = judged(run_of(one, other), {(0, 1): alike})
    poles = opposite_poles(analyse(one), analyse(other))
    corpus.matches.evidence.values[0, kind_names().index("opposite poles")] = poles
    return [found.kind for found in contrasts_of(corpus).values()]


def test_words_that_are_opposites_in_clauses_of_the_same_words() -> None:
    assert kinds(ONE, OTHER, 0.45) == ["polarity"]


def test_sentences_with_little_in_common_are_of_two_things() -> None:
    assert kinds(ONE, ELSEWHERE, 0.2) == []


def test_two_dates_of_one_beginning_are_a_conflict() -> None:
    one, other = "The new law takes effect in May.\n", "The new law takes effect in June.\n"
    assert kinds(one, other, 0.95) == ["date"]
