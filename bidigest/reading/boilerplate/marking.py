"""Marking of boilerplate, line by line: with its reason, never dropped."""

from __future__ import annotations

import re
from dataclasses import replace

from bidigest.languages.zh.scripts import fold
from bidigest.model import Span
from bidigest.reading.boilerplate.glued import without_glued
from bidigest.reading.boilerplate.lists import (
    mark_instructed,
    mark_keywords,
    mark_links_below,
    mark_menus,
    mark_names_and_tags,
    mark_quoted_mail,
    mark_quoted_questions,
    mark_related,
    mark_repeated_title,
)
from bidigest.reading.boilerplate.recognition import LONGEST_LINE, reason_of
from bidigest.reading.boilerplate.repetition import mark_running_heads
from bidigest.reading.heading_cues import KEYWORDS, LINKS
from bidigest.reading.markdown.inline import visible
from bidigest.reading.measures import has_visible
from bidigest.reading.pieces import Layout, Piece, as_boilerplate, line_of
from bidigest.reading.wrapping import begun_above

_ONLY_LINKS = re.compile(
    r"(?:!?\[[^\[\]]{0,200}\]\((?P<target>[^()\s]{0,1000})\)[\s|·•,/›»>]{0,6}){1,30}"
)
"""A line that is all links, markup included."""

_RULES = (
    mark_running_heads,
    mark_repeated_title,
    mark_quoted_mail,
    mark_quoted_questions,
    mark_names_and_tags,
    mark_related,
    mark_menus,
    mark_instructed,
)
"""What the lines around a line tell of it."""


def mark_boilerplate(text: str, layout: Layout) -> Layout:
    """Mark the boilerplate of a layout, as far as lines alone can tell."""
    lines = without_glued(text, layout.pieces)
    begun = begun_above(text, lines)
    pieces: list[Piece] = []
    for index, piece in enumerate(lines):
        if index not in begun:
            last = next(n for n in range(index + 1, len(lines) + 1) if n not in begun) - 1
            pieces.append(_line_by_line(text, piece, layout.references, lines[last].span.end))
        elif pieces[-1].role == "furniture":  # a notice over several lines
            pieces.append(replace(piece, role="furniture", reason=pieces[-1].reason))
        else:
            pieces.append(piece)
    for rule in _RULES:
        rule(text, pieces)
    return replace(layout, pieces=tuple(pieces))


def mark_below_headings(text: str, layout: Layout) -> Layout:
    """Mark what a heading such as `Keywords` or `Related links` tells of its section."""
    pieces = list(layout.pieces)
    for index, piece in enumerate(pieces):
        if piece.role in ("heading", "label"):
            title = fold(piece.title).strip(" :：").casefold()
            if KEYWORDS.fullmatch(title):
                mark_keywords(text, pieces, index)
            elif LINKS.fullmatch(title):
                mark_links_below(text, pieces, index)
    return replace(layout, pieces=tuple(pieces))


def _line_by_line(text: str, piece: Piece, references: frozenset[str], end: int) -> Piece:
    """Mark a line that is boilerplate by itself or up to `end`, where its paragraph ends."""
    length = piece.span.end - piece.span.start
    if piece.role not in ("text", "item") or length > LONGEST_LINE:
        return piece
    if links := _ONLY_LINKS.fullmatch(line_of(text, piece)):
        reason = "navigation" if links.group("target")[:1] in ("/", "#") else "links"
        return as_boilerplate(piece, reason) if has_visible(visible(text, piece.span)) else piece
    if line_of(text, piece).endswith("¶"):
        return piece  # a heading, whatever it says
    found = reason_of(visible(text, piece.span, references))
    if not found and piece.span.end < end <= piece.span.start + LONGEST_LINE:
        whole = visible(text, Span(piece.span.start, end), references)
        found = reason_of(" ".join(whole.split()))
    return as_boilerplate(piece, found) if found else piece
