"""What a page says was left out of a source: in the terms of the file that was handed in."""

from dataclasses import replace
from pathlib import Path

import pytest

from bidigest import read
from bidigest.model import Document, Skipped
from bidigest.rendering.json import to_data
from bidigest.rendering.page_content import page_content
from tests.digests import digest

WEB_PAGE = """<!DOCTYPE html><html lang="en"><head><title>The bridge reopens</title>
<meta name="author" content="Ana Duarte"></head><body><article><h1>The bridge reopens</h1>
<p>PORT AMITY, Oct. 3 (Coastal Press) - The bridge reopened on Saturday after six weeks.</p>
<p>It had been closed since a barge struck a pier. Nobody was hurt in the accident.</p>
</article></body></html>"""
MARKDOWN = """---
title: The bridge reopens
---

# The bridge reopens

PORT AMITY, Oct. 3 (Coastal Press) - The bridge reopened on Saturday after six weeks.
"""


@pytest.fixture
def sources(tmp_path: Path) -> list[Document]:
    (tmp_path / "a.html").write_text(WEB_PAGE, encoding="utf-8")
    (tmp_path / "b.md").write_text(MARKDOWN, encoding="utf-8")
    return [read(tmp_path / name, root=tmp_path) for name in ("a.html", "b.md")]


def test_what_our_reader_wrote_above_a_page_was_not_left_out_of_it(
    sources: list[Document],
) -> None:
    """A page's rendition begins with its title, author and date; no line of it is in the file."""
    shown = page_content(digest(sources, []))
    told = [(item.source, item.reason, item.lines) for item in shown.left_out]
    assert told == [("S1", "byline", ""), ("S2", "front-matter", "1–3"), ("S2", "byline", "7")]
    assert [row.boilerplate for row in shown.sources] == [1, 2]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Counted once: b (1).md has the text of S2 (b.md)"),
        ("zh-Hant", "只計一次：b (1).md 與 S2（b.md）文字相同"),
    ],
)
def test_a_copy_is_told_with_the_source_that_has_its_text(
    sources: list[Document], language: str, expected: str
) -> None:
    copy = Skipped("b (1).md", "has the text of “b.md”; it is counted once", "b.md")
    made = replace(digest(sources, [], skipped=[copy]), language=language)
    assert page_content(made).skipped == (expected,)
    assert to_data(made)["skipped"][0]["copy_of"] == "b.md"


def test_the_number_in_a_reason_ends_with_its_last_digit(sources: list[Document]) -> None:
    reason = "holds a NUL at byte 5,634, so that it is no text; save it as UTF-8"
    made = replace(digest(sources, [], skipped=[Skipped("c.md", reason)]), language="en")
    assert page_content(made).skipped == (f"Could not be read: c.md ({reason})",)
