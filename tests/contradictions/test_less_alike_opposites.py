"""Opposites that sentences tell in few words: shown though the sentences are not that alike."""

from __future__ import annotations

from bidigest.contradictions.opposites import contrasts_of
from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.evidence_kinds import opposite_poles
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


APPEAL = "“We are disappointed and will appeal,” said her lawyer.\n"
NO_APPEAL = "黑尔的律师会后说，当事人身心俱疲，不会再上诉。\n"


def test_opposites_that_share_hardly_a_word_if_the_sentences_are_probably_one_claim() -> None:
    assert kinds(APPEAL, NO_APPEAL, 0.7) == ["polarity"]
    assert kinds(APPEAL, NO_APPEAL, 0.4) == []


def test_not_where_a_sentence_says_both() -> None:
    both = "黑尔将上诉，她的丈夫不会上诉。\n"
    assert kinds(APPEAL, both, 0.7) == []


def test_nor_what_rises_beside_what_falls() -> None:
    assert kinds("Shares in Meridian rose.\n", "房租下降。\n", 0.7) == []


def test_two_dates_of_what_comes_once_whatever_else_is_said() -> None:
    one, other = "The merger is to be completed by the end of June.\n", "合并预计10月完成。\n"
    assert kinds(one, other, 0.8) == ["date"]
    assert kinds(one, other, 0.6) == ["time"]


def test_who_did_it_is_asked_of_sentences_that_are_less_alike() -> None:
    one = "The list was leaked by Daniel Moreau, the head of personnel.\n"
    other = "泄露名单的是信息主管何志强。\n"
    assert kinds(one, other, 0.3) == ["polarity"]
    assert kinds(one, other, 0.2) == []
