"""All points and what they cite as CSV, a row a citation: for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
from typing import Any

from bidigest.rendering.escaping import visible
from bidigest.rendering.json import Data
from bidigest.rendering.originals import told_place

COLUMNS = (
    "point", "shown", "statement", "sources", "source", "path", "title", "section", "line",
    "start", "end", "quote", "place",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would compute, or run (CWE-1236)."""


def table(data: Data) -> str:
    """Return the table's text, with a byte order mark, by which spreadsheets know UTF-8.

    A cell that a spreadsheet would take for a formula has a `'` before it; `start` and `end` say
    where the quotation stands as it is.
    """
    sources = {source["id"]: source for source in data["sources"]}
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for point in data["points"]:
        for citation in point["citations"]:
            row = _row(point, citation, sources[citation["source"]])
            writer.writerow([_cell(row[column]) for column in COLUMNS])
    return "\ufeff" + written.getvalue()


def _row(point: Data, citation: Data, source: Data) -> dict[str, Any]:
    sections = {section["id"]: section["title"] for section in source["sections"]}
    return {
        "point": point["id"],
        "shown": int(point["shown"]),
        "statement": point["statement"],
        "sources": len(point["sources"]),
        "source": citation["source"],
        "path": source["path"],
        "title": source["title"],
        "section": sections.get(citation["section"], ""),
        "line": citation["line"],
        "start": citation["start"],
        "end": citation["end"],
        "quote": citation["quote"],
        "place": told_place(citation),
    }


def _cell(value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    text = visible(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
