"""YAML front matter: metadata as JSON values, and nothing worse."""

from __future__ import annotations

import json

import pytest

from bidigest.model.stated_dates import stated_date
from bidigest.reading.front_matter import find_front_matter


def metadata(block: str) -> dict[str, object]:
    found = find_front_matter(f"---\n{block}\n---\ntext")
    assert found is not None
    return dict(found.metadata)


def test_values_become_json() -> None:
    said = metadata(
        "title: ' A title '\ndate: 2025-08-31\nat: 2025-08-31 10:00:00\n"
        "tags: [a, 1, 2.5, true, null]\n1: one\nset: !!set {b, a}\ninf: .inf\n"
        "big: 99999999999999999999"
    )
    assert said == {
        "title": " A title ",
        "date": "2025-08-31",
        "at": "2025-08-31T10:00:00",
        "tags": ["a", 1, 2.5, True, None],
        "1": "one",
        "set": ["a", "b"],
        "inf": "inf",
        "big": "0x56bc75e2d630fffff",
    }
    json.dumps(said, allow_nan=False)


@pytest.mark.parametrize(
    ("block", "day"),
    [
        ("date: 2026-01-30", "2026-01-30"),
        ("date: 2026-01-30T08:00:00+08:00", "2026-01-30T08:00:00+08:00"),
        ("pubDate: 2026-01-30", "2026-01-30"),
        ("pubDate: Jan 30 2026", "2026-01-30"),
        ("published: January 30, 2026", "2026-01-30"),
        ("publishDate: 30 January 2026", "2026-01-30"),
        ("date_published: 2026/1/30", "2026-01-30"),
        ("Date: Fri, 30 Jan 2026 08:00:00 +0800", "2026-01-30"),
        ("日期: 2026年1月30日", "2026-01-30"),
        ("发布时间: 2026-01-30 08:00", "2026-01-30 08:00"),
        ("發佈日期: 2026.01.30", "2026-01-30"),
        ("date: last spring", "last spring"),
        ("date: 2026-13-45", ""),
        ("updated: 2026-01-30", ""),
        ("published: true", ""),
        ("published: true\npubDate: 2026/1/30", "2026-01-30"),
        ("title: x", ""),
    ],
)
def test_the_day_of_a_source_whatever_its_field_is_called(block: str, day: str) -> None:
    assert stated_date(metadata(block)) == day


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"


@pytest.mark.parametrize(
    "block",
    [
        "title: [unclosed",
        "title: a: b: c",
        "run: !!python/object/apply:os.system ['true']",
        BOMB,
        "a: &self [*self]",
        "deep: " + "[" * 20_000,
        "date: 2025-13-45",
        "number: " + "9" * 5000,
        "a: 1\n<<: 3",
        "a: 1\n? [a]\n: b\n? {c: d}\n: e",
        "key: \tvalue\n\tother: x",
        'title: "\\ud800"',
    ],
)
def test_broken_or_unsafe_yaml_is_front_matter_without_metadata(block: str) -> None:
    said = metadata(block)
    json.dumps(said, allow_nan=False).encode()
    assert said in ({}, {"title": "\ufffd"})


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA paragraph between two rules.\n\n---\n\nText.",
        "---\nNo mark ends this.\n",
        "text\n---\ntitle: x\n---\n",
        " ---\ntitle: x\n---\n",
        "---- \ntitle: x\n----\n",
    ],
)
def test_rules_are_no_front_matter(text: str) -> None:
    assert find_front_matter(text) is None


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_span_ends_with_the_closing_mark(newline: str) -> None:
    text = newline.join(["---", "title: x", "---", "text"])
    found = find_front_matter(text)
    assert found is not None
    assert text[found.span.end :] == newline + "text"
    assert found.title == "x"


def test_an_empty_block_is_front_matter() -> None:
    found = find_front_matter("---\n---\ntext")
    assert found is not None
    assert dict(found.metadata) == {}
