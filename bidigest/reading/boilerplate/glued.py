"""Boilerplate on one line with a sentence: the dateline before it, the credit behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bidigest.model import Span
from bidigest.reading.boilerplate.recognition import LONGEST_LINE, opens_or_closes, reason_of
from bidigest.reading.measures import has_visible
from bidigest.reading.pieces import Piece
from bidigest.text.plain_text import trimmed

_OPENINGS = (
    re.compile(r"[(（〔\[【][^()（）〔〕\[\]【】\n]{2,60}[)）〕\]】]"),
    re.compile(r"[A-Z][^\n—–]{2,70}?\s?(?:—|–|--| -)(?=\s)"),
    re.compile(
        r"[^\n。！？，,]{2,40}?(?:[电電讯訊]|[报報][导導道]|消息)"
        r"(?:[(（][^()（）\n]{2,30}[)）])?(?:\s*题[:：])?(?=[\s:：]|\Z)"
    ),
    re.compile(r"[^\n。！？，,]{2,30}?[电電讯訊][(（][^()（）\n]{2,30}[)）]"),
)
_CLOSING = re.compile(
    r"[(（〔\[【][^()（）〔〕\[\]【】\n]{1,120}[)）〕\]】]\d{0,8}\Z"
    r"|(?<=[。！？”」])\s?[^，。\n]{0,4}[记記]者[^，。\n]{2,12}[。]?\Z"
)


def without_glued(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Split off as boilerplate what only says who reports, when and where."""
    return [part for piece in pieces for part in _parts(text, piece)]


def _parts(text: str, piece: Piece) -> Iterator[Piece]:
    if piece.role not in ("text", "item") or _is_whole(text, piece.span):
        yield piece
        return
    start, end = _opening(text, piece.span), piece.span.end
    end = _closing(text, Span(start, end))
    said = trimmed(text, start, end)
    if start > piece.span.start:
        yield _credit(piece, trimmed(text, piece.span.start, start))
    yield replace(piece, span=said, gap=piece.gap or start > piece.span.start)
    if end < piece.span.end:
        yield _credit(piece, trimmed(text, end, piece.span.end))


def _is_whole(text: str, span: Span) -> bool:
    """Tell whether all of the line is boilerplate."""
    return (
        span.end - span.start <= LONGEST_LINE and reason_of(text[span.start : span.end]) is not None
    )


def _credit(piece: Piece, span: Span) -> Piece:
    return replace(piece, span=span, role="furniture", reason="byline", marker=None)


def _opening(text: str, span: Span) -> int:
    """Find where the text begins behind its dateline."""
    for pattern in _OPENINGS:
        match = pattern.match(text, span.start, span.end)
        if match and has_visible(text[match.end() : span.end]) and opens_or_closes(match.group()):
            after = text[match.end() : span.end]
            return span.end - len(after.lstrip(" \t\u3000:：-—–"))
    return span.start


def _closing(text: str, span: Span) -> int:
    """Find where the text ends before its credit."""
    match = _CLOSING.search(text, max(span.start, span.end - 130), span.end)
    if match and has_visible(text[span.start : match.start()]) and opens_or_closes(match.group()):
        return match.start()
    return span.end
