"""What a source without a title is called."""

import pytest

from bidigest.rendering.source_names import source_name
from tests.digests import document

WORDS = "The north channel is dredged in May by a ship that has come from Halvik.\n"


@pytest.mark.parametrize(
    ("path", "title", "expected"),
    [
        ("a.md", "Harbour news", "Harbour news"),
        ("papers/harbour-board_minutes.md", "harbour-board_minutes", "harbour board minutes"),
        ("papers/港务局公告.txt", "港务局公告", "港务局公告"),
        (
            "0f3e9a77b1c2d4e5.txt",
            "0f3e9a77b1c2d4e5",
            "“The north channel is dredged in May by a ship…”",
        ),
        ("download (3).html", "download (3)", "“The north channel is dredged in May by a ship…”"),
        ("文档2.txt", "文档2", "“The north channel is dredged in May by a ship…”"),
        ("2026-04-16.txt", "2026-04-16", "“The north channel is dredged in May by a ship…”"),
    ],
)
def test_a_name_that_people_recognise(path: str, title: str, expected: str) -> None:
    assert source_name(document(path, WORDS, "en", None, title)) == expected


def test_chinese_words_are_cut_where_they_are_long_and_quoted_as_their_script_does() -> None:
    text = "港務局昨天在會上說今年的航道疏浚工程將從五月開始。\n"
    named = document("12345678.txt", text, "zh", "Hant", "12345678")
    assert source_name(named) == "「港務局昨天在會上說今年的航道疏浚工程將從…」"


def test_a_source_without_words_keeps_its_file_s_name() -> None:
    assert source_name(document("1234.txt", "~ 首页\n# 1234\n", "und", None, "1234")) == "1234"
