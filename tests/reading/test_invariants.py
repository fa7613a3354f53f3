"""What holds for any bytes at all, and that none of them take long."""

from __future__ import annotations

import json
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bidigest.errors import SourceError
from bidigest.model import Document
from bidigest.reading import REASONS, read_bytes
from tests.reading.cases import SEEDS, outside_headings, uncovered

FRAGMENTS = [
    "# ", "## ", "### 1.1 ", "一、", "标题", " ", "  ", "\n", "\n\n", "\r\n", "\r", "> ", ">",
    "- ", "• ", "– ", "1. ", "2) ", "**", "*", "_", "`", "```", "```\n", "~~~\n", "[", "]",
    "(x)", "](y)", "![", "<Intro>", "<div>\n", "</div>", "<a\nb>", "<!--", "-->", "{/*", "*/}",
    "¶", "¶\n", "|", "| a | b |\n", "|-|-|\n", "---\n", "===\n", "---\ntitle: x\n---\n",
    "关键词", "摘要\n", "禁止事项:\n", "相关链接\n", "作者:\n", "核心重点：", "：\n", "首页\n",
    "文字在这里。", "一个更长的句子，它说了一件事情，然后就结束了。",
    "Some words, and more of them. ", "word", "2025-07-17\n", "[a]: b\n", "[^1]", "\\", "\t",
    "\u2028", "\x0b", "\x85", "😀", "\u3000", "ש", "か", "。", "……",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join) | st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\r\t"), max_size=200
)


def read_or_refuse(data: bytes) -> Document | None:
    try:
        return read_bytes(data, "any.md")
    except SourceError:
        return None


def check(document: Document) -> None:
    headings = [s.heading for s in document.sections if s.heading]
    blocks = [block.span for block in outside_headings(document)]
    boilerplate = [item.span for item in document.boilerplate]
    apart = sorted([*headings, *blocks, *boilerplate])
    assert uncovered(document) == []
    assert all(first.end <= second.start for first, second in pairwise(apart))
    assert all(first.end < second.start for first, second in pairwise(document.markup))
    for mark in document.markup:
        cited = any(b.span.start <= mark.start < b.span.end for b in document.blocks)
        named = boilerplate if cited else headings + boilerplate
        assert not any(s.start < mark.end and mark.start < s.end for s in named)
        # Outside of a block only tags, links, comments and list markers may be hidden.
        hidden = document.quote(mark)
        if not cited:
            assert any(c in "<[{!" for c in hidden) or sum(map(str.isalpha, hidden)) <= 3
    for block in document.blocks:
        assert document.quote(block.span).strip() == document.quote(block.span) != ""
        section = document.sections[block.section].span
        assert section.start <= block.span.start and block.span.end <= section.end
    for sentence in document.sentences:
        block_span = document.blocks[sentence.block].span
        assert block_span.start <= sentence.span.start < sentence.span.end <= block_span.end
        assert sentence.section == document.blocks[sentence.block].section
    sections = [section.span for section in document.sections]
    assert sections and sections[-1].end == len(document.text)
    assert all(first.end == second.start for first, second in pairwise(sections))
    assert all(
        section.path[-1:] == (section.title,) for section in document.sections if section.level
    )
    assert {item.reason for item in document.boilerplate} <= set(REASONS)
    document.text.encode()
    json.dumps(dict(document.metadata), allow_nan=False).encode()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_text_is_covered_and_nothing_overlaps(text: str) -> None:
    document = read_or_refuse(text.encode())
    assert (document is None) == (not text.removeprefix("\ufeff").strip())
    if document:
        assert document.text == text.removeprefix("\ufeff")
        check(document)


ONCE_WRONG = [
    "~~~\n\u3000\n---\n",
    "text\n\n>1. a\n• b\n",
    "か{/*\n---\n*/}",
    "文字。 ## \u2028 b ### 1.1 c",
    "首页\n首页\n首页\n",
    "#x," * 60 + " word\n",  # took time with a power of two
]


@pytest.mark.parametrize("text", ONCE_WRONG)
def test_what_fuzzing_found(text: str) -> None:
    check(read_bytes(text.encode(), "a.md"))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    document = read_or_refuse(data)
    if document:
        check(document)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_seeds_are_read_or_refused(data: st.DataObject) -> None:
    source = bytearray(data.draw(st.sampled_from(SEEDS)).read_bytes()[:3000])
    for _ in range(data.draw(st.integers(1, 4))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    document = read_or_refuse(bytes(source))
    if document:
        check(document)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_seeds(path: str) -> None:
    document = read_or_refuse(path.read_bytes())  # type: ignore[attr-defined]
    assert document
    check(document)


def test_reading_twice_gives_the_same() -> None:
    data = SEEDS[4].read_bytes()
    assert read_bytes(data, "a") == read_bytes(data, "a")


ENDLESS = {
    "headings": "# a\n",
    "headings on one line": "## 一、标题 文字在这里。 ",
    "headings on one quoted line": "> ## a > b ",
    "quotation marks": ">",
    "quotation marks and spaces": "> ",
    "brackets": "a[",
    "links": "[a](b) ",
    "broken links": "[a](",
    "stars": "**a",
    "underscores": "_a",
    "backticks": "`a``b```c",
    "tags": "<a b='c",
    "open comments": "<!-- a {/* ",
    "comments": "a <!-- b --> ",
    "fences": "```\n",
    "lists": "- a\n",
    "tables": "| a | b |\n",
    "bars": "a | b | ",
    "spaces": "a          ",
    "lines": "a\n",
    "empty lines": "\n \n",
    "rules": "a\n---\n",
    "labels": "关键词\nа, б\n",
    "instructions": "禁止事项:\n",
    "bylines": "作者:\n",
    "one sentence": "字",
    "marks": "。a",
    "digits": "1-",
    "right to left": "שלום ",
    "questions": "?",
    "keywords": "#x,",
    "quoted": "a > ",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_time_grows_with_length(name: str) -> None:
    """Eight times the text may take about eight times as long, on a busy machine twice that."""

    def seconds(length: int) -> float:
        data = ("b " + ENDLESS[name] * (length // len(ENDLESS[name]))).encode()
        started = time.process_time()
        read_or_refuse(data)
        return time.process_time() - started

    small = min(seconds(4_000), seconds(4_000))
    assert seconds(32_000) < max(0.05, small) * 8 * 2.5


def test_a_heading_of_a_megabyte_is_a_paragraph() -> None:
    document = read_bytes(("# " + "字" * 300_000 + "。完").encode(), "a.md")
    assert [section.title for section in document.sections] == [""]
    check(document)


def test_nesting_without_end() -> None:
    for mark in (">", "> ", "[", "- ", "<div>", "*", "("):
        document = read_or_refuse((mark * 20_000 + " word\n").encode())
        assert document
        check(document)
