"""The checks that hold the invariants notice when one is broken."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.model import Digest, Document, Span
from bidigest.options import Options
from bidigest.pipeline import merge
from bidigest.publishing.editions import write
from bidigest.ranking.textrank import summarize
from bidigest.reading import read_bytes
from tests.reliability.fuzzing.targets import check, inert_html, inert_markdown, nothing_is_lost

SAID = (
    "---\ntitle: 甲\n---\n# 报告\n\n失败率是 **95%**。投入了 300 亿美元。\n\n- 一项\n\n作者：张三\n"
)


@pytest.fixture
def document() -> Document:
    document = read_bytes(SAID.encode(), "a.md")
    check(document)
    assert document.boilerplate and document.markup and len(document.sentences) > 1
    return document


def digest_of(document: Document) -> Digest:
    options = Options(date=datetime.date(2026, 1, 31))
    return merge([document], [summarize(document)], options)


def test_a_part_that_nothing_covers(document: Document) -> None:
    for part in ("blocks", "boilerplate", "markup"):
        with pytest.raises((AssertionError, IndexError)):
            check(replace(document, **{part: getattr(document, part)[:-1]}))


def test_spans_that_overlap_or_leave_the_text(document: Document) -> None:
    first, second, *_ = document.sentences
    wide = Span(first.span.start, second.span.end)
    beyond = Span(second.span.start, len(document.text) + 1)
    for broken in ((replace(first, span=wide), second), (first, replace(second, span=beyond))):
        with pytest.raises(AssertionError):
            check(replace(document, sentences=broken))


def test_a_sentence_that_is_lost_or_doubled_in_a_point(document: Document) -> None:
    digest = digest_of(document)
    nothing_is_lost(digest)
    first, *others = digest.points
    doubled = replace(first, citations=(*first.citations, first.citations[0]))
    for points in ((*others,), (doubled, *others)):
        with pytest.raises(AssertionError):
            nothing_is_lost(replace(digest, points=points))


def test_a_quotation_that_nobody_wrote(document: Document, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(SAID.encode())
    digest = digest_of(document)
    write(digest, tmp_path / "out", root=tmp_path)
    assert verify(tmp_path / "out", root=tmp_path).problems == ()
    point = digest.points[0]
    cited = replace(point.citations[0], quote="失败率是 96%。")
    forged = replace(digest, points=(replace(point, citations=(cited,)), *digest.points[1:]))
    write(forged, tmp_path / "out", root=tmp_path)
    assert verify(tmp_path / "out", root=tmp_path).problems


@pytest.mark.parametrize(
    "page", ["<script>1</script>", "<p onclick=x>", '<a href="javascript:1">', '<img src="//a.b">']
)
def test_a_page_that_acts_or_loads(page: str) -> None:
    with pytest.raises(AssertionError):
        inert_html(page)


@pytest.mark.parametrize("page", ["[a](http://b.c)", "![a](../b)", "a <b onclick=x>b</b>"])
def test_markdown_that_leads_out(page: str) -> None:
    with pytest.raises(AssertionError):
        inert_markdown(page)
