"""What belongs in no digest, line by line: marked with its reason, never dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from bidigest.reading.boilerplate.patterns import MATCHERS, NAMED_AUTHOR, ONLY_LINKS
from bidigest.reading.cue_words import INSTRUCTIONS, KEYWORDS, LINKS
from bidigest.reading.lines import line_of
from bidigest.reading.markdown.inline import visible
from bidigest.reading.measures import (
    ends_statement,
    has_visible,
    holds_statement,
    inside_brackets,
    width,
)
from bidigest.reading.pieces import Layout, Piece
from bidigest.reading.wrapping import begun_above
from bidigest.text.language import fold

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "front-matter": "the YAML block that a source begins with",
        "navigation": "menus, breadcrumbs, links to the page before and after",
        "byline": "authors, dates, numbers of readers",
        "tags": "keywords and hashtags",
        "credit": "where an image, a table or the text comes from",
        "contact": "telephone numbers, addresses, customer service",
        "links": "related articles, bare addresses, definitions of links",
        "loading": "what a page shows until it is loaded",
        "notice": "cookies, subscriptions, copyright, advertisements",
        "instruction": "instructions to whoever wrote the text, placeholders",
        "code": "fenced code, scripts, names of files",
        "comment": "comments that the page does not show",
        "rule": "lines and ornaments without a word",
    }
)
"""All reasons that furniture is marked with, each with what it stands for."""

_LONGEST_LINE = 300
_BRACKETS = ("()", "（）", "[]", "［］", "【】")
_WIDEST_MENU_ENTRY = 20
_WIDEST_NAME = 30
_SHORTEST_MENU = 4
_LONGEST_INTERRUPTION = 5


def mark_furniture(text: str, layout: Layout) -> Layout:
    """The layout with its furniture marked, as far as lines alone can tell."""
    begun = begun_above(text, layout.pieces)
    pieces = [
        piece if index in begun else _by_pattern(text, piece, layout.references)
        for index, piece in enumerate(layout.pieces)
    ]
    for rule in (_repeated_title, _names_and_tags, _menus, _instructed, _related):
        rule(text, pieces)
    return replace(layout, pieces=tuple(pieces))


def mark_below_headings(text: str, layout: Layout) -> Layout:
    """The same, for what a heading such as `Keywords` or `Related links` tells of its section."""
    pieces = list(layout.pieces)
    for index, piece in enumerate(pieces):
        if piece.role in ("heading", "label"):
            title = fold(piece.title).strip(" :：").casefold()
            if KEYWORDS.fullmatch(title):
                _mark_following(pieces, index, "tags", lambda p: _is_keyword_list(text, p))
            elif LINKS.fullmatch(title):
                _mark_following(pieces, index, "links", lambda p: _is_link_entry(text, p))
    return replace(layout, pieces=tuple(pieces))


def _as_furniture(piece: Piece, reason: str) -> Piece:
    return replace(piece, role="furniture", reason=reason)


def _is_prose(piece: Piece) -> bool:
    return piece.role in ("text", "item")


def _by_pattern(text: str, piece: Piece, references: frozenset[str]) -> Piece:
    if not _is_prose(piece) or piece.span.end - piece.span.start > _LONGEST_LINE:
        return piece
    if links := ONLY_LINKS.fullmatch(line_of(text, piece)):
        reason = "navigation" if links.group("target")[:1] in ("/", "#") else "links"
        return _as_furniture(piece, reason) if has_visible(visible(text, piece.span)) else piece
    seen = visible(text, piece.span, references)
    if NAMED_AUTHOR.match(seen):
        return _as_furniture(piece, "byline")
    folded = fold(seen).casefold()
    inside = inside_brackets(folded, _BRACKETS).strip()
    for reason, pattern in MATCHERS:
        if pattern.match(folded) or (inside and pattern.match(inside)):
            return _as_furniture(piece, reason)
    return piece


def _is_short(text: str, piece: Piece, widest: int) -> bool:
    """A few words that end in nothing: no statement, no label, no list item."""
    said = line_of(text, piece)
    return (
        piece.role == "text"
        and piece.span.end - piece.span.start <= widest
        and width(said) <= widest
        and said[-1] not in ":：，,、¶*_"
        and not holds_statement(said)
    )


def _repeated_title(text: str, pieces: list[Piece]) -> None:
    """A title said twice in a row: the first is the page's breadcrumb."""
    for index in range(len(pieces) - 1):
        piece, after = pieces[index], pieces[index + 1]
        if _is_short(text, piece, 120) and line_of(text, piece) == line_of(text, after):
            pieces[index] = _as_furniture(piece, "navigation")


def _names_and_tags(text: str, pieces: list[Piece]) -> None:
    """The name below `Author:`, and the tags below names and dates."""
    for index, piece in enumerate(pieces[:-1]):
        if piece.reason != "byline":
            continue
        label = line_of(text, piece).rstrip("*_ ")[-1:] in (":", "：")
        if label and _is_short(text, pieces[index + 1], _WIDEST_NAME):
            pieces[index + 1] = _as_furniture(pieces[index + 1], "byline")
        run = _run(pieces, index + 1, lambda p: _is_short(text, p, _WIDEST_MENU_ENTRY))
        if run - index > 2:
            for entry in range(index + 1, run):
                pieces[entry] = _as_furniture(pieces[entry], "tags")


def _run(pieces: list[Piece], start: int, fits: Callable[[Piece], bool]) -> int:
    """Where the run ends that begins here; a blank line ends it as well."""
    end = start
    while end < len(pieces) and fits(pieces[end]) and not pieces[end].gap:
        end += 1
    return end


def _menus(text: str, pieces: list[Piece]) -> None:
    """Four short lines in a row with no statement among them."""
    index = 0
    while index < len(pieces):
        end, entries = _menu(text, pieces, index)
        if entries >= _SHORTEST_MENU:
            for entry in range(index, end):
                if pieces[entry].role == "text":
                    pieces[entry] = _as_furniture(pieces[entry], "navigation")
        index = max(end, index + 1)


def _menu(text: str, pieces: list[Piece], start: int) -> tuple[int, int]:
    end, entries = start, 0
    while end < len(pieces) and (end == start or not pieces[end].gap):
        piece = pieces[end]
        if _is_title(text, pieces, end):
            break
        if _is_short(text, piece, _WIDEST_MENU_ENTRY) or piece.reason == "navigation":
            entries += 1
        elif piece.reason not in ("rule", "contact"):
            break
        end += 1
    return end, entries


def _is_title(text: str, pieces: list[Piece], index: int) -> bool:
    """Does it stand above its author or its date, or repeat the line before?"""
    if pieces[index].role != "text":
        return False
    following = pieces[index + 1 : index + 2]
    above_byline = any(piece.reason == "byline" for piece in following)
    before = pieces[index - 1 : index]
    return above_byline or any(line_of(text, p) == line_of(text, pieces[index]) for p in before)


def _instructed(text: str, pieces: list[Piece]) -> None:
    """The list below a label such as `Requirements:` for the writer."""
    for index, piece in enumerate(pieces):
        if piece.reason == "instruction":
            label = fold(visible(text, piece.span)).strip(" :：").casefold()
            if INSTRUCTIONS.fullmatch(label):
                _mark_following(pieces, index, "instruction", lambda p: p.role == "item")


def _related(text: str, pieces: list[Piece]) -> None:
    """The titles below a line such as `Related articles` that no heading mark sets off."""
    for index, piece in enumerate(pieces):
        if not _is_short(text, piece, 40):
            continue
        said = fold(visible(text, piece.span)).strip(" :：").casefold()
        if LINKS.fullmatch(said) and _leads_to_titles(text, pieces, index):
            pieces[index] = _as_furniture(piece, "links")
            _mark_following(pieces, index, "links", lambda p: _is_link_entry(text, p))


def _leads_to_titles(text: str, pieces: list[Piece], index: int) -> bool:
    following = pieces[index + 1 : index + 2]
    return all(p.role == "furniture" or _is_link_entry(text, p) for p in following)


def _mark_following(
    pieces: list[Piece], index: int, reason: str, fits: Callable[[Piece], bool]
) -> None:
    """Mark what fits, up to the first piece that does not; a little furniture may be between."""
    skipped = 0
    for following in range(index + 1, len(pieces)):
        piece = pieces[following]
        if piece.role in ("furniture", "markup"):
            skipped += 1
        elif fits(piece):
            pieces[following] = _as_furniture(piece, reason)
            skipped = 0
        else:
            return
        if skipped > _LONGEST_INTERRUPTION:
            return


def _is_keyword_list(text: str, piece: Piece) -> bool:
    said = line_of(text, piece)
    return _is_prose(piece) and len(said) <= _LONGEST_LINE and not ends_statement(said)


def _is_link_entry(text: str, piece: Piece) -> bool:
    """A title or an address; below such a heading a list item is one as well."""
    said = line_of(text, piece)
    if len(said) > _LONGEST_LINE or not _is_prose(piece):
        return False
    return piece.role == "item" or "://" in said or not ends_statement(said)
