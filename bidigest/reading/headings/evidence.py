"""Headings that make a claim: they may be cited like any sentence."""

from __future__ import annotations

from bidigest.model import Span
from bidigest.reading.headings.boundaries import title_span
from bidigest.reading.headings.numbering import numbering
from bidigest.reading.markdown.inline import visible
from bidigest.reading.measures import NEWLINE, trimmed
from bidigest.reading.pieces import Piece
from bidigest.text.claims import makes_claim

_WIDEST = 200


def claim_in_heading(text: str, piece: Piece) -> Span | None:
    """The words of a heading or label that says something; None where it only names its subject."""
    if piece.role not in ("heading", "label") or piece.span.end - piece.span.start > _WIDEST:
        return None
    span = title_span(text, piece.span) if piece.role == "heading" else piece.span
    if underline := NEWLINE.search(text, span.start, span.end):
        span = trimmed(text, span.start, underline.start())
    said = visible(text, span)
    return span if makes_claim(said[numbering(said)[1] :]) else None
