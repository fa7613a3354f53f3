"""What a span says to a reader: its text without the markup inside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from bidigest.model import Document, Span

_LINE_END = re.compile(r"[ \t\u3000]*[\r\n][\s>]*")


def pieces(document: Document, span: Span) -> tuple[Span, ...]:
    """The span without inline markup, as the spans that are left, in order."""
    return without(span, document.markup)


def without(span: Span, left_out: Sequence[Span]) -> tuple[Span, ...]:
    """What is left of a span without sorted, separate others, in order."""
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
    """The span's text without inline markup, otherwise to the character."""
    return joined(document, pieces(document, span))


def joined(document: Document, spans: tuple[Span, ...]) -> str:
    """The texts of several spans, one after another."""
    return "".join(document.quote(span) for span in spans)


def as_one_line(text: str, span: Span, left_out: Sequence[Span]) -> tuple[str, list[int]]:
    """A stretch without what is left out of it, each line end as one blank.

    With it, for each of its characters, the position in `text` that it stands at.
    """
    tails = [Span(m.start() + 1, m.end()) for m in _LINE_END.finditer(text, span.start, span.end)]
    kept = (rest for part in without(span, left_out) for rest in without(part, tails))
    positions = [at for part in kept for at in range(part.start, part.end)]
    return "".join(" " if text[at] in "\r\n" else text[at] for at in positions), positions
