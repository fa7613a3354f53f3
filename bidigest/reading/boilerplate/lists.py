"""Boilerplate of several lines: menus, tags, titles of other articles, instructions."""

from __future__ import annotations

import re
from collections.abc import Callable

from bidigest.languages.packs import makes_claim
from bidigest.languages.patterns import pattern
from bidigest.languages.zh.scripts import fold
from bidigest.reading.boilerplate.recognition import heads_links
from bidigest.reading.heading_cues import INSTRUCTIONS
from bidigest.reading.markdown.inline import visible
from bidigest.reading.measures import ends_statement, holds_statement, width
from bidigest.reading.pieces import Piece, as_boilerplate, line_of

_WIDEST_MENU_ENTRY = 20
_WIDEST_NAME = 30
_WIDEST_TITLE = 110
_SHORTEST_MENU = 4
_LONGEST_INTERRUPTION = 5
_LONGEST_LINE = 300
_QUESTION = re.compile(r"[?\uff1f][\s\"'\u201d\u2019\u300d\u300f)*_]*\Z")
_ATTRIBUTION = pattern("mail", "wrote", behind=r"\s?[:：]\Z")


def mark_repeated_title(text: str, pieces: list[Piece]) -> None:
    """Mark a title said twice in a row: the first is the page's breadcrumb."""
    for index in range(len(pieces) - 1):
        piece, after = pieces[index], pieces[index + 1]
        if _is_short(text, piece, 120) and line_of(text, piece) == line_of(text, after):
            pieces[index] = as_boilerplate(piece, "navigation")


def mark_names_and_tags(text: str, pieces: list[Piece]) -> None:
    """Mark the name below `Author:`, and the tags below names and dates."""
    for index, piece in enumerate(pieces[:-1]):
        if piece.reason != "byline":
            continue
        label = line_of(text, piece).rstrip("*_ ")[-1:] in (":", "：")
        if label and _is_short(text, pieces[index + 1], _WIDEST_NAME):
            pieces[index + 1] = as_boilerplate(pieces[index + 1], "byline")
        run = _run(pieces, index + 1, lambda p: _is_menu_entry(text, p))
        if run - index > 2:
            for entry in range(index + 1, run):
                pieces[entry] = as_boilerplate(pieces[entry], "tags")


def mark_menus(text: str, pieces: list[Piece]) -> None:
    """Mark four short lines in a row with no statement among them."""
    index = 0
    while index < len(pieces):
        end, entries = _menu(text, pieces, index)
        if entries >= _SHORTEST_MENU:
            for entry in range(index, end):
                if pieces[entry].role == "text":
                    pieces[entry] = as_boilerplate(pieces[entry], "navigation")
        index = max(end, index + 1)


def mark_instructed(text: str, pieces: list[Piece]) -> None:
    """Mark the list below a label such as `Requirements:` for the writer."""
    for index, piece in enumerate(pieces):
        if piece.reason == "instruction":
            label = fold(visible(text, piece.span)).strip(" :：").casefold()
            if INSTRUCTIONS.fullmatch(label):
                _mark_following(pieces, index, "instruction", lambda p: p.role == "item")


def mark_related(text: str, pieces: list[Piece]) -> None:
    """Mark the titles below a line such as `Related articles` that is not marked as a heading."""
    for index, piece in enumerate(pieces):
        if piece.reason == "links" and heads_links(visible(text, piece.span)):
            mark_links_below(text, pieces, index)


def mark_links_below(text: str, pieces: list[Piece], index: int) -> None:
    """Mark the titles and addresses that a line announces.

    Args:
        text: of the document.
        pieces: all pieces; those below are changed in place.
        index: of the line.
    """
    _mark_following(pieces, index, "links", lambda p: _is_link_entry(text, p))


def mark_keywords(text: str, pieces: list[Piece], index: int) -> None:
    """Mark the keywords that a line announces.

    Args:
        text: of the document.
        pieces: all pieces; those below are changed in place.
        index: of the line.
    """
    _mark_following(pieces, index, "tags", lambda p: _is_keyword_list(text, p))


def _is_short(text: str, piece: Piece, widest: int) -> bool:
    """Tell whether a piece is a few words that end in nothing: no statement, label or list item."""
    said = line_of(text, piece)
    return (
        piece.role == "text"
        and piece.span.end - piece.span.start <= widest
        and width(said) <= widest
        and said[-1] not in ":：，,、¶*_"
        and not holds_statement(said)
    )


def _is_menu_entry(text: str, piece: Piece) -> bool:
    """Tell a menu's entry from a line that makes a claim, as of a slide, however short."""
    return _is_short(text, piece, _WIDEST_MENU_ENTRY) and not makes_claim(line_of(text, piece))


def _run(pieces: list[Piece], start: int, fits: Callable[[Piece], bool]) -> int:
    """Find where the run ends that begins here; a blank line ends it as well."""
    end = start
    while end < len(pieces) and fits(pieces[end]) and not pieces[end].gap:
        end += 1
    return end


def _menu(text: str, pieces: list[Piece], start: int) -> tuple[int, int]:
    end, entries = start, 0
    while end < len(pieces) and (end == start or not pieces[end].gap):
        piece = pieces[end]
        if _is_title(text, pieces, end):
            break
        if piece.reason == "navigation" or _is_menu_entry(text, piece):
            entries += 1
        elif piece.reason not in ("rule", "contact"):
            break
        end += 1
    return end, entries


def _is_title(text: str, pieces: list[Piece], index: int) -> bool:
    """Tell whether a line stands above its author or its date, or repeats the line before."""
    if pieces[index].role != "text":
        return False
    following = pieces[index + 1 : index + 2]
    above_byline = any(piece.reason == "byline" for piece in following)
    before = pieces[index - 1 : index]
    return above_byline or any(line_of(text, p) == line_of(text, pieces[index]) for p in before)


def _mark_following(
    pieces: list[Piece], index: int, reason: str, fits: Callable[[Piece], bool]
) -> None:
    """Mark what fits, up to the first piece that does not; a little boilerplate may be between.

    Where the entries stand close together, a blank line ends them.
    """
    skipped, marked = 0, 0
    for following in range(index + 1, len(pieces)):
        piece = pieces[following]
        if piece.role in ("furniture", "markup"):
            skipped += 1
        elif fits(piece) and not (piece.gap and marked > 1):
            pieces[following] = as_boilerplate(piece, reason)
            skipped, marked = 0, 0 if piece.gap else marked + 1
        else:
            return
        if skipped > _LONGEST_INTERRUPTION:
            return


def _is_keyword_list(text: str, piece: Piece) -> bool:
    said = line_of(text, piece)
    prose = piece.role in ("text", "item")
    return prose and len(said) <= _LONGEST_LINE and not ends_statement(said)


def _is_link_entry(text: str, piece: Piece) -> bool:
    """Tell whether a piece is a title or an address; below such a heading a list item is, too."""
    said = line_of(text, piece)
    if len(said) > _LONGEST_LINE or piece.role not in ("text", "item"):
        return False
    title = width(said) <= _WIDEST_TITLE and not holds_statement(said)
    return piece.role == "item" or "://" in said or title


def mark_quoted_mail(text: str, pieces: list[Piece]) -> None:
    """Mark the lines with `>` below `On …, Ann Lee wrote:`."""
    inside = False
    for index, piece in enumerate(pieces):
        if _ATTRIBUTION.search(line_of(text, piece)):
            inside = True
            if piece.role == "text":
                pieces[index] = as_boilerplate(piece, "contact")
        elif not piece.quoted:
            inside = inside and piece.role in ("markup", "furniture")
        elif inside and piece.role in ("text", "item", "heading"):
            pieces[index] = as_boilerplate(piece, "quotation")


def mark_quoted_questions(text: str, pieces: list[Piece]) -> None:
    """Mark the lines with `>` that end in a question: somebody else's, answered below them."""
    run: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.role not in ("text", "item"):
            continue
        if not piece.quoted:
            run = []
            continue
        run.append(index)
        if _QUESTION.search(line_of(text, piece)):
            for each in run:
                pieces[each] = as_boilerplate(pieces[each], "quotation")
            run = []
