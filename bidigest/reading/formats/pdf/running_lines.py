"""Lines that every page repeats: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bidigest.reading.formats.pdf.text_lines import PageLines, TextLine

PAGE_NUMBER = re.compile(
    r"^\W*+(?:page|第)?\s*+(?:\d{1,4}|[ivxIVX]{1,6})(?:\s?[页頁])?"
    r"(?:\s?(?:/|of|共|/\s?共)\s?\d{1,4}\s?[页頁]?)?\W*+$",
    re.I,
)
_PRINTED = re.compile(
    r"^\s*(?:(?:https?|file|about):\S+(?:\s+\d{1,4}\s*/\s*\d{1,4})?"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?(?:\s.*)?)\s*$"
)
"""What browsers print at the edges: the address with the page's number, the time with the title."""
_NUMBERS = re.compile(r"[\d一二三四五六七八九十ivxlc]+")
_WHITE_SPACE = re.compile(r"\s")
_HEAD, _FOOT = 0.115, 0.9
"""Shares of the page's height above and below which running lines stand."""
_OUTER, _STEP = 0.22, 6.0
"""Share of the height within which a page's first or last line may be a number, and points."""
_OFTEN = 0.15
"""Share of the pages that repeat a line."""


def without_running_lines(pages: Sequence[PageLines]) -> list[PageLines]:
    """Take out lines at the pages' edges that other pages repeat, but for numbers in them."""
    seen: Counter[str] = Counter()
    placed: Counter[int] = Counter()
    for page in pages:
        seen.update({_key(line) for line in page.lines if _at_edge(line, page)})
        placed.update(_outer_numbers(page).values())
    fewest = max(2, min(3, _OFTEN * len(pages)))

    def is_running(line: TextLine, page: PageLines, numbers: Mapping[TextLine, int]) -> bool:
        """Tell whether a line at the edge of its page comes again on others."""
        known = PAGE_NUMBER.match(line.text) or _PRINTED.match(line.text)
        if _at_edge(line, page):
            return seen[_key(line)] >= fewest or bool(known)
        return line in numbers and placed[numbers[line]] >= fewest

    found = []
    for page in pages:
        numbers = _outer_numbers(page)
        lines = tuple(line for line in page.lines if not is_running(line, page, numbers))
        found.append(replace(page, lines=lines))
    return found


def _key(line: TextLine) -> str:
    return _NUMBERS.sub("#", _WHITE_SPACE.sub("", line.text)).lower()


def _outer_numbers(page: PageLines) -> dict[TextLine, int]:
    """Find page numbers beyond the edges, as wide margins set them: the first or the last line.

    Of each it is told how high it stands, in steps of a few points.
    """
    lines = sorted(page.lines, key=lambda line: line.top)
    near = _OUTER * page.height
    return {
        end: round(end.bottom / _STEP)
        for end in (*lines[:1], *lines[1:][-1:])
        if PAGE_NUMBER.match(end.text) and (end.bottom < near or end.top > page.height - near)
    }


def _at_edge(line: TextLine, page: PageLines) -> bool:
    return line.bottom < _HEAD * page.height or line.top > _FOOT * page.height
