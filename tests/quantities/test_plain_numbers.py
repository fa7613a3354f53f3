"""All numbers of a text, whatever they are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidigest.quantities.plain_numbers import plain_numbers

SAME = (
    ("She scored in the 112th minute.", "第112分钟，她破门得分。"),
    ("The keeper made nine saves.", "門將做出9次撲救。"),
    ("A crowd of 38,412 came.", "現場湧入3萬8412名觀眾。"),
    ("Hanssen, 58, ran the port.", "汉森今年58岁，掌管港口。"),
    ("Article 14 of the law applies.", "适用该法第十四条。"),
    ("They worked on it for twenty-three years.", "他们为此工作了二十三年。"),
    ("Seventy per cent agreed.", "七成同意。"),
    ("The bridge cost 4.8 billion.", "大桥耗资48亿。"),
)

NONE = (
    "One of them left.",
    "一个人走了。",
    "十分高兴，千万别走，以防万一。",
    "Dozens of people came.",
    "数百人到场。",
    "Nobody came.",
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_number_in_both_languages(one: str, other: str) -> None:
    assert plain_numbers(one) == plain_numbers(other) != frozenset()


@pytest.mark.parametrize("text", NONE)
def test_no_number(text: str) -> None:
    assert plain_numbers(text) == frozenset()


def test_a_score_and_a_time() -> None:
    assert plain_numbers("They won 3-2 at 19:30.") == {2.0, 3.0, 19.0, 30.0}


@given(st.text())
def test_any_text_is_read_to_its_end(text: str) -> None:
    assert plain_numbers(text) >= frozenset()
