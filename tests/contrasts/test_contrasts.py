"""What tells claims apart although they sound alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import contrast
from bidigest.contrasts.evidence_kinds import CONTRASTS
from bidigest.contrasts.mentions import entries_of_list
from tests.contrasts.told import told
from tests.fixtures import Case, cases


@pytest.mark.parametrize("case", cases("contrasts/contrasts.txt"), ids=lambda case: case.title)
def test_contrast(case: Case) -> None:
    assert (told(case.text, contrast),) == case.expected


def test_last_year_is_told_by_the_date_of_the_source() -> None:
    one = analyse("Sales doubled last year.", "2024-05-01")
    assert contrast(one, analyse("Sales doubled last year.", "2025-05-01"))
    assert contrast(one, analyse("Sales doubled in 2023.")) is None
    assert contrast(one, analyse("Sales doubled last year.")) is None


WORDS = "not |no |rose |fell |the |Tarvell |in 2021|may |, |men |but |prices |İ|Ａ|é "
TEXT = st.lists(
    st.sampled_from([*WORDS.split("|"), *"不没未得无上涨下跌男女若将会，。（）的"]), max_size=20
).map("".join)


@given(TEXT, TEXT)
def test_evidence_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    a, b = analyse(one), analyse(other)
    for kind in CONTRASTS.values():
        assert 0 <= kind(a, b) == kind(b, a) <= 1


@given(TEXT, TEXT)
def test_a_contrast_lies_within_the_sentences_and_is_the_same_both_ways(
    one: str, other: str
) -> None:
    found, back = contrast(analyse(one), analyse(other)), contrast(analyse(other), analyse(one))
    assert (found is None) == (back is None)
    if found and back:
        assert found.kind == back.kind
        assert found.first.start < found.first.end <= len(one)
        assert found.second.start < found.second.end <= len(other)


@given(TEXT)
def test_nothing_contradicts_itself(text: str) -> None:
    assert contrast(analyse(text), analyse(text)) is None


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["poles", "states"])
def test_no_word_stands_at_both_ends(name: str, language: str) -> None:
    for word, names in entries_of_list(name, language).items():
        abouts = [about for about, _ in names]
        assert len(abouts) == len(set(abouts)), word


@pytest.mark.parametrize("name", ["poles", "states"])
def test_the_lists_of_the_languages_are_about_the_same(name: str) -> None:
    both = {**entries_of_list("poles", "en"), **entries_of_list(name, "en")}
    known = {about for names in both.values() for about, _ in names}
    assert {a for names in entries_of_list(name, "zh").values() for a, _ in names} <= known
