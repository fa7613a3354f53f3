"""Pieces to blocks: which lines are one paragraph, and which are one each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bidigest.model import Block, Section, Span
from bidigest.reading.measures import ends_statement, width
from bidigest.reading.pieces import Layout, Piece

_KINDS = {"text": "paragraph", "item": "item", "row": "row"}
_LOWER_CASE = re.compile(r"[a-z]")
_WIDEST_WRAPPED = 140
"""Columns; text editors break lines before that, and paragraphs on one line are longer."""


def find_blocks(text: str, layout: Layout, sections: Sequence[Section]) -> tuple[Block, ...]:
    """The blocks in order, each with the index of its section."""
    wrapping = _Wrapping.of(text, layout.pieces)
    blocks: list[Block] = []
    last: Piece | None = None
    starts = [section.span.start for section in sections]
    for piece in layout.pieces:
        if piece.role not in _KINDS:
            last = None
            continue
        if last and _goes_on(text, last, piece, wrapping):
            first = blocks.pop()
            span = Span(first.span.start, piece.span.end)
            blocks.append(Block(span, first.section, first.kind))
        else:
            section = max(0, bisect_right(starts, piece.span.start) - 1)
            blocks.append(Block(piece.span, section, _KINDS[piece.role]))  # type: ignore[arg-type]
        last = piece
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """Does this writer break lines within a paragraph, and at how many columns?"""

    columns: int

    @classmethod
    def of(cls, text: str, pieces: Sequence[Piece]) -> _Wrapping:
        widths, open_ = [], 0
        for first, second in pairwise(pieces):
            if _adjacent(first, second):
                said = text[first.span.start : first.span.end]
                widths.append(width(said[: _WIDEST_WRAPPED + 1]))
                open_ += not ends_statement(said) and widths[-1] <= _WIDEST_WRAPPED
        wraps = open_ > 0 and open_ * 2 >= len(widths)
        return cls(sorted(widths)[len(widths) * 9 // 10] if wraps else 0)


def _adjacent(first: Piece, second: Piece) -> bool:
    return (
        second.role == "text"
        and first.role in ("text", "item")
        and not second.gap
        and not second.flattened
        and first.quoted == second.quoted
    )


def _goes_on(text: str, first: Piece, second: Piece, wrapping: _Wrapping) -> bool:
    if not _adjacent(first, second):
        return False
    said = text[first.span.start : first.span.end]
    if first.role == "item" and second.indent > first.indent:
        return True
    open_ = not ends_statement(said)
    if not wrapping.columns:
        return open_ and (said[-1] in ",，、" or bool(_LOWER_CASE.match(text, second.span.start)))
    # The last line of a paragraph ends before the margin.
    return open_ or width(said[: _WIDEST_WRAPPED + 1]) * 10 >= wrapping.columns * 6
