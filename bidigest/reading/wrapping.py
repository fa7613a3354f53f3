"""Hard wrapping: lines that end only because a margin was reached; their sentence goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bidigest.languages.packs import makes_claim
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import stop_words_in_letters
from bidigest.languages.zh.scripts import HAN
from bidigest.model import Span
from bidigest.reading.measures import ends_statement, width
from bidigest.reading.pieces import Piece
from bidigest.text.sentence_splitting import split

_LOWER_CASE = re.compile(r"[\"'“‘(\[]?[a-z]")
_CAPITAL = re.compile(r"[\"'“‘(\[]?[A-Z\d]")
_LABELLED = re.compile(r"[^\W\d_][^:：。.]{0,20}[:：]")
_PROSE = re.compile(r"^[a-z]|[，。；]|[,;.] ")
_FIRST_WORD = re.compile(rf"[{HAN}]|\S{{1,30}}")
_MARK_AT_END = re.compile(r"[，。！？；：、…—,.!?;:][”’」』）)\"']*$")
_LEADS_ON = pattern("line_ends", "leads on", before=" ", behind="$")
_ENDS_WITHIN = re.compile(r"[。！？][”’」』）)]*+.|[.!?][”\"’]? [A-Z]")
"""A sentence ends in the line, and the next one begins."""
_REST = re.compile(rf"[{HAN}]{{1,3}}[。！？]")
"""The last characters of a sentence; no line is written so."""
_CLAUSE = re.compile(r"[，。；]")
_NUMERALS = "〇零一二两兩三四五六七八九十百千万萬亿億"
_NUMERAL_END = re.compile(rf"(?:[{_NUMERALS}][点點]?|分之)$")
_NUMERAL_START = re.compile(rf"[{_NUMERALS}余餘多点點]")
_BLANK = re.compile(r"[\s:：|]")
_SHORTEST_CUT = 10
"""Columns; shorter lines are cells: 甲班三十."""
_LIST_NUMBER = re.compile(rf"[{_NUMERALS}]{{1,3}}[、.．)）:：是号號班組组楼樓栋棟区區队隊]")
_HYPHENS = "-\u2010\u2011\u00ad"
_GO_ON_WITH_FIGURE = "万萬亿億千百%％"
_NEAR = 200
"""Code points around a line's end that tell whether a sentence ends there."""
_WIDEST_WRAPPED = 140
"""Columns; text editors break lines before that, and paragraphs on one line are longer."""
_NARROWEST_WRAPPED = 20
"""Columns; no text is set narrower, so that shorter lines were broken on purpose."""
_WIDEST_MENU = 40
"""Columns; lines of menus, names and dates are narrower, and none goes on."""
_WIDEST_VERSE = 60
_WIDEST_OF_A_SLIDE = 50
"""Columns; lines of a slide are narrower, those of text that was set for reading seldom."""
_SHORTEST_VERSE = 3
"""Lines; two may begin with a capital, or end with a mark, by chance."""


@dataclass(frozen=True, slots=True)
class Margin:
    """Whether this writer breaks lines within a paragraph, and at how many columns; 0 if not."""

    columns: int

    @classmethod
    def of(cls, text: str, pieces: Sequence[Piece]) -> Margin:
        """Find the margin that nine of ten lines keep, where most lines end in mid-sentence."""
        widths, open_ = [], 0
        for first, second in pairwise(pieces):
            if adjacent(first, second):
                said = text[first.span.start : first.span.end]
                widths.append(_width(said))
                open_ += not ends_statement(said) and widths[-1] <= _WIDEST_WRAPPED
        wraps = open_ > 0 and open_ * 2 >= len(widths)
        return cls(sorted(widths)[len(widths) * 9 // 10] if wraps else 0)


@dataclass(frozen=True, slots=True)
class AdjacentLines:
    """The looks of lines that stand directly below one another."""

    widest: int
    apart: bool
    """Whether they are lines of a poem, of an address or of a list without marks."""
    lines: int

    @classmethod
    def of(cls, text: str, pieces: Sequence[Piece]) -> AdjacentLines:
        """Tell the looks of these lines together."""
        lines = [text[piece.span.start : piece.span.end] for piece in pieces]
        widest = max(map(_width, lines))
        return cls(widest, widest < _NARROWEST_WRAPPED or _are_apart(lines), len(lines))


def _are_apart(lines: Sequence[str]) -> bool:
    """Tell whether each line begins with a capital or a label, or each ends with a mark."""
    if all(map(_LABELLED.match, lines)) or _are_claims(lines):
        return True
    if len(lines) < _SHORTEST_VERSE or max(map(_width, lines)) > _WIDEST_VERSE:
        return False
    if any(map(_ENDS_WITHIN.search, lines)):
        return False
    capitals = len(lines) > _SHORTEST_VERSE and all(map(_CAPITAL.match, lines[1:]))
    return capitals or all(map(_MARK_AT_END.search, lines))


def _are_claims(lines: Sequence[str]) -> bool:
    """Tell whether short lines say something each, as those of a slide do."""
    short = all(_width(line) <= _WIDEST_OF_A_SLIDE and line[-1] not in ",，、" for line in lines)
    if not (short and len(lines) > 1 and all(map(_CAPITAL.match, lines))):
        return False
    return sum(map(makes_claim, lines)) >= len(lines) - 1


def adjacent(first: Piece, second: Piece) -> bool:
    """Tell whether the second piece stands directly below the first, and may go on with it."""
    return (
        second.role == "text"
        and first.role in ("text", "item")
        and not second.gap
        and not second.flattened
        and first.quoted == second.quoted
    )


def is_broken_off(text: str, pieces: Sequence[Piece], index: int) -> bool:
    """Tell whether a line's sentence goes on directly below, by a small letter or its last word.

    Args:
        text: of the document.
        pieces: all pieces.
        index: of the line.
    """
    first, after = pieces[index], pieces[index + 1 : index + 2]
    if not after or not adjacent(first, after[0]):
        return False
    open_ = not ends_statement(text[first.span.start : first.span.end])
    small = open_ and _LOWER_CASE.match(text, after[0].span.start)
    return bool(small) or _is_cut(text, first, after[0])


def begun_above(text: str, pieces: Sequence[Piece]) -> frozenset[int]:
    """Find the lines that begin in the middle of a sentence, since a margin was reached."""
    margin = Margin.of(text, pieces)
    if not margin.columns:
        return frozenset()
    looks = AdjacentLines(margin.columns, apart=False, lines=2)
    return frozenset(
        index
        for index, (first, second) in enumerate(pairwise(pieces), 1)
        if adjacent(first, second)
        and not ends_statement(text[first.span.start : first.span.end])
        and _is_prose(text[first.span.start : first.span.end])
        and continues_paragraph(text, first, second, looks, margin)
    )


def _is_prose(line: str) -> bool:
    last = line.split()[-1]
    return _width(line) >= _WIDEST_MENU and (
        last in stop_words_in_letters() or _PROSE.search(line) is not None
    )


def continues_paragraph(
    text: str, first: Piece, second: Piece, run: AdjacentLines, margin: Margin
) -> bool:
    """Tell whether the second of two adjacent lines is part of the first one's paragraph.

    Args:
        text: of the document.
        first: the line above.
        second: the line below.
        run: the looks of the lines around them.
        margin: the writer's margin.
    """
    if first.role == "item" and second.indent > first.indent:
        return True
    said = text[first.span.start : first.span.end]
    open_ = not ends_statement(said)
    if _is_cut(text, first, second) or (open_ and _LOWER_CASE.match(text, second.span.start)):
        return True
    if run.apart:
        return False
    if not margin.columns:
        begun = _ENDS_WITHIN.search(said) and _reaches(text, first, second, run.widest)
        return open_ and (said[-1] in ",，、" or bool(begun))
    if open_:
        columns = run.widest if run.lines > 2 else max(run.widest, margin.columns)
        return _reaches(text, first, second, columns)
    # The last line of a paragraph ends before the margin.
    return _width(said) * 10 >= margin.columns * 6


def _is_cut(text: str, first: Piece, second: Piece) -> bool:
    """Tell whether the first line ends in the middle of a word, a figure or a name."""
    start, end = first.span.start, first.span.end
    if text[end - 1] == ".":
        # The full stop may be that of an abbreviation.
        both = Span(max(start, end - _NEAR), min(second.span.end, second.span.start + _NEAR))
        return end not in {sentence.end for sentence in split(text, both)}
    if _LEADS_ON.search(text, max(start, end - _NEAR), end):
        return True
    if not ends_statement(text[start:end]) and _REST.fullmatch(text, *_bounds(second)):
        return True
    if _is_cut_numeral(text[start:end], text[slice(*_bounds(second))]):
        return True
    before, after = text[max(start, end - 2) : end], text[second.span.start]
    if before[-1] in _HYPHENS:
        return before[0].isalnum() and after.isalnum()
    return before[-1].isdigit() and after in _GO_ON_WITH_FIGURE


def _is_cut_numeral(above: str, below: str) -> bool:
    """Tell whether the line ends within a number in Han characters: 二十⏎六次, 百分之⏎九."""
    prose = _CLAUSE.search(above) or (_width(above) >= _SHORTEST_CUT and not _BLANK.search(above))
    if not prose or _LABELLED.match(below) or _LIST_NUMBER.match(below):
        return False
    return _NUMERAL_END.search(above) is not None and _NUMERAL_START.match(below) is not None


def _bounds(piece: Piece) -> tuple[int, int]:
    return piece.span.start, piece.span.end


def _reaches(text: str, first: Piece, second: Piece, columns: int) -> bool:
    """Tell whether the next line's first word would not have fitted, with some room."""
    word = _FIRST_WORD.match(text, second.span.start, second.span.end)
    needed = _width(word.group()) if word else 0
    return (_width(_whole_line(text, first)) + needed) * 10 > columns * 8


def _whole_line(text: str, piece: Piece) -> str:
    """Return the piece with what stands before it on its line, as a dateline does."""
    near = max(0, piece.span.start - _WIDEST_WRAPPED)
    start = text.rfind("\n", near, piece.span.start) + 1
    return text[max(start, near) : piece.span.end].lstrip()


def _width(line: str) -> int:
    return width(line[: _WIDEST_WRAPPED + 1])
