"""Whole pages: what each stretch of them is taken for, in order."""

from __future__ import annotations

import pytest

from bidigest.model import Document
from tests.reading.cases import Case, cases


def told(document: Document) -> list[str]:
    """The title, then headings, sentences and boilerplate with its reason, as they come."""
    found = [(f.span.start, f.reason, f.span) for f in document.boilerplate]
    found += [(s.span.start, "sentence", s.span) for s in document.sentences]
    headings = [section.heading for section in document.sections if section.heading]
    found += [(heading.start, "heading", heading) for heading in headings]
    lines = [f"{kind} {document.quote(span)}" for _, kind, span in sorted(found)]
    return [f"title {document.title}", *(line.replace("\n", "⏎") for line in lines)]


@pytest.mark.parametrize("case", cases("pages.txt"), ids=lambda case: case.title)
def test_pages(case: Case) -> None:
    assert told(case.read()) == list(case.expected)
