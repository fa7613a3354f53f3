"""The title that opens a text, where no heading of the first level does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bidigest.languages.packs import makes_claim
from bidigest.model import Span
from bidigest.reading.measures import ends_statement, holds_statement, width
from bidigest.reading.pieces import WIDEST_TITLE, Piece, line_of
from bidigest.reading.wrapping import is_broken_off

_TITLE = re.compile(r"(?P<title>【[^【】\n]{5,60}(?<!报道)(?<!報道)(?<![讯訊电電])】)[ \t]*(?=\S)")

_CALL = re.compile(r"[！？!?](?![”’」』\"'])")
"""What a headline cries or asks (0比2到3比2！红隼队进决赛), not what somebody is quoted with."""


def split_title(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Split `【Title】Text …` at the very beginning; where other lines begin so, it is an entry."""
    at = _first(pieces)
    if at is None:
        return list(pieces)
    span = pieces[at].span
    match = _TITLE.match(text, span.start, span.end)
    if not match or sum(text.startswith("【", piece.span.start) for piece in pieces) > 1:
        return list(pieces)
    title = replace(pieces[at], span=Span(span.start, match.end("title")), role="heading", level=1)
    said = replace(pieces[at], span=Span(match.end(), span.end), gap=True)
    return [*pieces[:at], title, said, *pieces[at + 1 :]]


def titled(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Turn the title that a scraped page sets above its article into a heading of level 1."""
    at, result = _first(pieces), list(pieces)
    if at is not None and _is_title(text, pieces[at]):
        result[at] = replace(pieces[at], role="heading", level=1)
    return result


def opened(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Turn a title above its author and date, or above paragraphs, into a heading of level 1."""
    at, result = _first(pieces), list(pieces)
    if at is not None and _is_title(text, pieces[at]) and _leads(text, pieces, at):
        result[at] = replace(pieces[at], role="heading", level=1)
    return result


def _leads(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a line is above its byline or longer text, or set off and no claim itself."""
    said = line_of(text, pieces[at])
    if any(piece.reason == "byline" and not piece.gap for piece in pieces[at + 1 : at + 2]):
        return True
    if is_broken_off(text, pieces, at):
        return False
    below = [p for p in pieces[at + 1 :] if p.role not in ("furniture", "markup")]
    if not below or below[0].role != "text":
        return bool(below) and not makes_claim(said)
    paragraph = first_paragraph(text, below) if below[0].gap else line_of(text, below[0])
    if ends_statement(paragraph) and len(paragraph) > 1.5 * len(said):
        return True
    return below[0].gap and not makes_claim(said)


def first_paragraph(text: str, pieces: Sequence[Piece]) -> str:
    """Return the first of these lines with all that stand directly below it, however wrapped."""
    last = next((n for n, (_, p) in enumerate(pairwise(pieces)) if p.gap), len(pieces) - 1)
    return text[pieces[0].span.start : pieces[last].span.end]


def _first(pieces: Sequence[Piece]) -> int | None:
    """Find where the text begins, if it does so with text."""
    at = next((n for n, p in enumerate(pieces) if p.role not in ("furniture", "markup")), None)
    return at if at is not None and pieces[at].role == "text" else None


def _is_title(text: str, piece: Piece) -> bool:
    said = line_of(text, piece)
    return (
        not piece.quoted
        and len(said) <= WIDEST_TITLE
        and 8 <= width(said) <= WIDEST_TITLE
        and said[-1] not in ",，;；:：、…"
        and not holds_statement(said if ends_statement(said.rstrip("?？")) else _CALL.sub("", said))
    )
