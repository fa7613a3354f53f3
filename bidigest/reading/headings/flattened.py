"""Headings that a scraper put in the middle of a line: `… ## 一、… ### 1.1 … 正文`.

Where such a heading begins is plain to see; where it ends and the sentence after it begins
is `boundaries`' part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bidigest.model import Span
from bidigest.reading.heading_cues import numbering
from bidigest.reading.headings.boundaries import Spacing, find_boundary
from bidigest.reading.measures import ends_statement, has_visible, holds_statement, width
from bidigest.reading.pieces import Layout, Piece, Role
from bidigest.text.plain_text import trimmed

_MARK = re.compile(r"(?:(?<=\s)|(?<=>))(#{1,6})[ \t]+(?=[^\s#])")
_QUOTE_MARKS = re.compile(r"(?>(?:(?<!\s)\s++)?)>(?>(?:\s*+>)*)\s*+")
_PARAGRAPH = re.compile(r"(?:(?<=[。！？…])|(?<=[。！？…][”』」）]))[ \t]+(?=\S)")
_CODE = re.compile(r"`[^`\n]{1,80}`")
_WIDEST_TITLE = 160
"""Columns; a line that the parser calls a heading and that is wider holds its text as well."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where a heading's mark and its title begin, and its level."""

    start: int
    title: int
    level: int


def unfold(text: str, layout: Layout) -> Layout:
    """Take lines with flattened headings apart; all else stays as it was."""
    pieces: list[Piece] = []
    marks = list(layout.marks)
    for piece in layout.pieces:
        found = _marks(text, piece)
        if found:
            pieces += _unfolded(text, piece, found, marks)
        else:
            pieces.append(piece)
    return Layout(tuple(pieces), tuple(sorted(marks)), layout.references)


def _marks(text: str, piece: Piece) -> list[_Mark]:
    if piece.role not in ("text", "item", "heading"):
        return []
    found = [
        _Mark(match.start(1), match.end(), len(match.group(1)))
        for match in _MARK.finditer(text, piece.span.start, piece.span.end)
    ]
    if piece.role == "heading":
        return _in_heading(text, piece, found)
    found = [mark for mark in found if not _is_code(text, mark)]
    return found if _are_headings(text, piece, found) else []


def _in_heading(text: str, piece: Piece, found: list[_Mark]) -> list[_Mark]:
    """Find marks in a real heading that goes on: with other headings, or with its text."""
    said = text[piece.span.start : piece.span.end]
    if not said.startswith("#"):
        return []
    title = len(said) - len(said.lstrip("#").lstrip())
    first = _Mark(piece.span.start, piece.span.start + title, piece.level)
    later = [mark for mark in found if mark.start > first.start and not _is_code(text, mark)]
    if later or (width(said) > _WIDEST_TITLE) or (width(said) > 80 and holds_statement(said)):
        return [first, *later]
    return []


def _is_code(text: str, mark: _Mark) -> bool:
    around = text[max(0, mark.start - 60) : mark.title + 60]
    offset = mark.start - max(0, mark.start - 60)
    return any(m.start() < offset < m.end() for m in _CODE.finditer(around))


def _are_headings(text: str, piece: Piece, found: list[_Mark]) -> bool:
    """Tell headings from talk of `##`: two or more, most of them behind a sentence or numbered."""
    if len(found) < 2:
        return bool(found) and found[0].level > 1 and _is_likely(text, piece, found[0])
    likely = sum(_is_likely(text, piece, mark) for mark in found)
    return likely * 2 >= len(found)


def _is_likely(text: str, piece: Piece, mark: _Mark) -> bool:
    before = text[max(piece.span.start, mark.start - 40) : mark.start].rstrip(" \t>")
    numbered = bool(numbering(text[mark.title : mark.title + 20])[0])
    return not before or numbered or ends_statement(before)


def _unfolded(text: str, piece: Piece, found: list[_Mark], marks: list[Span]) -> Iterator[Piece]:
    quoted = piece.quoted or text[piece.span.start] == ">"
    spacing = Spacing.of(text[piece.span.start : piece.span.end])
    base = replace(piece, role="text", level=0, marker=None, quoted=quoted, flattened=True)
    before = Span(piece.span.start, found[0].start)
    yield from _body(text, replace(base, role=_prose(piece), marker=piece.marker), before, marks)
    widths: list[int] = []
    for index, mark in enumerate(found):
        last = index + 1 == len(found)
        end = piece.span.end if last else found[index + 1].start
        content = _without_quote_marks(text, Span(mark.title, end), quoted)
        boundary = find_boundary(text, content, spacing, widths, followed=not last, quoted=quoted)
        if boundary > mark.title:
            widths.append(width(text[mark.title : boundary]))
            heading = trimmed(text, mark.start, boundary)
            yield replace(base, span=heading, role="heading", level=mark.level, gap=True)
        else:
            marks.append(trimmed(text, mark.start, mark.title))
        yield from _body(text, base, Span(max(boundary, mark.title), end), marks)


def _prose(piece: Piece) -> Role:
    return "item" if piece.role == "item" else "text"


def _without_quote_marks(text: str, span: Span, quoted: bool) -> Span:
    said = text[span.start : span.end]
    return Span(span.start, span.start + len(said.rstrip(" \t>" if quoted else None)))


def _body(text: str, base: Piece, span: Span, marks: list[Span]) -> Iterator[Piece]:
    """Yield the paragraphs between two headings; quotation marks of the form `>` become marks."""
    start = span.start
    for end, after in [*_breaks(text, span, base.quoted), (span.end, span.end)]:
        paragraph = trimmed(text, start, end)
        if paragraph.start < paragraph.end:
            if has_visible(text[paragraph.start : paragraph.end]):
                yield replace(base, span=paragraph, gap=True)
            else:
                marks.append(paragraph)
        if ">" in text[end:after]:
            marks.append(trimmed(text, end, after))
        start = after


def _breaks(text: str, span: Span, quoted: bool) -> list[tuple[int, int]]:
    """List ends of paragraphs with the beginning of the next."""
    found = [match.span() for match in _PARAGRAPH.finditer(text, span.start, span.end)]
    if quoted:
        found += [
            match.span()
            for match in _QUOTE_MARKS.finditer(text, span.start, span.end)
            if match.start() == span.start
            or match.group().count(">") > 1
            or match.end() == span.end
            or ends_statement(text[max(span.start, match.start() - 20) : match.start()])
        ]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
