"""Twice the text takes about twice the time, all the way to the rendered page."""

from __future__ import annotations

import datetime
import time

import pytest

from bidigest.options import Options
from bidigest.pipeline import merge
from bidigest.ranking.textrank import summarize
from bidigest.reading import read_bytes
from bidigest.rendering import render

DAY = datetime.date(2026, 1, 31)

REPEATED = {
    "commas": "词语，",
    "words and commas": "word, ",
    "bold clauses": "**a**，",
    "dashes": "a——b，",
    "quotation marks": "“a”，",
    "open quotation marks": "“",
    "brackets": "（a），",
    "entities": "&amp;",
    "list marks": "- ",
    "digits": "9",
    "numbers": "1,",
    "Chinese numbers": "三四",
    "fractions": "三分之",
    "money": "5 million ",
    "halves": "half of ",
    "ranges": "5 to ",
    "shares": "30% of ",
    "years": "2025年",
    "doubts": "约",
    "pipes": "a | b ",
    "tags": "<b>a</b> ",
}


def seconds(piece: str, length: int) -> float:
    """Processor time for a source of so many characters, from bytes to pages."""
    data = ("完。" + piece * (length // len(piece)) + "末。").encode()
    started = time.process_time()
    document = read_bytes(data, "a.md")
    digest = merge([document], [summarize(document)], Options(date=DAY))
    render(digest, links="..")
    return time.process_time() - started


@pytest.mark.slow
@pytest.mark.parametrize("name", REPEATED)
def test_time_grows_with_length(name: str) -> None:
    seconds(REPEATED[name], 500)
    lengths = (2_000, 4_000, 8_000, 16_000)
    times = [max(0.05, seconds(REPEATED[name], length)) for length in lengths]
    assert times[-1] < times[0] * 8 * 2.5, times
