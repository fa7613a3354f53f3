"""Figures across a line end: a Chinese line end is nothing (二十⏎六次), an English one a blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bidigest.languages.zh.scripts import HAN

_END = re.compile(r"\n[ \t\u3000]*+(?=\S)")
_BLANKS = " \t\r\u3000"
_ITEM = re.compile(
    r"[-*•#>·|]|\d{1,2}[.)、．）](?!\d)|[一二三四五六七八九十]{1,3}[、．]"
    r"|[(（][\d一二三四五六七八九十]{1,3}[)）]"
)
"""What begins a line of its own, so that the line end before it stays."""
_WIDE = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
_CLOSE = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef0-9%.]")


def joined(text: str) -> tuple[str, Sequence[int]]:
    """Join the lines of a text for finding figures; blank lines and ends before list items stay.

    Returns:
        The text, and for each of its characters the code point it stood at.
    """
    if "\n" not in text:
        return text, range(len(text))
    told: list[str] = []
    places: list[int] = []
    at = 0
    for match in _END.finditer(text):
        start = _skip_back(text, match.start(), at)
        mark = _mark(text, start, match.end())
        if mark is None:
            continue
        told += (text[at:start], mark)
        places += range(at, start + len(mark))
        at = match.end()
    return "".join((*told, text[at:])), [*places, *range(at, len(text))]


def _skip_back(text: str, position: int, start: int) -> int:
    """Find where the blanks begin that stand before a position."""
    while position > start and text[position - 1] in _BLANKS:
        position -= 1
    return position


def _mark(text: str, start: int, end: int) -> str | None:
    """Choose what a line end is read as; None where it stays one."""
    before, after = text[max(0, start - 1) : start], text[end]
    if not before or before == "\n" or _ITEM.match(text, end):
        return None
    is_chinese = bool(_WIDE.match(before) or _WIDE.match(after))
    close = bool(_CLOSE.match(before) and _CLOSE.match(after))
    return "" if (is_chinese and close) or before == "-" else " "
