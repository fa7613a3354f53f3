"""Headings among the lines of a document, and their level: by size, weight and number."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence

from bidigest.reading.formats.lines import one_line, width
from bidigest.reading.formats.pdf.columns import PlacedLine
from bidigest.reading.formats.pdf.running_lines import PAGE_NUMBER
from bidigest.reading.formats.pdf.text_lines import TextLine
from bidigest.reading.formats.pdf.typography import Typography

SENTENCE_END = re.compile(r"[。！？!?.…：:；;][”’」』）)\]\"']*(?:\[\d+(?:[,，–-]\d+)*\])*$")
NUMBER = re.compile(
    r"^(?:第\s*[一二三四五六七八九十百\d]+\s*[章节節部篇]|[一二三四五六七八九十]{1,3}[、.．\s]"
    r"|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:\s?[.．]\s?\d{1,2}){0,3}[.．、]?\s+\S"
    r"|[（(][A-Z\d][)）]|[IVX]{1,4}\.\s|Chapter \d)"
)
_DEEP_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\S")
_DECIMALS = re.compile(r"^\d{1,2}((?:\s?[.．]\s?\d{1,2})*)")
_DECIMAL = re.compile(r"[.．]\s?\d")
_LETTER = re.compile(r"[^\W\d_]")
_CONTINUED = re.compile(r"[。，,；;]$")
_LEADER = re.compile(r"\.{4,}|…{2,}|·{4,}|(?:\. ){4,}")
"""Dots that lead to a page number in a table of contents."""
_WIDEST = 130
WIDEST_OF_SEVERAL_LINES = 170
_BIGGER = 1.13
_DEEPEST = 6


def is_heading(placed: PlacedLine, setting: Typography) -> bool:
    """Tell whether the line is a heading, or one of its lines."""
    line, text = placed.line, one_line(placed.line.text)
    size = width(text)
    if not _may_be(text, size):
        return False
    if line.size > _BIGGER * setting.size:
        return size < 100
    short = setting.right[placed.key] - line.right > 1.5 * line.size
    if short and _DEEP_NUMBER.match(text) and size < 70 and not SENTENCE_END.search(text):
        return True
    strong = line.bold and not setting.bold and short and line.size > 0.93 * setting.size
    if not strong:
        return False
    numbered = bool(NUMBER.match(text)) and size < 90
    return numbered or (size < 60 and not SENTENCE_END.search(text))


def is_contents_line(text: str) -> bool:
    """Tell whether a line is an entry of a table of contents, with dots up to its page."""
    return bool(_LEADER.search(text))


def heading_sizes(headings: Sequence[Sequence[TextLine]]) -> list[float]:
    """List the sizes that headings have, the largest first."""
    return sorted({_size(lines) for lines in headings}, reverse=True)


def heading_level(
    lines: Sequence[TextLine], text: str, sizes: Sequence[float], setting: Typography
) -> int:
    """Tell a heading's level: 1 for the largest; by the number where it has one (2.1 is below 2).

    Args:
        lines: of the heading.
        text: the same as one line.
        sizes: all sizes that headings have, the largest first.
        setting: what most lines have in common.
    """
    if NUMBER.match(text) and (found := _DECIMALS.match(text)):
        return min(_DEEPEST, 2 + len(_DECIMAL.findall(found[1])))
    size = _size(lines)
    if size > _BIGGER * setting.size:
        return min(_DEEPEST, 1 + sizes.index(size))
    return min(_DEEPEST, 2 + sum(each > _BIGGER * setting.size for each in sizes))


def _may_be(text: str, size: int) -> bool:
    return (
        len(text) >= 2
        and size <= _WIDEST
        and bool(_LETTER.search(text))
        and not _CONTINUED.search(text)
        and not PAGE_NUMBER.match(text)
        and not is_contents_line(text)
    )


def _size(lines: Sequence[TextLine]) -> float:
    return round(statistics.median(line.size for line in lines) * 2) / 2
