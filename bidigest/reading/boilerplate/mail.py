"""What an answer repeats of the mail before it."""

from __future__ import annotations

from bidigest.languages.patterns import pattern
from bidigest.reading.lines import line_of
from bidigest.reading.pieces import Piece, as_furniture

_ATTRIBUTION = pattern("mail", "wrote", behind=r"\s?[:：]\Z")


def mark_quoted_mail(text: str, pieces: list[Piece]) -> None:
    """The lines with `>` below `On …, Ann Lee wrote:`."""
    inside = False
    for index, piece in enumerate(pieces):
        if _ATTRIBUTION.search(line_of(text, piece)):
            inside = True
            if piece.role == "text":
                pieces[index] = as_furniture(piece, "contact")
        elif not piece.quoted:
            inside = inside and piece.role in ("markup", "furniture")
        elif inside and piece.role in ("text", "item", "heading"):
            pieces[index] = as_furniture(piece, "quotation")
