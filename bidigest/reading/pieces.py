"""The pieces that a document is made of while it is being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bidigest.model import Span
from bidigest.reading.measures import ends_statement, width

Role = Literal["text", "item", "row", "heading", "label", "furniture", "markup"]
"""`label` is a heading below the one before it (`**Why:**`); `markup` is all tags, no text."""

WIDEST_BARE = 44
"""Columns that a heading without any mark may take."""

WIDEST_TITLE = 110
"""The same of one that something marks, or of a text's title."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is one thing; most often a line without its markers."""

    span: Span
    role: Role
    line: int
    """Number of the line it begins in, from 0."""
    gap: bool = False
    """Whether a blank line, or the beginning of the text, stands before it."""
    marker: Span | None = None
    """The list marker before it."""
    indent: int = 0
    """White space before it, in characters."""
    quoted: bool = False
    """Whether it is in a block quotation."""
    level: int = 0
    """Of a heading: 1 to 6, or 0 where its style decides."""
    style: str = ""
    """Of a heading: what others of its rank look like."""
    title: str = ""
    reason: str = ""
    """Of boilerplate."""
    flattened: bool = False
    """Whether a scraper put it on one line with others."""


OVER_LINES = "over lines"
"""Style of a heading that may be wrapped, so that its second line is no underline."""


def as_boilerplate(piece: Piece, reason: str) -> Piece:
    """Mark a piece as what belongs in no digest."""
    return replace(piece, role="furniture", reason=reason)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's pieces in order, with the markers that stand between them."""

    pieces: tuple[Piece, ...]
    marks: tuple[Span, ...]
    """`> ` and list markers, sorted."""
    references: frozenset[str]
    """Labels of link definitions, in lower case."""


def line_of(text: str, piece: Piece) -> str:
    """Return a piece's text."""
    return text[piece.span.start : piece.span.end]


def begins_paragraph(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a paragraph begins with this piece, by what stands above it.

    Args:
        text: of the document.
        pieces: all pieces.
        index: of the piece.
    """
    piece = pieces[index]
    if index == 0 or piece.gap:
        return True
    before = pieces[index - 1]
    return before.role != "text" or ends_statement(line_of(text, before)) or is_brief(text, before)


def is_brief(text: str, piece: Piece) -> bool:
    """Tell whether a line may be a heading itself, going by its looks."""
    line = line_of(text, piece)
    return len(line) <= WIDEST_BARE and width(line) <= WIDEST_BARE and line[-1] not in ",，、;；"
