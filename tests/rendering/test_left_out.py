"""What a page says was left out of a source: in the terms of the file that was handed in."""

from dataclasses import replace
from pathlib import Path

import pytest

from bidigest import read, render
from bidigest.exporting.digest_mail import mail_text
from bidigest.model import Document, Skipped
from bidigest.rendering.json import to_data
from bidigest.rendering.markdown import render_markdown
from bidigest.rendering.page_content import page_content, single_note
from bidigest.rendering.page_messages import messages
from tests.digests import cite, digest, point

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


AROUND = """<nav><ul><li><a href="/">Home</a></li><li><a href="/port">Port</a></li></ul></nav>
<script>var p = "Not a word of this.";</script>"""
COMMENTS = """<section class="comments"><h3>Comments (2)</h3><p>First!</p><p>Reply</p></section>
<footer><p>All rights reserved. Terms of use.</p></footer>"""


def test_what_stands_around_the_text_of_a_page_is_counted(tmp_path: Path) -> None:
    """A reader who saw the page asks where its comments are; none is in the rendition."""
    whole = WEB_PAGE.replace("<article>", f"{AROUND}<article>").replace(
        "</article>", f"</article>{COMMENTS}"
    )
    (tmp_path / "a.html").write_text(whole, encoding="utf-8")
    document = read(tmp_path / "a.html", root=tmp_path)
    shown = page_content(replace(digest([document], []), language="en"))
    assert [(item.reason, item.count) for item in shown.left_out] == [
        ("byline", 1),
        ("around-the-text", 6),
    ]
    assert shown.sources[0].boilerplate == 7
    data = to_data(digest([document], []))
    assert data["sources"][0]["original"]["left_out"] == 6


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


POINTS = [(2, True), (1, False), (1, False)]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(2, True), (1, True)], ""),
        ([(2, True), (2, False)], ""),
        (
            POINTS,
            "None of the 2 points that only one source makes is among the 1 that are shown; "
            "`digest.json` holds them.",
        ),
        (
            [*POINTS, (1, True)],
            "2 more points that only one source makes are not shown; `digest.json` holds them.",
        ),
    ],
    ids=["all are shown", "of several sources", "none is shown", "some are"],
)
def test_points_of_one_source_that_are_not_shown_are_counted(
    points: list[tuple[int, bool]], expected: str
) -> None:
    assert single_note(messages("en"), points) == expected


@pytest.mark.parametrize("shown", [False, True])
def test_each_page_says_how_much_of_a_single_source_it_leaves_out(
    sources: list[Document], shown: bool
) -> None:
    """`None.` alone would say that no source has anything of its own."""
    made = replace(
        digest(
            sources,
            [
                point(1, [cite(sources, 1, "reopened"), cite(sources, 2, "reopened")]),
                point(2, [cite(sources, 1, "barge")], shown=shown),
                point(3, [cite(sources, 1, "Nobody")], shown=False),
            ],
        ),
        language="en",
    )
    note = page_content(made).single_note
    assert note.startswith("1 more" if shown else "None of the 2")
    bare = note.replace("`", "")
    markdown = render_markdown(page_content(made), links=None)
    section = markdown.split("## What a single source adds")[1].split("##")[0]
    assert note in section and "None.\n" not in section
    assert bare in mail_text(to_data(made))
    assert bare in render(made, links=".")["digest.html"]
