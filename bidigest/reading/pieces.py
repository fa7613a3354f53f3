"""The stretches that a document is made of while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bidigest.model import Span

Role = Literal["text", "item", "row", "heading", "label", "furniture", "markup"]
"""`label` is a heading below the one before it (`**Why:**`); `markup` is all tags, no text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is one thing; most often a line without its markers."""

    span: Span
    role: Role
    line: int
    """Number of the line it begins in, from 0."""
    gap: bool = False
    """Does a blank line, or the beginning of the text, stand before it?"""
    marker: Span | None = None
    """The list marker before it."""
    indent: int = 0
    """White space before it, in characters."""
    quoted: bool = False
    """Is it in a block quotation?"""
    level: int = 0
    """Of a heading: 1 to 6, or 0 where its style decides."""
    style: str = ""
    """Of a heading: what others of its rank look like."""
    title: str = ""
    reason: str = ""
    """Of furniture."""
    flattened: bool = False
    """Did a scraper put it on one line with others?"""


def as_furniture(piece: Piece, reason: str) -> Piece:
    """The piece, marked as what belongs in no digest."""
    return replace(piece, role="furniture", reason=reason)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's pieces in order, with the markers that stand between them."""

    pieces: tuple[Piece, ...]
    marks: tuple[Span, ...]
    """`> ` and list markers, sorted."""
    references: frozenset[str]
    """Labels of link definitions, in lower case."""
