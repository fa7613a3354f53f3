"""Heads and feet of printed pages: short lines that come again with another number."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from bidigest.reading.measures import holds_statement, width
from bidigest.reading.pieces import Piece, as_boilerplate, line_of

_PAGE = re.compile(r"\d+")
_WIDEST = 70
_OFTEN_ENOUGH = 3


def mark_running_heads(text: str, pieces: list[Piece]) -> None:
    """Mark lines that differ in nothing but their number, or stand beside a page's number."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(pieces):
        said = line_of(text, piece)
        if piece.role == "text" and width(said) <= _WIDEST and not holds_statement(said):
            places[_PAGE.sub("0", said)].append(index)
    for form, found in places.items():
        if len(found) >= _OFTEN_ENOUGH and _is_running(text, pieces, form, found):
            for index in found:
                pieces[index] = as_boilerplate(pieces[index], "page")


def _is_running(text: str, pieces: list[Piece], form: str, found: list[int]) -> bool:
    if "0" in form:
        # At the line's end or beginning, and rising: the number of a page.
        numbers = [_PAGE.findall(line_of(text, pieces[index])) for index in found]
        return any(_rises([int(each[place][:6]) for each in numbers]) for place in (0, -1)) and (
            form[0] == "0" or form[-1] == "0"
        )
    beside = sum(_beside_page_number(pieces, index) for index in found)
    return beside >= _OFTEN_ENOUGH


def _rises(numbers: list[int]) -> bool:
    return all(first < second for first, second in pairwise(numbers))


def _beside_page_number(pieces: list[Piece], index: int) -> bool:
    return any(
        p.reason == "page"
        for p in (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])
    )
