"""Quotations, brackets and titles that are short enough to stay in one sentence."""

from __future__ import annotations

import re

from bidigest.model import Span

LONGEST_ENCLOSURE = 200
"""Code points; a longer quotation is split like any other text."""

_PAIRS = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "〈": "〉",
    "【": "】", "[": "]", "〔": "〕",
}  # fmt: skip
_OPENING = {close: open_ for open_, close in _PAIRS.items()}
_MARKS = re.compile('["' + re.escape("".join(_PAIRS) + "".join(_OPENING)) + "]")
_STRAIGHT = re.compile('"')
_DEEPEST = 16


def find_enclosures(text: str, span: Span) -> list[Span]:
    """The outermost enclosures in order, each from its opening mark to after its closing one."""
    found: list[Span] = []
    open_: list[tuple[str, int]] = []
    straight = _straight_pairs(text, span)
    for match in _MARKS.finditer(text, span.start, span.end):
        mark, position = match.group(), match.start()
        if (mark == '"' and position not in straight) or _is_apostrophe(text, mark, position):
            continue
        while open_ and position - open_[0][1] > LONGEST_ENCLOSURE:
            open_.pop(0)
        closing = _opening_of(mark, open_)
        if closing is not None:
            start = open_[closing][1]
            del open_[closing:]
            while found and found[-1].start > start:
                found.pop()
            found.append(Span(start, position + 1))
        elif (mark in _PAIRS or straight.get(position)) and len(open_) < _DEEPEST:
            open_.append((mark, position))
    return found


def _straight_pairs(text: str, span: Span) -> dict[int, bool]:
    """Where straight quotation marks stand in pairs near enough, and whether each opens one.

    Every other one opens, however long the quotations; with an odd number nobody can tell.
    """
    marks = [match.start() for match in _STRAIGHT.finditer(text, span.start, span.end)]
    if len(marks) % 2:
        return {}
    pairs = zip(marks[::2], marks[1::2], strict=True)
    near = [(first, second) for first, second in pairs if second - first <= LONGEST_ENCLOSURE]
    return {at: at == first for first, second in near for at in (first, second)}


def _is_apostrophe(text: str, mark: str, position: int) -> bool:
    """`don’t`; in Chinese the same mark closes a quotation between two characters."""
    around = text[position - 1 : position] + text[position + 1 : position + 2]
    return mark == "’" and len(around) == 2 and around.isascii() and around.isalnum()


def _opening_of(mark: str, open_: list[tuple[str, int]]) -> int | None:
    opening = _OPENING.get(mark, mark)
    if opening == mark and mark != '"':
        return None
    for index in range(len(open_) - 1, -1, -1):
        if open_[index][0] == opening:
            return index
    return None
