"""Quotations, brackets and titles that are short enough to stay in one sentence."""

from __future__ import annotations

import re

from bidigest.model import Span

LONGEST_ENCLOSURE = 200
"""Code points; a longer quotation is split like any other text."""

_PAIRS = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "〈": "〉",
    "【": "】", "[": "]", "〔": "〕", "«": "»", "‹": "›",
    "﹁": "﹂", "﹃": "﹄",
}  # fmt: skip
_OPENING = {close: open_ for open_, close in _PAIRS.items()}
_MARKS = re.compile("[\"'" + re.escape("".join(_PAIRS) + "".join(_OPENING)) + "]")
_DOUBLE = re.compile('"')
_SINGLE = re.compile(r"(?P<opens>(?<![\w'])'(?=[A-Z]))|(?<=[,.!?])'(?![\w'])")
_STRAIGHT = "\"'"
_DEEPEST = 16


def find_enclosures(text: str, span: Span) -> list[Span]:
    """Find the outermost enclosures in order, each with its opening and its closing mark."""
    found: list[Span] = []
    open_: list[tuple[str, int]] = []
    straight = _straight_pairs(text, span)
    for match in _MARKS.finditer(text, span.start, span.end):
        mark, position = match.group(), match.start()
        if (mark in _STRAIGHT and position not in straight) or _is_apostrophe(text, mark, position):
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
    """Pair straight quotation marks near enough to each other; True where the mark opens the pair.

    Every other `"` opens, however long the quotations; with an odd number nobody can tell.
    """
    marks = [match.start() for match in _DOUBLE.finditer(text, span.start, span.end)]
    pairs = [] if len(marks) % 2 else list(zip(marks[::2], marks[1::2], strict=True))
    pairs += _single_pairs(text, span)
    near = [(first, second) for first, second in pairs if second - first <= LONGEST_ENCLOSURE]
    return {at: at == first for first, second in near for at in (first, second)}


def _single_pairs(text: str, span: Span) -> list[tuple[int, int]]:
    """Pair single marks, apostrophes left out: `'We lost. We go home,' he said`."""
    pairs: list[tuple[int, int]] = []
    if text.find("'", span.start, span.end) < 0:
        return pairs
    opened = -1
    for match in _SINGLE.finditer(text, span.start, span.end):
        if match["opens"]:
            opened = match.start() if opened < 0 else opened
        elif opened >= 0:
            pairs.append((opened, match.start()))
            opened = -1
    return pairs


def _is_apostrophe(text: str, mark: str, position: int) -> bool:
    """Tell the apostrophe of `don’t`; in Chinese the same mark closes a quotation."""
    around = text[position - 1 : position] + text[position + 1 : position + 2]
    return mark == "’" and len(around) == 2 and around.isascii() and around.isalnum()


def _opening_of(mark: str, open_: list[tuple[str, int]]) -> int | None:
    opening = _OPENING.get(mark, mark)
    if opening == mark and mark not in _STRAIGHT:
        return None
    for index in range(len(open_) - 1, -1, -1):
        if open_[index][0] == opening:
            return index
    return None
