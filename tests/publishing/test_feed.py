"""`feed.xml`: a reader subscribes to a digest."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bidigest.publishing.editions import publish
from bidigest.publishing.output_folder import next_name
from tests.crowds import crowd
from tests.digests import small

ATOM = {"a": "http://www.w3.org/2005/Atom"}
FEWER = replace(small(), points=small().points[:2], date="2025-09-08")


def read(output: Path) -> ElementTree.Element:
    return ElementTree.parse(output / "feed.xml").getroot()


def texts(root: ElementTree.Element, path: str) -> list[str]:
    return [element.text or "" for element in root.findall(path, ATOM)]


def test_each_edition_is_an_entry_the_newest_first(tmp_path: Path) -> None:
    published = [publish(item, tmp_path, root=tmp_path) for item in (small(), FEWER)]
    root = read(tmp_path)
    links = [link.attrib["href"] for link in root.findall("a:entry/a:link", ATOM)]
    assert links == [f"editions/{each.name}/digest.html" for each in published[::-1]]
    assert all((tmp_path / link).is_file() for link in links)
    assert texts(root, "a:title") == ["试点为何失败"]
    assert texts(root, "a:entry/a:title") == [
        "试点为何失败 · 2025年9月8日", "试点为何失败 · 2025年9月1日",
    ]  # fmt: skip


def test_an_entry_says_what_changed_and_what_the_page_says(tmp_path: Path) -> None:
    for item in (small(), FEWER):
        publish(item, tmp_path, root=tmp_path)
    newest, first = texts(read(tmp_path), "a:entry/a:content")
    assert "<li>已无来源提到：組織設計與治理結構的缺口才是問題所在。</li>" in newest
    assert "这是第一期" in first and "<li>95%的企业试点没有带来可衡量的收益。</li>" in first


def test_a_feed_is_in_its_readers_script(tmp_path: Path) -> None:
    own = small().documents[0].title
    publish(replace(small("zh-Hant", "zh-Hant"), title=own), tmp_path, root=tmp_path)
    root = read(tmp_path)
    assert texts(root, "a:title") == ["人工智慧試點的結果"]
    assert texts(root, "a:entry/a:title") == ["人工智慧試點的結果 · 2025年9月1日"]


def test_what_markdown_marks_as_code_a_feed_does_not(tmp_path: Path) -> None:
    many = crowd(3, 40, 2)
    hidden = tuple(replace(each, shown=False) for each in many.points[1:])
    publish(replace(many, points=many.points[:1]), tmp_path, root=tmp_path)
    later = replace(many, points=(many.points[0], *hidden), date="2025-09-08")
    publish(later, tmp_path, root=tmp_path)
    newest = texts(read(tmp_path), "a:entry/a:content")[0]
    assert "not on this page but in digest.json.</p>" in newest


def test_times_rise_and_are_of_the_editions_day(tmp_path: Path) -> None:
    for item in (small(), replace(small(), title="另一份"), FEWER):
        publish(item, tmp_path, root=tmp_path)
    times = texts(read(tmp_path), "a:entry/a:updated")
    assert times == ["2025-09-08T12:00:01Z", "2025-09-01T12:00:02Z", "2025-09-01T12:00:01Z"]
    assert texts(read(tmp_path), "a:updated") == times[:1]
    identifiers = texts(read(tmp_path), "a:entry/a:id")
    assert len(set(identifiers)) == 3 and all(each.startswith("urn:uuid:") for each in identifiers)


def test_the_same_editions_give_the_same_feed(tmp_path: Path) -> None:
    for place in ("one/out", "other/out"):
        publish(small(), tmp_path / place, root=tmp_path)
    one, other = ((tmp_path / place / "out/feed.xml").read_bytes() for place in ("one", "other"))
    assert one == other


def test_what_was_removed_is_told_no_more(tmp_path: Path) -> None:
    publish(small(), tmp_path, root=tmp_path)
    publish(FEWER, tmp_path, root=tmp_path, keep=1)
    assert len(read(tmp_path).findall("a:entry", ATOM)) == 1


@pytest.mark.parametrize("title", ["<b>&amp;\ufffe\x00\u202e", "]]>", "\ud800", "a\nb"])
def test_nothing_in_a_source_breaks_it(tmp_path: Path, title: str) -> None:
    publish(replace(small(), title=title), tmp_path, root=tmp_path)
    assert len(read(tmp_path).findall("a:entry", ATOM)) == 1


@pytest.mark.parametrize("damage", ["{}", '{"format": "bidigest/1"}', "no JSON"])
def test_a_damaged_edition_is_left_out(tmp_path: Path, damage: str) -> None:
    first = publish(small(), tmp_path, root=tmp_path)
    publish(FEWER, tmp_path, root=tmp_path)
    (first.folder / "digest.json").write_text(damage)
    (tmp_path / "feed.xml").unlink()
    publish(FEWER, tmp_path, root=tmp_path)
    assert len(read(tmp_path).findall("a:entry", ATOM)) == 1


def test_names_sort_as_the_editions_came() -> None:
    names: list[str] = ["2026-01-30-009-ffffffffff", "2026-01-31-3f9a0c12de"]
    for fingerprint in ("ff" * 20, "00" * 20, "88" * 20):
        names.append(next_name("2026-01-31", fingerprint, names))
    assert names[2:] == sorted(names[2:])
    assert names[2:] == [
        "2026-01-31-001-ffffffffff", "2026-01-31-002-0000000000", "2026-01-31-003-8888888888",
    ]  # fmt: skip
