"""Headings that nothing marks: short lines above text, a list or a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bidigest.languages.packs import makes_claim
from bidigest.languages.zh.scripts import fold
from bidigest.reading.heading_cues import INTRODUCES, KEYWORDS
from bidigest.reading.measures import ends_statement, holds_statement
from bidigest.reading.pieces import Piece, begins_paragraph, is_brief, line_of
from bidigest.reading.wrapping import is_broken_off

_SPACED = re.compile(r"[\s\d]")
_LISTED = re.compile(r"[^\x00-\x7f]\s+[^\x00-\x7f]")
"""Chinese sets no space between its own characters, unless it lists them."""
_SEPARATOR = re.compile(r"[,，、;；]")


def with_bare_lines(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Take short lines above text for headings; from the end, so that a title may come before."""
    result = list(pieces)
    chain = 0
    for index in range(len(result) - 1, -1, -1):
        if chain < 2 and _is_bare(text, result, index):
            result[index] = replace(result[index], role="heading", style="bare")
            chain += 1
        else:
            chain = 0
    return result


def _is_bare(text: str, pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    said = line_of(text, piece)
    if (
        piece.role != "text"
        or (piece.quoted and not _stands_alone(pieces, index))
        or not is_brief(text, piece)
        or said[-1] in "…—-"
        or (said[-1] in ":：" and not _announces_section(text, pieces, index))
        or holds_statement(said)
        or makes_claim(said)
        or said[:1].islower()
        or not begins_paragraph(text, pieces, index)
        or index + 1 == len(pieces)
        or is_broken_off(text, pieces, index)
        or _is_keyword_list(text, pieces, index)
    ):
        return False
    return _is_above_text(text, pieces, index)


def _stands_alone(pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a line stands between blank ones."""
    return pieces[index].gap and all(after.gap for after in pieces[index + 1 : index + 2])


def _announces_section(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """Recognise `Effects on fishing:` between blank lines, above a paragraph and no list."""
    after = pieces[index + 1 : index + 2]
    return (
        _stands_alone(pieces, index)
        and any(piece.role == "text" for piece in after)
        and not INTRODUCES.search(fold(line_of(text, pieces[index])))
    )


def _is_keyword_list(text: str, pieces: Sequence[Piece], index: int) -> bool:
    if index and KEYWORDS.fullmatch(
        fold(line_of(text, pieces[index - 1])[:60]).strip(" :：*_").lower()
    ):
        return True
    return len(_SEPARATOR.findall(line_of(text, pieces[index]))) > 1


def _is_above_text(text: str, pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    after = next((p for p in pieces[index + 1 :] if p.role not in ("furniture", "markup")), piece)
    if after is piece:
        return False
    if after.role in ("heading", "label"):
        return True
    if after.role in ("item", "row"):
        return piece.gap or (index > 0 and _goes_on_nothing(text, pieces, index))
    said = line_of(text, after)
    if after.role != "text":
        return False
    if piece.gap and not after.gap and makes_claim(said):
        # The first of the lines of a slide.
        return True
    return (len(said) > 40 or ends_statement(said)) and len(said) > 1.5 * len(line_of(text, piece))


def _goes_on_nothing(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a line with no blank one before it does not go on with what stands there."""
    piece, before = pieces[index], pieces[index - 1]
    if piece.indent or _LISTED.search(line_of(text, piece)):
        return False
    if index > 1 and before.role == "text" and not before.gap and is_brief(text, before):
        # A title of theirs, which stands between: neither is a line of a form.
        plain = not _SPACED.search(line_of(text, before) + line_of(text, piece))
        return plain and _is_done(text, pieces[index - 2])
    return _is_done(text, before)


def _is_done(text: str, piece: Piece) -> bool:
    return piece.role not in ("text", "item") or ends_statement(line_of(text, piece))
