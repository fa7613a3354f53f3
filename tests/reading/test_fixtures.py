"""What is read out of small documents, each case in a fixture file."""

from __future__ import annotations

import pytest

from bidigest.model import Block, Document
from bidigest.reading import read_bytes
from tests.reading.cases import Case, cases, outline


def named(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases(name), ids=lambda case: case.title)


@named("sections.txt")
def test_sections(case: Case) -> None:
    assert outline(case.read()) == list(case.expected)


@named("furniture.txt")
def test_furniture(case: Case) -> None:
    document = case.read()
    found = [f"{item.reason} {document.quote(item.span)}" for item in document.boilerplate]
    assert "\n".join(found) == "\n".join(case.expected)


@named("markup.txt")
def test_markup(case: Case) -> None:
    document = case.read()
    assert [seen(document, block) for block in document.blocks] == list(case.expected)


def test_the_rule_of_a_table_is_a_mark_and_nothing_left_out() -> None:
    document = read_bytes(b"| Year | Lifts |\n| --- | --- |\n| 1998 | 48 |\n", "a.md")
    assert not document.boilerplate
    assert "| --- | --- |" in [document.quote(span) for span in document.markup]


@named("blocks.txt")
def test_blocks(case: Case) -> None:
    document = case.read()
    found = [f"{b.kind} {document.quote(b.span)}".replace("\n", "⏎") for b in document.blocks]
    assert found == list(case.expected)


def seen(document: Document, block: Block) -> str:
    """The block without its markup, white space collapsed."""
    kept, position = "", block.span.start
    for mark in document.markup:
        if block.span.start <= mark.start < block.span.end:
            kept += document.text[position : mark.start]
            position = mark.end
    return " ".join((kept + document.text[position : block.span.end]).split())
