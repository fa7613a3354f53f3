"""What a span says to a reader: its text without the markup inside it."""

from __future__ import annotations

from bisect import bisect_left

from bidigest.model import Document, Span


def pieces(document: Document, span: Span) -> tuple[Span, ...]:
    """The span without inline markup, as the spans that are left, in order."""
    left = []
    start = span.start
    first = bisect_left(document.markup, span.start, key=lambda markup: markup.end)
    for markup in document.markup[first:]:
        if markup.start >= span.end:
            break
        if markup.start > start:
            left.append(Span(start, markup.start))
        start = max(start, markup.end)
    if start < span.end:
        left.append(Span(start, span.end))
    return tuple(left)


def wording(document: Document, span: Span) -> str:
    """The span's text without inline markup, otherwise to the character."""
    return joined(document, pieces(document, span))


def joined(document: Document, spans: tuple[Span, ...]) -> str:
    """The texts of several spans, one after another."""
    return "".join(document.quote(span) for span in spans)
