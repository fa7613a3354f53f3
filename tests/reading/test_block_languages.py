"""Language and script of documents that mix."""

from __future__ import annotations

from bidigest.reading import read_bytes

MIXED = """# 生成式AI的现状

企业投入了很多资金，但是大多数项目没有得到回报。

Most of the projects never reached production, and nobody could say why.

## 繁體的一節

這一節說明組織設計與治理架構的缺口，還有數據與規範。

## An English section

The projects that succeeded were small, measured and close to daily work.

## FAQ

AI / ROI / KPI
"""


def test_each_section_and_sentence_has_its_own() -> None:
    document = read_bytes(MIXED.encode(), "a.md")
    assert (document.language, document.script) == ("zh", "mixed")
    assert [(s.title, s.language, s.script) for s in document.sections] == [
        ("生成式AI的现状", "zh", "Hans"),
        ("繁體的一節", "zh", "Hant"),
        ("An English section", "en", None),
        ("FAQ", "zh", "mixed"),
    ]
    told = [(document.quote(s.span)[:4], s.language) for s in document.sentences]
    assert told == [
        ("企业投入", "zh"),
        ("Most", "en"),
        ("這一節說", "zh"),
        ("The ", "en"),
        ("AI /", "zh"),
    ]


def test_an_english_document() -> None:
    document = read_bytes(b"# TLDR\n\nThe projects that succeeded were small and measured.", "a.md")
    assert (document.language, document.script) == ("en", None)
    assert [(s.language, s.script) for s in document.sections] == [("en", None)]


def test_a_document_without_words() -> None:
    document = read_bytes("😀 1 2 3".encode(), "folder/the name.md")
    assert (document.language, document.script) == ("und", None)
    assert document.title == "the name"
