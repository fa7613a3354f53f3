"""Names that are one, as letters and characters spell them, sound alike; others do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.evidence_kinds import other_names, same_names
from bidigest.contrasts.names import one_name
from bidigest.contrasts.transliteration import heard, likeness, sound_alike

ONE = [
    ("kavanaugh", "卡瓦诺"),
    ("tolvane", "托尔瓦内"),
    ("orvany", "奥尔瓦尼"),
    ("hakimi", "哈基米"),
    ("里根", "雷根"),
    ("卡塔尔", "卡达"),
    ("sydney", "悉尼"),
    ("悉尼", "雪梨"),
]
OTHERS = [
    ("kavanaugh", "戈萨奇"),
    ("tolvane", "布拉斯克"),
    ("reader", "雷达"),
    ("china", "桑纳"),
    ("科威特", "卡达"),
    ("kavanaugh", "kavanagh"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_names_of_one(one: str, other: str) -> None:
    assert one_name(one, other)
    assert one_name(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_names_of_two(one: str, other: str) -> None:
    assert not one_name(one, other)


def test_names_that_segmentation_cuts_are_found_whole() -> None:
    assert analyse("警方说，特尔姆村的死亡人数升至15人。").spelt == {"特尔姆"}
    assert analyse("塞雷诺以3800万欧元签下雷卡。").spelt == {"塞雷诺", "雷卡"}


def test_words_of_the_dictionary_are_no_spelt_names() -> None:
    assert analyse("他买了很多东西。").spelt == frozenset()


def test_one_person_in_two_ways_of_writing() -> None:
    one, other = analyse("里根在柏林发表演讲。"), analyse("雷根在柏林發表演說。")
    assert same_names(one, other) > 0
    assert other_names(one, other) == 0


@given(
    st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), st.text("卡瓦诺雷恩特姆尔奥")
)
def test_symmetry(one: str, other: str) -> None:
    assert sound_alike(one, other) == sound_alike(other, one)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
def test_a_name_is_likest_to_itself(name: str) -> None:
    assert likeness(heard(name), heard(name)) == 1.0


def test_nothing_sounds_like_no_name() -> None:
    assert not sound_alike("", "默克尔")
    assert not sound_alike("默克尔", "")
