"""Headings that signs set off: `— Title —`, `■ Title`, a title above `~~~~`, `h2. Title`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bidigest.reading.measures import holds_statement, width
from bidigest.reading.pieces import WIDEST_TITLE, Piece, line_of

_BETWEEN = re.compile(
    r"(?P<sign>[-—–=~*·•])(?P=sign){0,5}\s{1,4}(?P<title>[^—–=~*·•\s][^—–=~*·•]{0,120})\s(?P=sign){1,6}"
)
_TEXTILE = re.compile(r"h[1-6]\.\s+(?P<title>\S.*)")
_UNDERLINE = re.compile(r"([~^*+\"'.:#_=-])\1{2,}")
_BULLETS = frozenset("■●◆▌▍▎▶◎□◇▼★☆➢►◼◾🔹🔸")


def is_decorated(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a line is a heading by the signs before, around or below it.

    Args:
        text: of the document.
        pieces: all pieces.
        index: of the line.
    """
    piece, said = pieces[index], line_of(text, pieces[index])
    if piece.role not in ("text", "item") or width(said) > WIDEST_TITLE:
        return False
    title = title_inside(said)
    if holds_statement(title):
        return False
    if piece.role == "item":
        return _is_bulleted(text, pieces, index)
    return title != said or _is_underlined(text, pieces, index)


def title_inside(said: str) -> str:
    """Return the title without its signs."""
    match = _BETWEEN.fullmatch(said) or _TEXTILE.fullmatch(said)
    return match.group("title").rstrip() if match else said


def _is_bulleted(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a single bullet above text sets off a heading, being no list."""
    if _bullet(text, pieces[index]) == "" or line_of(text, pieces[index])[-1] in ",，;；、":
        return False
    around = (*pieces[max(0, index - 1) : index], *pieces[index + 1 : index + 2])
    after = pieces[index + 1 : index + 2]
    return all(p.role != "item" for p in around) and any(p.role == "text" for p in after)


def _bullet(text: str, piece: Piece) -> str:
    sign = text[piece.marker.start : piece.marker.end].strip() if piece.marker else ""
    return sign if sign in _BULLETS else ""


def _is_underlined(text: str, pieces: Sequence[Piece], index: int) -> bool:
    below = pieces[index + 1 : index + 2]
    said = line_of(text, below[0]) if below else ""
    return bool(below) and not below[0].gap and _UNDERLINE.fullmatch(said) is not None
