"""What a source tells otherwise than before: figures and days, of one and the same sentence."""

import pytest

from bidigest.publishing.edited_sentences import Edit, edits

CASES = {
    "a month": (
        "The bureau said the scheme would start on April 1, 2027, after a vote.",
        "The bureau said the scheme would start on June 1, 2027, after a vote.",
        ("April 1, 2027", "June 1, 2027"),
    ),
    "a day, written the British way": (
        "The new line opens to passengers on 3 May 2028.",
        "The new line opens to passengers on 17 May 2028.",
        ("3 May 2028", "17 May 2028"),
    ),
    "a day in Chinese": (
        "新制将于2027年4月1日在全市实行。",
        "新制将于2027年7月1日在全市实行。",
        ("2027年4月1日", "2027年7月1日"),
    ),
    "a share": (
        "Volunteers found 58% fewer cans than before.",
        "Volunteers found 51% fewer cans than before.",
        ("58%", "51%"),
    ),
    "a sum in Chinese": (
        "工程總經費由十二億元調整。",
        "工程總經費由十四億元調整。",
        ("十二億元", "十四億元"),
    ),
    "a figure where there was none": (
        "Sales of drinks were unaffected by the fee, the bureau said, citing data of four shops.",
        "Sales of drinks fell by 3%, the bureau said, citing data of four shops.",
        ("were unaffected by the fee", "fell by 3%"),
    ),
    "a figure taken in": (
        "The number of visitors rose, the museum said on its page.",
        "The number of visitors rose by 12%, the museum said on its page.",
        ("rose", "rose by 12%"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_told_otherwise_is_found_with_its_words(name: str) -> None:
    before, now, words = CASES[name]
    other = "Nothing else is in the report. 其他没有改动。"
    assert list(edits([other, before], [now, other])) == [Edit(before, now, *words)]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("超过80%的组织已经探索或试用这些工具。", "超过80%的组织已探索或试用这些工具。"),
        ("The fund costs 6,800 yuan a tonne, they say.", "A can now brings you two yuan."),
        ("The council meets on Monday in the old hall.", "The council meets on Monday in its old hall."),
        ("In all, 1200 people came to the fair.", "In all, 1,200 people came to the fair!"),
    ],
    ids=["another wording", "another sentence", "a word without a figure", "another notation"],
)  # fmt: skip
def test_what_tells_the_same_or_something_else_is_no_edit(before: str, now: str) -> None:
    assert list(edits([before], [now])) == []
