"""What stands between a title and its text: who wrote it, for whom, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bidigest.languages.folding import folded
from bidigest.languages.packs import makes_claim
from bidigest.languages.patterns import pattern
from bidigest.reading.headings.masthead import leading_blocks
from bidigest.reading.measures import ends_statement, width
from bidigest.reading.pieces import OVER_LINES, WIDEST_TITLE, Piece, as_boilerplate, line_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REPORTED_BY = pattern("headings", "reported by")
_DAY_OR_PAPER = re.compile(r"\d月\d{1,2}日|[《【]")
_SAYS = re.compile(r"[,，。;；!！?？]")
_PARTS = re.compile(r"[\s|｜/／]+")
_LONGEST_PART = 16
"""Code points of a name with what it is the name of: 《藝術產業週刊》第412期."""
_INTRODUCES = (":", "：", "，", ",")


def below_title(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Mark the lines with a byline or a day between a title and the first paragraph as such.

    With them goes what stands beside them: the name of the paper or the author. The line above
    them is a title, whatever it says.
    """
    blocks = leading_blocks(text, pieces)
    lines = [n for block in blocks for n in block]
    marked = (n for n in lines if pieces[n].level == 1 and not _reports(text, pieces[n]))
    title = next(marked, next((n for n in lines if pieces[n].role in ("text", "heading")), None))
    if title is None or not _may_be_title(text, pieces[title]):
        return list(pieces)
    below = [[n for n in block if n > title] for block in blocks]
    known = [block for block in below if any(_is_byline(text, pieces[n]) for n in block)]
    found = list(pieces)
    for number in (n for block in known for n in block):
        if _names(text, pieces[number]) or _reports(text, pieces[number]):
            found[number] = as_boilerplate(pieces[number], "byline")
    if known and pieces[title].role == "text":
        found[title] = replace(pieces[title], role="heading", level=1, style=OVER_LINES)
    return found


def _may_be_title(text: str, piece: Piece) -> bool:
    said = line_of(text, piece)
    if width(said) > 2 * WIDEST_TITLE or said.endswith(_INTRODUCES):
        return False
    return piece.level == 1 or not _is_byline(text, piece)


def _is_byline(text: str, piece: Piece) -> bool:
    dated = bool(_YEAR.search(line_of(text, piece)))
    return piece.reason == "byline" or (dated and _names(text, piece)) or _reports(text, piece)


def _reports(text: str, piece: Piece) -> bool:
    """Tell whether a line only names a reporter, beside a paper, a place or a day, in any order."""
    if piece.role not in ("text", "heading"):
        return False
    said = folded(line_of(text, piece).strip("*_ "))
    parts = _PARTS.split(said)
    if width(said) > WIDEST_TITLE or any(len(part) > _LONGEST_PART for part in parts):
        return False
    named = len(parts) > 1 and (_DAY_OR_PAPER.search(said) or len(parts) > 2)
    return bool(named and _REPORTED_BY.search(said)) and not _SAYS.search(said)


def _names(text: str, piece: Piece) -> bool:
    """Tell whether a line names something, and says nothing: a paper, an author, a day."""
    if piece.role not in ("text", "heading") or piece.level:
        return False
    said = line_of(text, piece).strip("*_ ")
    return width(said) <= WIDEST_TITLE and not ends_statement(said) and not makes_claim(said)
