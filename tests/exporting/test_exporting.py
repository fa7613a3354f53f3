"""A digest for spreadsheets, reference managers and mail."""

from __future__ import annotations

import csv
import email
import io
import json
from dataclasses import replace
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from bidigest.errors import DigestError, OptionsError
from bidigest.exporting import FORMATS, export
from bidigest.exporting.bibliography import bibliography
from bidigest.exporting.digest_mail import mail, mail_text
from bidigest.exporting.table import COLUMNS, table
from bidigest.model import Changes
from bidigest.publishing.editions import publish
from bidigest.rendering.json import dumps, loads, to_data
from tests.digests import cite, digest, document, point, small


def data(language: str = "zh-Hans", **changed: Any) -> dict[str, Any]:
    """As it is read from a file."""
    return loads(dumps({**to_data(small(language, changes=Changes())), **changed}))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_table_has_a_row_for_each_citation_of_each_point() -> None:
    found = rows(table(data()))
    assert len(found) == sum(len(each.citations) for each in small().points)
    assert tuple(found[0]) == COLUMNS
    assert found[1] == {
        "point": "P1", "shown": "1", "statement": "95%的企业试点没有带来可衡量的收益。",
        "sources": "3", "source": "S2", "path": "seeds/b.txt", "title": small().documents[1].title,
        "section": "試點的結果", "line": "2", "start": "8", "end": "27",
        "quote": "95%的企業試點未能帶來可衡量的影響。", "place": "L2",
    }  # fmt: skip
    assert [row["shown"] for row in found if row["point"] == "P6"] == ["0"]


def test_the_tables_quotations_stand_at_their_positions() -> None:
    texts = {each.path: each.text for each in small().documents}
    for row in rows(table(data())):
        assert texts[row["path"]][int(row["start"]) : int(row["end"])] == row["quote"]


@pytest.mark.parametrize("said", ["=1+1", "+1", "-5% 的增长。", "@SUM(A1)", "=cmd|' /C calc'!A0"])
def test_no_cell_is_a_formula(said: str) -> None:
    source = document(f"{said[:1]}a.txt", f"{said}\n")
    found = rows(table(to_data(digest([source], [point(1, [cite([source], 1, said)])]))))
    assert (found[0]["quote"], found[0]["path"]) == (f"'{said}", f"'{said[:1]}a.txt")


def entry(metadata: dict[str, Any]) -> dict[str, Any]:
    source = replace(document("a.txt", "一句话。\n"), metadata=MappingProxyType(metadata))
    made = to_data(digest([source], [point(1, [cite([source], 1, "一句")])]))
    found: list[dict[str, Any]] = json.loads(bibliography(loads(dumps(made))))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ({}, {"type": "document"}),
        ({"author": "李梅"}, {"author": [{"literal": "李梅"}]}),
        ({"Authors": ["A. Li", "B. Wu"]}, {"author": [{"literal": "A. Li"}, {"literal": "B. Wu"}]}),
        ({"date": "2026-01-31"}, {"issued": {"date-parts": [[2026, 1, 31]]}}),
        ({"日期": "2026年3月"}, {"issued": {"date-parts": [[2026, 3]]}}),
        ({"date": 2026}, {"issued": {"date-parts": [[2026]]}}),
        ({"url": "https://example.org/a"}, {"type": "webpage", "URL": "https://example.org/a"}),
        (
            {"source": "见 https://example.org/b"},
            {"type": "webpage", "URL": "https://example.org/b"},
        ),
        ({"source": "本报"}, {"type": "document"}),
        ({"site": "Port News"}, {"publisher": "Port News"}),
        ({"author": {"name": "x"}, "date": [], "url": None}, {"type": "document"}),
    ],
)
def test_what_a_text_says_of_itself_is_in_the_bibliography(
    metadata: dict[str, Any], expected: dict[str, Any]
) -> None:
    found = entry(metadata)
    assert expected.items() <= found.items()
    assert found["language"] == "zh-Hans" and found["note"].startswith("a.txt, SHA-256 ")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("记者 田禾", "田禾"),
        ("本報記者：田禾", "田禾"),
        ("文/田禾", "田禾"),
        ("田禾 記者", "田禾"),
        ("田禾/文", "田禾"),
        ("By Ann Reed", "Ann Reed"),
        ("Ann Reed, Science Correspondent", "Ann Reed"),
        ("文心", "文心"),  # a name
        ("编辑部", "编辑部"),
        ("记者", "记者"),  # nobody else is named
        ("Byron Reed", "Byron Reed"),
        ("Reuters", "Reuters"),
    ],
)
def test_an_author_is_a_person_without_the_profession(given: str, name: str) -> None:
    assert entry({"author": given})["author"] == [{"literal": name}]


def test_the_bibliography_has_an_entry_for_each_source() -> None:
    assert [each["id"] for each in json.loads(bibliography(data()))] == ["S1", "S2", "S3"]


MAIL = """\
试点为何失败
1 September 2025

What is new
===========

This is the first edition; the next one will say what has changed.

What several sources say
========================

- 95%的企业试点没有带来可衡量的收益。
  3/3 · P1 · S1 L3, S2 L2, S3 L2
- 多數工具無法從回饋中學習。
  2/3 · P2 · S2 L4, S1 L6

Where the sources differ
========================

- P1 · 95% · S1 L3 · 95%的企业试点没有带来可衡量的收益。
- P1 · About 90% · S3 L2 · About 90% of corporate pilots produced no measurable return.
"""


def test_the_mail_says_what_the_page_says() -> None:
    text = mail_text(data("en"))
    assert text.startswith(MAIL)
    for heading in ("What a single source adds", "The sources"):
        assert f"\n{heading}\n{'=' * len(heading)}\n" in text


def test_the_mail_tells_once_what_a_source_says_of_a_dispute() -> None:
    told = data("en")
    (dispute,) = told["conflicts"]
    dispute["readings"].append({**dispute["readings"][0], "line": 1})
    assert mail_text(told) == mail_text(data("en"))
    dispute["kind"] = "opposites"
    assert "- P1 · 95% · S1 L1 · " in mail_text(told), "who denies the others is last"


def test_the_mail_names_no_point_that_it_does_not_tell() -> None:
    told = data("en")
    told["points"][0]["shown"] = False
    assert "\n- 95% · S1 L3 · " in mail_text(told)


def test_the_mails_title_is_in_its_readers_script() -> None:
    told = data("zh-Hant")
    told["title"] = told["sources"][0]["title"] = "试点为何失败"
    assert mail_text(told).startswith("试点为何失败\n")
    told["options"]["language"] = "zh-Hant"
    assert mail_text(told).startswith("試點為何失敗\n")


def test_the_mail_names_last_who_says_otherwise() -> None:
    told = data("en")
    told["points"][0]["sources"].remove("S3")
    assert "  2/3 · P1 · S1 L3, S2 L2 · says otherwise: S3 L2\n" in mail_text(told)
    told["conflicts"] = []
    assert "  2/3 · P1 · S1 L3, S2 L2 · gives another figure: S3 L2\n" in mail_text(told)


def test_a_mail_program_reads_it() -> None:
    message = email.message_from_string(mail(data()), policy=default)
    assert isinstance(message, EmailMessage)
    assert message["Subject"] == "试点为何失败 · 2025年9月1日"
    assert message.get_content().replace("\r\n", "\n") == mail_text(data())


def test_a_title_adds_no_header() -> None:
    message = email.message_from_string(mail(data(title="a\r\nBcc: x@example.org")), policy=default)
    assert list(message) == ["Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]


@pytest.mark.parametrize("name", FORMATS)
def test_an_output_folder_is_exported(tmp_path: Path, name: str) -> None:
    publish(small(), tmp_path, root=tmp_path)
    assert export(tmp_path, name)
    (tmp_path / "latest/digest.json").write_text('{"format": "bidigest/1"}')
    with pytest.raises(DigestError, match="build it again"):
        export(tmp_path, name)


def test_a_format_that_there_is_none_of(tmp_path: Path) -> None:
    with pytest.raises(OptionsError, match="csv, csl-json, text, mail"):
        export(tmp_path, "docx")
