"""The title below a masthead: who publishes a text, the number and the day stand above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.model import Span
from bidigest.reading.headings.opening_title import first_paragraph
from bidigest.reading.measures import ends_statement, width
from bidigest.reading.pieces import OVER_LINES, WIDEST_TITLE, Piece, as_boilerplate, line_of

_MOST_LINES = 10
"""Lines of a masthead and the title below it."""
_MOST_TITLE_LINES = 3
_ASKS = ("?", "？", "!", "！")

_PUBLISHER = pattern("headings", "publisher")
_NUMBERED = pattern("headings", "issue")
_AUTHOR = pattern("headings", "author")
"""How the line of who wrote it begins."""


def below_masthead(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Make the lines below a masthead the title, and the masthead boilerplate.

    A masthead names a publisher or a number of its issues, and has a line on the day. The title is
    the last lines, set off on both sides or above who wrote it, before the first paragraph.
    """
    blocks = leading_blocks(text, pieces)
    if len(blocks) < 2 or not _is_masthead(text, pieces, blocks[:-1]):
        return list(pieces)
    lines = [n for n in blocks[-1] if pieces[n].role in ("text", "heading")]
    span = Span(pieces[lines[0]].span.start, pieces[lines[-1]].span.end) if lines else None
    if span is None or not _is_title(text, span, len(lines)):
        return list(pieces)
    above = [n for block in blocks[:-1] for n in block if pieces[n].role in ("text", "heading")]
    title = replace(pieces[lines[0]], span=span, role="heading", level=1, style=OVER_LINES)
    found = [as_boilerplate(p, "byline") if n in above else p for n, p in enumerate(pieces)]
    return [*found[: lines[0]], title, *found[lines[-1] + 1 :]]


def leading_blocks(text: str, pieces: Sequence[Piece]) -> list[list[int]]:
    """List the lines above the first paragraph by block; none where there are many."""
    blocks: list[list[int]] = []
    for number, piece in enumerate(pieces):
        if piece.gap or not blocks:
            if _begins_paragraph(text, pieces, number):
                return blocks
            blocks.append([])
        blocks[-1].append(number)
        if number >= _MOST_LINES:
            break
    return []


def _begins_paragraph(text: str, pieces: Sequence[Piece], number: int) -> bool:
    """Tell whether a block is a paragraph: longer than a title, or a whole statement.

    A first line may ask or cry, and is a title still.
    """
    said = first_paragraph(text, pieces[number:])
    if number == 0 and said.endswith(_ASKS) and width(said) <= WIDEST_TITLE:
        return False
    is_text = pieces[number].role in ("text", "item")
    return is_text and (width(said) > _MOST_TITLE_LINES * WIDEST_TITLE or ends_statement(said))


def _is_masthead(text: str, pieces: Sequence[Piece], blocks: Sequence[Sequence[int]]) -> bool:
    """Tell whether these lines name a publisher, beside a line on the day, and no author."""
    lines = [number for block in blocks for number in block]
    said = [folded(line_of(text, pieces[number])) for number in lines]
    dated = any(pieces[n].reason == "byline" for n in lines) or any(map(_NUMBERED.search, said))
    named = any(map(_PUBLISHER.search, said))
    return named and dated and not any(map(_AUTHOR.match, said))


def _is_title(text: str, span: Span, lines: int) -> bool:
    said = text[span.start : span.end]
    wide = width(said) <= WIDEST_TITLE * min(lines, 2)
    return lines <= _MOST_TITLE_LINES and wide and not ends_statement(said)
