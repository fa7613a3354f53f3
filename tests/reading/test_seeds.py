"""The five seeds: what they hold was read by a person and written down in `outlines/`."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.reading.cases import FOLDER, SEEDS, outline, outside_headings, seed, uncovered

NUMBERS = range(len(SEEDS))


@pytest.mark.parametrize("number", NUMBERS)
def test_every_section_is_found_with_its_first_words(number: int) -> None:
    expected = (FOLDER / "outlines" / f"{number:03}.txt").read_text(encoding="utf-8")
    assert outline(seed(number)) == expected.splitlines()


@pytest.mark.parametrize(
    ("number", "title", "script"),
    [
        (0, "MIT重磅报告：95%的AI投资为何打水漂？揭秘生成式AI的商业落地鸿沟", "Hans"),
        (1, "跨越生成式 AI 鸿沟：企业如何从 95%的失败中突围", "Hans"),
        (2, "002_09a689c9d95f000a", "Hans"),
        (3, "003_4d3c1dc0940630d1", "Hant"),
        (4, "深度解析:GenAI项目失败的五大陷阱", "Hans"),
    ],
)
def test_title_and_script(number: int, title: str, script: str) -> None:
    document = seed(number)
    assert (document.title, document.language, document.script) == (title, "zh", script)
    assert {(s.language, s.script) for s in document.sections} == {("zh", script)}


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_is_lost_and_nothing_said_twice(number: int) -> None:
    document = seed(number)
    assert uncovered(document) == []
    spans = sorted(
        [s.heading for s in document.sections if s.heading]
        + [f.span for f in document.boilerplate]
        + [b.span for b in outside_headings(document)]
    )
    assert all(first.end <= second.start for first, second in pairwise(spans))


def test_seed_004_has_23_flattened_headings_below_its_title() -> None:
    document = seed(4)
    flattened = [s for s in document.sections if s.heading and document.quote(s.heading)[0] == "#"]
    assert len(flattened) == 23
    assert [s.title for s in document.sections if s not in flattened] == [document.title]


def test_seed_004_navigation_and_contact_are_furniture() -> None:
    document = seed(4)
    lines = document.text.splitlines()
    article = next(line for line in lines if line.startswith(">"))
    marked = {document.quote(item.span) for item in document.boilerplate}
    around = {line for line in lines if line and line != article}
    assert around - marked == set()
    assert all(document.quote(block.span) in article for block in document.blocks)


def test_seed_000_front_matter_is_nobodys_evidence() -> None:
    document = seed(0)
    assert str(document.metadata["summary"]).startswith("一份来自麻省理工学院")
    assert document.metadata["date"] == "2025-08-31"
    assert document.boilerplate[0].reason == "front-matter"
    assert all(s.span.start > document.boilerplate[0].span.end for s in document.sentences)


def test_seed_000_bold_marks_are_markup() -> None:
    document = seed(0)
    marks = [document.quote(span) for span in document.markup]
    assert marks.count("**") == document.text.count("**")


def test_seed_002_is_cited_by_paragraph() -> None:
    document = seed(2)
    assert len(document.blocks) == 12
    assert all(block.kind == "paragraph" for block in document.blocks)


def test_seed_003_left_over_instructions_are_furniture() -> None:
    document = seed(3)
    reasons = [item.reason for item in document.boilerplate]
    assert reasons == ["credit", "links", *["instruction"] * 5, "credit"]


def test_seed_003_says_its_titles_twice() -> None:
    titles = [section.title for section in seed(3).sections]
    for title in ("內容概述", "深度分析", "觀點與影響", "重點整理", "總結與建議"):
        assert titles.count(title) == 2
    assert not any("¶" in title for title in titles)
