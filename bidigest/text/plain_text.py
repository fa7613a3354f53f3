"""A span as a reader sees it: its text without the markup inside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from bidigest.model import Document, Span

_LINE_END = re.compile(r"[\r\n][\r\n \t\u3000>]*+")
_BLANKS = " \t\u3000"


def pieces(document: Document, span: Span) -> tuple[Span, ...]:
    """Split a span into the parts that are left without inline markup, in order."""
    return without(span, document.markup)


def columns(text: str) -> int:
    """Count columns on a screen, where whatever is not ASCII takes two."""
    return sum(1 if each.isascii() else 2 for each in text)


def trimmed(text: str, start: int, end: int) -> Span:
    """Strip a stretch of white space around it; empty where there is nothing else.

    Args:
        text: of the document.
        start: code point at which the stretch begins.
        end: code point after it.
    """
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return Span(start + left, max(start + left, start + len(stretch.rstrip())))


def without(span: Span, left_out: Sequence[Span]) -> tuple[Span, ...]:
    """Subtract spans from a span; what is left, in order.

    Args:
        span: a stretch of text.
        left_out: spans, sorted and separate, that may reach beyond it.
    """
    left = []
    start = span.start
    first = bisect_left(left_out, span.start, key=lambda other: other.end)
    for markup in left_out[first:]:
        if markup.start >= span.end:
            break
        if markup.start > start:
            left.append(Span(start, markup.start))
        start = max(start, markup.end)
    if start < span.end:
        left.append(Span(start, span.end))
    return tuple(left)


def wording(document: Document, span: Span) -> str:
    """Return a span's text without inline markup, otherwise to the character."""
    return joined(document, pieces(document, span))


def joined(document: Document, spans: tuple[Span, ...]) -> str:
    """Join the texts of several spans, one after another."""
    return "".join(document.quote(span) for span in spans)


def positions(spans: Iterable[Span]) -> tuple[int, ...]:
    """List for each code point of the joined spans where it stands in the document."""
    return tuple(at for span in spans for at in range(span.start, span.end))


def line_ends(text: str, span: Span) -> Iterator[Span]:
    """Find the line ends within a stretch, with the blanks and quote marks (`>`) around each."""
    for match in _LINE_END.finditer(text, span.start, span.end):
        start = match.start()
        while start > span.start and text[start - 1] in _BLANKS:
            start -= 1
        yield Span(start, match.end())


def as_one_line(text: str, span: Span, left_out: Sequence[Span]) -> tuple[str, list[int]]:
    """Return a stretch of text on one line, each line end as one blank.

    Args:
        text: a document's text.
        span: the stretch.
        left_out: spans, sorted and separate, that are dropped.

    Returns:
        The line, and for each of its characters the position in `text` that it stands at.
    """
    tails = [Span(end.start + 1, end.end) for end in line_ends(text, span)]
    kept = (rest for part in without(span, left_out) for rest in without(part, tails))
    positions = [at for part in kept for at in range(part.start, part.end)]
    return "".join(" " if text[at] in "\r\n" else text[at] for at in positions), positions
