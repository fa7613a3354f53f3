"""The structure of a text by a CommonMark parser: headings, fenced code and rules, by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bidigest.model import Span
from bidigest.reading.measures import has_visible, holds_statement, width

_HEAD, _TAIL = 300, 50
"""Of a longer line the parser gets only these many characters: structure is at the ends."""

_LIST_ITEM = re.compile(r"\s*(?:[-*+–•>|]|\d+[.)])\s")
_WIDEST_UNDERLINED = 100
"""Columns of a line that `---` or `===` below it may make a heading."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Structure by line numbers from 0."""

    headings: dict[int, tuple[int, int]]
    """First line to level and number of lines: two where a heading is underlined."""
    code: tuple[tuple[int, int], ...]
    """First line and the line after the last, fences included."""
    rules: frozenset[int]


def find_outline(text: str, lines: Sequence[Span]) -> Outline:
    """Find the outline of a text, which is cut into these lines."""
    source = [_shortened(text, line) for line in lines]
    tokens = _parse(source)
    return Outline(
        headings=dict(_headings(tokens, source)),
        code=tuple((t.map[0], t.map[1]) for t in tokens if t.type == "fence" and t.map),
        rules=frozenset(t.map[0] for t in tokens if t.type == "hr" and t.map),
    )


def _shortened(text: str, line: Span) -> str:
    if line.end - line.start <= _HEAD + _TAIL:
        return text[line.start : line.end]
    return text[line.start : line.start + _HEAD] + " " + text[line.end - _TAIL : line.end]


@cache
def _parser() -> MarkdownIt:
    # Only what is asked of it. Indented code is prose that a scraper indented; lists and HTML
    # are looked at later, and more forgivingly.
    parser = MarkdownIt("commonmark", {"maxNesting": 12})
    parser.disable(["code", "html_block", "list", "reference", "inline", "text_join"])
    # It compiles its rules when it first parses, and lets other threads see half of them.
    parser.parse("a")
    return parser


def _parse(source: list[str]) -> list[Token]:
    parser = _parser()
    tokens = parser.parse("\n".join(source))
    for _ in range(2):
        opening = _unclosed(tokens, source)
        if opening is None:
            break
        # A fence that never ends would swallow the rest of the text.
        source[opening] = ""
        tokens = parser.parse("\n".join(source))
    return tokens


def _unclosed(tokens: list[Token], source: list[str]) -> int | None:
    for token in reversed(tokens):
        if token.type == "fence" and token.map:
            first, after = token.map
            closed = after - first > 1 and source[after - 1].rstrip().endswith(token.markup)
            return None if closed or token.level > 0 else first
    return None


def _headings(tokens: list[Token], source: list[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    for token in tokens:
        if token.type != "heading_open" or not token.map:
            continue
        first, after = token.map
        if token.markup.startswith("#"):
            yield first, (int(token.tag[1]), 1)
        elif after - first == 2 and _may_be_underlined(source[first]):
            yield first, (int(token.tag[1]), 2)


def _may_be_underlined(line: str) -> bool:
    """Tell a heading from a paragraph that stands above a rule."""
    return (
        has_visible(line)
        and width(line) <= _WIDEST_UNDERLINED
        and not holds_statement(line)
        and not _LIST_ITEM.match(line)
    )
