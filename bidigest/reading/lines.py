"""Lines by their looks, each with what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.reading.measures import ends_statement, width
from bidigest.reading.pieces import Piece

WIDEST_BARE = 44
"""Columns that a heading without any mark may take."""

WIDEST_TITLE = 110
"""The same of one that something marks, or of a text's title."""


def line_of(text: str, piece: Piece) -> str:
    return text[piece.span.start : piece.span.end]


def begins_paragraph(text: str, pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    if index == 0 or piece.gap:
        return True
    before = pieces[index - 1]
    return before.role != "text" or ends_statement(line_of(text, before)) or is_brief(text, before)


def is_brief(text: str, piece: Piece) -> bool:
    """May this line be a heading itself, going by its looks?"""
    line = line_of(text, piece)
    return len(line) <= WIDEST_BARE and width(line) <= WIDEST_BARE and line[-1] not in ",，、;；"
