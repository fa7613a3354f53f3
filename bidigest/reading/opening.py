"""The title that opens a text, where no heading of the first level does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bidigest.model import Span
from bidigest.reading.lines import WIDEST_TITLE, line_of
from bidigest.reading.measures import holds_statement, width
from bidigest.reading.pieces import Piece

_TITLE = re.compile(r"(?P<title>【[^【】\n]{2,60}(?<!报道)(?<!報道)(?<![讯訊电電])】)[ \t]*(?=\S)")


def split_title(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """`【Title】Text …` at the very beginning; where other lines begin so, these are entries."""
    at = next((n for n, p in enumerate(pieces) if p.role not in ("furniture", "markup")), -1)
    begun = [n for n, piece in enumerate(pieces) if text.startswith("【", piece.span.start)]
    if begun != [at] or pieces[at].role != "text":
        return list(pieces)
    span = pieces[at].span
    match = _TITLE.match(text, span.start, span.end)
    if not match:
        return list(pieces)
    title = replace(pieces[at], span=Span(span.start, match.end("title")), role="heading", level=1)
    said = replace(pieces[at], span=Span(match.end(), span.end), gap=True)
    return [*pieces[:at], title, said, *pieces[at + 1 :]]


def titled(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The title that a scraped page sets above its article, as a heading of level 1."""
    result = list(pieces)
    for index, piece in enumerate(result):
        if piece.role == "text" and _is_title(text, piece):
            result[index] = replace(piece, role="heading", level=1)
        if piece.role not in ("furniture", "markup"):
            break
    return result


def _is_title(text: str, piece: Piece) -> bool:
    said = line_of(text, piece)
    return (
        not piece.quoted
        and len(said) <= WIDEST_TITLE
        and 8 <= width(said) <= WIDEST_TITLE
        and said[-1] not in ",，;；:：、…"
        and not holds_statement(said)
    )
