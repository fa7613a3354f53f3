"""Headings without a mark: `TLDR¶`, `1) …`, `**Why:**`, `• 核心重點：…`, a short line above text.

Labels (bold lines, `Key point: …`) are looked for in every document; numbered and bare lines
only where no real heading shows how this writer sets them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bidigest.languages.zh.scripts import fold
from bidigest.model import Span
from bidigest.reading.heading_cues import CATEGORY, INTRODUCES, STANDARD_TITLE, numbering
from bidigest.reading.headings.bare_lines import with_bare_lines
from bidigest.reading.headings.decorated import is_decorated
from bidigest.reading.headings.masthead import below_masthead
from bidigest.reading.headings.opening_byline import below_title
from bidigest.reading.headings.opening_title import opened, split_title, titled
from bidigest.reading.measures import ends_statement, has_visible, holds_statement, width
from bidigest.reading.pieces import WIDEST_TITLE, Layout, Piece, Role, begins_paragraph, line_of
from bidigest.reading.wrapping import begun_above
from bidigest.text.plain_text import trimmed

_BOLD = re.compile(r"(\*\*|__)(?=\S)(?:(?!\*\*|__)[^\n]){1,160}\1\s?[:：]?")
_CATEGORY_LABEL = re.compile(
    r"(?P<mark>\*\*|__|)(?P<label>[^\s*_:：。，,][^*_:：。，,]{0,40})"
    r"(?:(?P=mark)\s?[:：]|[:：]\s?(?P=mark))[ \t]*(?=\S)"
)
_INNER = re.compile(r"[，,。！!；;（(“\"]")
_WIDEST_LABEL = 32
_WIDEST_CHINESE_LABEL = 20
_WIDEST_NUMBERED = 64
_NARROWEST_MARGIN = 40
"""Columns from which a line may end because it is full."""


def find_labels(text: str, layout: Layout) -> Layout:
    """Find headings of the third kind among the layout's pieces."""
    marked = any(piece.role == "heading" for piece in layout.pieces)
    pieces = _Finder(text, layout.pieces, marked).found()
    pieces = split_title(text, _split_labels(text, pieces))
    if not marked:
        pieces = below_masthead(text, opened(text, with_bare_lines(text, pieces)))
    elif not any(piece.role == "heading" and piece.level == 1 for piece in pieces):
        pieces = titled(text, pieces)
    return replace(layout, pieces=tuple(below_title(text, pieces)))


class _Finder:
    """Looks at each line with those around it."""

    def __init__(self, text: str, pieces: Sequence[Piece], marked: bool) -> None:
        self.text = text
        self.pieces = pieces
        self.marked = marked

    def found(self) -> list[Piece]:
        """Look at each piece."""
        return [self.one(index, piece) for index, piece in enumerate(self.pieces)]

    def one(self, index: int, piece: Piece) -> Piece:
        """Return a piece as heading or label, if it is one."""
        if piece.role not in ("text", "item") or piece.span.end - piece.span.start > 170:
            return piece
        said = line_of(self.text, piece)
        if is_decorated(self.text, self.pieces, index):
            return self.as_heading(piece, "decorated")
        if piece.role == "text":
            if said.endswith("¶") and width(said) <= WIDEST_TITLE:
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
        """Turn a piece into a heading; into a label where the text has marked headings."""
        role: Role = "label" if self.marked else "heading"
        return replace(piece, role=role, style=style, marker=None)

    def following(self, index: int) -> Piece | None:
        """Return the piece below, unless it is a heading."""
        after = self.pieces[index + 1 : index + 2]
        return after[0] if after and after[0].role != "heading" else None

    def is_standard(self, index: int, said: str) -> bool:
        """Tell whether a line is a title that any report may have, above content."""
        title = fold(said).strip("*_ :：").casefold()
        if len(title) > 40 or not STANDARD_TITLE.fullmatch(title):
            return False
        after = self.following(index)
        return after is not None and after.role in ("text", "item", "row", "markup")

    def is_label(self, index: int, said: str) -> bool:
        """Recognise `Key points:` alone on its line, above a list."""
        after = self.following(index)
        return (
            said[-1] in ":："
            and width(said) <= (_WIDEST_LABEL if said.isascii() else _WIDEST_CHINESE_LABEL)
            and len(said.split()) <= 4
            and after is not None
            and after.role == "item"
            and not _INNER.search(said)
            and not INTRODUCES.search(fold(said))
            and self.begins(index)
        )

    def begins(self, index: int) -> bool:
        """Tell whether a paragraph begins here."""
        return begins_paragraph(self.text, self.pieces, index)

    def number_style(self, index: int) -> str:
        """Return the style of a numbered heading; empty where the number is a list entry's."""
        piece = self.pieces[index]
        style = self.style_at(index)
        said = line_of(self.text, piece)
        named = said[numbering(said)[1] :] or said
        if not style or width(said) > _WIDEST_NUMBERED or said[-1] in ",，;；:：、":
            return ""
        if holds_statement(named) or not self.begins(index) or self.runs_on(index, said):
            return ""
        before = self.style_at(index - 1) if index else ""
        after = self.style_at(index + 1) if index + 1 < len(self.pieces) else style
        return "" if style in (before, after) else style

    def runs_on(self, index: int, said: str) -> bool:
        """Tell whether a wrapped line's sentence ends on the next one, so that it is no heading."""
        after = self.pieces[index + 1 : index + 2]
        if not after or after[0].role != "text" or after[0].gap:
            return False
        below = line_of(self.text, after[0])
        wide = width(said) >= (1 if _INNER.search(said) else _NARROWEST_MARGIN)
        return below[0].islower() or (wide and width(below) < width(said))

    def style_at(self, index: int) -> str:
        """Return the style of the number that a piece begins with; empty without one."""
        piece = self.pieces[index]
        if piece.role not in ("text", "item"):
            return ""
        start = piece.marker.start if piece.marker else piece.span.start
        return numbering(self.text[start : start + 30])[0]


def _is_bold_line(said: str) -> bool:
    """Recognise a line all in bold that is no statement: `**Why it matters:**`."""
    return bool(_BOLD.fullmatch(said)) and not ends_statement(said.rstrip("*_ "))


def _split_labels(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Split `Key point: …` into a label and a text: the label is no part of the statement."""
    result: list[Piece] = []
    begun = begun_above(text, pieces)
    for index, piece in enumerate(pieces):
        label = None if index in begun else _category_label(text, piece)
        if label:
            result.append(replace(piece, span=Span(piece.span.start, label.start), role="label"))
            result.append(replace(piece, span=Span(label.end, piece.span.end), gap=True))
        else:
            result.append(piece)
    return result


def _category_label(text: str, piece: Piece) -> Span | None:
    """Find the stretch from the label's end to the text's beginning."""
    if piece.role not in ("text", "item"):
        return None
    match = _CATEGORY_LABEL.match(text, piece.span.start, piece.span.end)
    if not match or not CATEGORY.fullmatch(fold(match.group("label")).strip().casefold()):
        return None
    if not has_visible(text[match.end() : match.end() + 200]):
        return None
    return Span(trimmed(text, match.start(), match.end()).end, match.end())
