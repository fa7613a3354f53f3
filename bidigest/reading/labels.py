"""Headings without a mark: `TLDR¶`, `1) …`, `**Why:**`, `• 核心重點：…`, a short line above text.

Labels (bold lines, `Key point: …`) are looked for in every document; numbered and bare lines
only where no real heading shows how this writer sets them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bidigest.language import fold
from bidigest.model import Span
from bidigest.reading.measures import ends_statement, has_visible, holds_statement, trimmed, width
from bidigest.reading.numbering import numbering
from bidigest.reading.pieces import Layout, Piece
from bidigest.reading.words import CATEGORY, KEYWORDS, STANDARD_TITLE

_BOLD = re.compile(r"(\*\*|__)(?=\S)(?:(?!\*\*|__)[^\n]){1,160}\1\s?[:：]?")
_CATEGORY_LABEL = re.compile(
    r"(?P<mark>\*\*|__|)(?P<label>[^\s*_:：。，,][^*_:：。，,]{0,40})"
    r"(?:(?P=mark)\s?[:：]|[:：]\s?(?P=mark))[ \t]*(?=\S)"
)
_INTRODUCES = re.compile(
    r"包括|如下|以下|分别|例如|比如|诸如|包含|[有是为][:：]|following|include|such as"
    r"|\b(?:are|is|be|by|to|of|with|for|that|these|this)\s?[:：]"
    # A clause rather than a label: it says who does something.
    r"|我们|你|您|它们?|他们|让|请|现在|[这那]|\b(?:we|you|they|it|let|here|now|please)\b",
    re.IGNORECASE,
)
_INNER = re.compile(r"[，,。！!；;（(“\"]")
_SEPARATOR = re.compile(r"[,，、;；]")
_WIDEST_LABEL = 32
_WIDEST_CHINESE_LABEL = 20
_WIDEST_BARE = 44
_WIDEST_NUMBERED = 64
_WIDEST_TITLE = 110


def find_labels(text: str, layout: Layout) -> Layout:
    """The layout with headings of the third kind among its pieces."""
    marked = any(piece.role == "heading" for piece in layout.pieces)
    pieces = _Finder(text, layout.pieces, marked).found()
    pieces = _split_labels(text, pieces)
    if not marked:
        pieces = _bare(text, pieces)
    elif not any(piece.role == "heading" and piece.level == 1 for piece in pieces):
        pieces = _titled(text, pieces)
    return replace(layout, pieces=tuple(pieces))


class _Finder:
    """Looks at each line with those around it."""

    def __init__(self, text: str, pieces: Sequence[Piece], marked: bool) -> None:
        self.text = text
        self.pieces = pieces
        self.marked = marked

    def found(self) -> list[Piece]:
        return [self.one(index, piece) for index, piece in enumerate(self.pieces)]

    def one(self, index: int, piece: Piece) -> Piece:
        if piece.role not in ("text", "item") or piece.span.end - piece.span.start > 170:
            return piece
        said = _said(self.text, piece)
        if piece.role == "text":
            if said.endswith("¶") and width(said) <= _WIDEST_TITLE:
                return self.as_heading(piece, "bare")
            if self.is_standard(index, said):
                return self.as_heading(piece, "bare")
            if _is_bold_line(said) or self.is_label(index, said):
                return replace(piece, role="label")
        if not self.marked and (style := self.number_style(index)):
            start = piece.marker.start if piece.marker else piece.span.start
            return replace(
                piece, span=Span(start, piece.span.end), role="heading", style=style, marker=None
            )
        return piece

    def as_heading(self, piece: Piece, style: str) -> Piece:
        # Among real headings its rank is unknown: below the one before it.
        return replace(piece, role="label" if self.marked else "heading", style=style)

    def following(self, index: int) -> Piece | None:
        after = self.pieces[index + 1 : index + 2]
        return after[0] if after and after[0].role != "heading" else None

    def is_standard(self, index: int, said: str) -> bool:
        title = fold(said).strip("*_ :：").casefold()
        if len(title) > 40 or not STANDARD_TITLE.fullmatch(title):
            return False
        after = self.following(index)
        return after is not None and after.role in ("text", "item", "row", "markup")

    def is_label(self, index: int, said: str) -> bool:
        """`Key points:` alone on its line, above a list."""
        after = self.following(index)
        return (
            said[-1] in ":："
            and width(said) <= (_WIDEST_LABEL if said.isascii() else _WIDEST_CHINESE_LABEL)
            and len(said.split()) <= 4
            and after is not None
            and after.role == "item"
            and not _INNER.search(said)
            and not _INTRODUCES.search(fold(said))
            and self.begins(index)
        )

    def begins(self, index: int) -> bool:
        return _begins_paragraph(self.text, self.pieces, index)

    def number_style(self, index: int) -> str:
        """Style of a numbered heading; "" where the number is that of a list's entry."""
        piece = self.pieces[index]
        style = self.style_at(index)
        said = _said(self.text, piece)
        if not style or width(said) > _WIDEST_NUMBERED or said[-1] in ",，;；:：、":
            return ""
        if holds_statement(said) or not self.begins(index):
            return ""
        before = self.style_at(index - 1) if index else ""
        after = self.style_at(index + 1) if index + 1 < len(self.pieces) else style
        return "" if style in (before, after) else style

    def style_at(self, index: int) -> str:
        piece = self.pieces[index]
        if piece.role not in ("text", "item"):
            return ""
        start = piece.marker.start if piece.marker else piece.span.start
        return numbering(self.text[start : start + 30])[0]


def _said(text: str, piece: Piece) -> str:
    return text[piece.span.start : piece.span.end]


def _is_bold_line(said: str) -> bool:
    """All in bold and no statement: `**Why it matters:**`."""
    return bool(_BOLD.fullmatch(said)) and not ends_statement(said.rstrip("*_ "))


def _begins_paragraph(text: str, pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    if index == 0 or piece.gap:
        return True
    before = pieces[index - 1]
    return before.role != "text" or ends_statement(_said(text, before)) or _is_brief(text, before)


def _is_brief(text: str, piece: Piece) -> bool:
    """May this line be a heading itself, going by its looks?"""
    said = _said(text, piece)
    return len(said) <= _WIDEST_BARE and width(said) <= _WIDEST_BARE and said[-1] not in ",，、;；"


def _split_labels(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """`Key point: …` becomes a label and a text: the label is no part of the statement."""
    result: list[Piece] = []
    for piece in pieces:
        label = _category_label(text, piece)
        if label:
            result.append(replace(piece, span=Span(piece.span.start, label.start), role="label"))
            result.append(replace(piece, span=Span(label.end, piece.span.end), gap=True))
        else:
            result.append(piece)
    return result


def _category_label(text: str, piece: Piece) -> Span | None:
    """From the label's end to the text's beginning."""
    if piece.role not in ("text", "item"):
        return None
    match = _CATEGORY_LABEL.match(text, piece.span.start, piece.span.end)
    if not match or not CATEGORY.fullmatch(fold(match.group("label")).strip().casefold()):
        return None
    if not has_visible(text[match.end() : match.end() + 200]):
        return None
    return Span(trimmed(text, match.start(), match.end()).end, match.end())


def _bare(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Short lines above text; from the end, so that a title may stand above a heading."""
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
    said = _said(text, piece)
    if (
        piece.role != "text"
        or piece.quoted
        or len(said) > _WIDEST_BARE
        or width(said) > _WIDEST_BARE
        or said[-1] in ",，;；:：、…—-"
        or holds_statement(said)
        or said[:1].islower()
        or not _begins_paragraph(text, pieces, index)
        or index + 1 == len(pieces)
        or _is_keyword_list(text, pieces, index)
    ):
        return False
    return _is_above_text(text, piece, pieces[index + 1])


def _is_keyword_list(text: str, pieces: Sequence[Piece], index: int) -> bool:
    if index and KEYWORDS.fullmatch(
        fold(_said(text, pieces[index - 1])[:60]).strip(" :：*_").lower()
    ):
        return True
    return len(_SEPARATOR.findall(_said(text, pieces[index]))) > 1


def _is_above_text(text: str, piece: Piece, after: Piece) -> bool:
    if after.role in ("heading", "label"):
        return True
    if after.role in ("item", "row"):
        return piece.gap
    said = _said(text, after)
    if after.role != "text":
        return False
    return (len(said) > 40 or ends_statement(said)) and len(said) > 1.5 * len(_said(text, piece))


def _titled(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The title that a scraped page sets above its article, as a heading of level 1."""
    result = list(pieces)
    for index, piece in enumerate(result):
        if piece.role == "text" and _is_title(text, piece):
            result[index] = replace(piece, role="heading", level=1)
        if piece.role not in ("furniture", "markup"):
            break
    return result


def _is_title(text: str, piece: Piece) -> bool:
    said = _said(text, piece)
    return (
        not piece.quoted
        and len(said) <= _WIDEST_TITLE
        and 8 <= width(said) <= _WIDEST_TITLE
        and said[-1] not in ",，;；:：、…"
        and not holds_statement(said)
    )
