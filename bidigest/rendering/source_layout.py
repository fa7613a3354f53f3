"""A source's text as a reader expects it laid out: headings, paragraphs, items, what is folded.

Every character of the text is in exactly one unit, in order: what a reader need not see (marks
of Markdown, blank lines, front matter) is set apart, never dropped, so that a page that shows a
source can still be compared with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from bidigest.languages.zh.scripts import HAN
from bidigest.model import Boilerplate, Document, Span

Kind = Literal["front", "heading", "paragraph", "item", "row", "furniture", "folded", "gap"]
"""`front` is front matter; `folded` is long boilerplate; `gap` is between others."""

_MOST_BOILERPLATE = 160
"""Code points of boilerplate in a row that stay unfolded."""

_PUNCTUATION = "、。，：；！？…—“”‘’「」『』《》〈〉【】（）"
_SIDE = f"[{HAN}{_PUNCTUATION}]"
_LINE_END = re.compile(r"\r\n|\n|\r")
_JOINED = re.compile(rf"(?<={_SIDE})[ \t]*(?:\r\n|\n|\r)[ \t>]*(?={_SIDE})")
"""A line's end within a Chinese paragraph, where a browser would show a space."""
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?![\s*_])[^\n*_]{1,200}(?<!\s)\1")
"""Emphasis of Markdown: in headings and boilerplate it is told by its marks alone."""
_LINK = re.compile(r"(\[)[^\[\]\n]{1,200}(\]\([^()\s]{1,500}\))")
_HASHES = re.compile(r"[ \t]*#{1,6}[ \t]*")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class LayoutUnit:
    """A stretch that is laid out as one."""

    kind: Kind
    span: Span
    level: int = 0
    """Of a heading, 1 for the outermost."""
    section: int | None = None
    """Of a heading, the index of its section."""
    marker: Span | None = None
    """What an item begins with, as `1.` or `-`: a part of `span`."""
    reason: str = ""
    """Of what is folded, the boilerplate's reason."""


def units(document: Document) -> tuple[LayoutUnit, ...]:
    """Split the whole text of a document into units, without gaps or overlaps."""
    found = list(_with_markers(document.text, _joined(document.text, _items(document))))
    return tuple(_with_gaps(document.text, _folded(found)))


def hidden(document: Document) -> Iterator[Span]:
    """Yield what a reader need not see: inline markup, heads' marks, line ends between Han."""
    yield from document.markup
    yield from (Span(*match.span()) for match in _JOINED.finditer(document.text))
    for section in document.sections:
        if section.heading is not None:
            yield from _heading_marks(document.text, section.heading)
            yield from _inline_marks(document.text, section.heading)
    for left_out in document.boilerplate:
        yield from _marks_in(document.text, left_out)


def greyed(document: Document) -> Iterator[Span]:
    """Yield what is seen of boilerplate: all but its inline marks."""
    for left_out in document.boilerplate:
        position = left_out.span.start
        for mark in _marks_in(document.text, left_out):
            yield Span(position, mark.start)
            position = mark.end
        yield Span(position, left_out.span.end)


def _marks_in(text: str, left_out: Boilerplate) -> list[Span]:
    """List the inline marks of boilerplate, in order; front matter has none."""
    return [] if left_out.reason == "front-matter" else _inline_marks(text, left_out.span)


def _inline_marks(text: str, within: Span) -> list[Span]:
    """List the marks of emphasis and links in a stretch, in order and without overlap."""
    found = []
    for match in _EMPHASIS.finditer(text, within.start, within.end):
        width = len(match[1])
        found += [
            Span(match.start(), match.start() + width),
            Span(match.end() - width, match.end()),
        ]
    for match in _LINK.finditer(text, within.start, within.end):
        found += [Span(*match.span(1)), Span(*match.span(2))]
    kept: list[Span] = []
    for mark in sorted(found):
        if not kept or kept[-1].end <= mark.start:
            kept.append(mark)
    return kept


def _heading_marks(text: str, heading: Span) -> Iterator[Span]:
    words = text[heading.start : heading.end]
    if match := _HASHES.match(words):
        yield Span(heading.start, heading.start + match.end())
    end = _end_of_title(words)
    if end < len(words):
        yield Span(heading.start + end, heading.end)


def _end_of_title(words: str) -> int:
    """Find where the marks behind a title begin: closing `#`, or a line of `=` or `-` below it."""
    title = words.rstrip()
    above = title.rstrip(title[-1:]).rstrip(" \t") if title.endswith(("=", "-")) else title
    if above != title and above.endswith(("\n", "\r")):
        return len(above.rstrip())
    unclosed = title.rstrip("#")
    return len(unclosed.rstrip()) if unclosed != title and unclosed[-1:].isspace() else len(words)


def _items(document: Document) -> list[LayoutUnit]:
    """Yield headings, blocks and boilerplate, in order; of those that overlap the first."""
    headings = (
        LayoutUnit("heading", section.heading, section.level, number)
        for number, section in enumerate(document.sections)
        if section.heading is not None
    )
    blocks = (LayoutUnit(block.kind, block.span) for block in document.blocks)
    boilerplate = (
        LayoutUnit("front" if f.reason == "front-matter" else "furniture", f.span, reason=f.reason)
        for f in document.boilerplate
    )
    kept: list[LayoutUnit] = []
    every = chain(headings, blocks, boilerplate)
    for unit in sorted(every, key=lambda unit: (unit.span.start, -unit.span.end, unit.kind)):
        if unit.span.start < unit.span.end and (not kept or kept[-1].span.end <= unit.span.start):
            kept.append(unit)
    return kept


def _joined(text: str, items: Sequence[LayoutUnit]) -> Iterator[LayoutUnit]:
    """Join boilerplate in the line of a paragraph to that, as a dateline is part of it."""
    last: LayoutUnit | None = None
    for unit in items:
        if last is None:
            last = unit
        elif _in_one_line(text, last, unit):
            kind = unit.kind if last.kind == "furniture" else last.kind
            last = LayoutUnit(kind, Span(last.span.start, unit.span.end), reason=last.reason)
        else:
            yield last
            last = unit
    if last is not None:
        yield last


def _in_one_line(text: str, first: LayoutUnit, second: LayoutUnit) -> bool:
    kinds = (first.kind, second.kind)
    return (
        "furniture" in kinds
        and not {"heading", "front"} & set(kinds)
        and not _LINE_END.search(text, first.span.end, second.span.start)
    )


def _with_markers(text: str, items: Iterator[LayoutUnit]) -> Iterator[LayoutUnit]:
    """Extend items by what stands before them in their line."""
    end = 0
    for unit in items:
        start = max(end, _line_start(text, unit.span.start))
        end = unit.span.end
        if unit.kind == "item" and text[start : unit.span.start].strip():
            marker = Span(start, unit.span.start)
            yield LayoutUnit(unit.kind, Span(start, unit.span.end), marker=marker)
        else:
            yield unit


def _line_start(text: str, position: int) -> int:
    return 1 + max(text.rfind("\n", 0, position), text.rfind("\r", 0, position))


def _folded(items: Sequence[LayoutUnit]) -> Iterator[LayoutUnit]:
    """Join boilerplate in a row to one unit, which is folded where it is long."""
    run: list[LayoutUnit] = []
    for unit in (*items, None):
        if unit is not None and unit.kind == "furniture":
            run.append(unit)
            continue
        if run:
            whole = Span(run[0].span.start, run[-1].span.end)
            long = whole.end - whole.start > _MOST_BOILERPLATE or len(run) > 2
            yield LayoutUnit("folded" if long else "furniture", whole, reason=run[0].reason)
        run = []
        if unit is not None:
            yield unit


def _with_gaps(text: str, items: Iterator[LayoutUnit]) -> Iterator[LayoutUnit]:
    """Yield units and what is between them; words that belong to no unit are a paragraph."""
    position = 0
    for unit in (*items, LayoutUnit("gap", Span(len(text), len(text)))):
        if position < unit.span.start:
            between = Span(position, unit.span.start)
            words = _WORD.search(text, between.start, between.end)
            yield LayoutUnit("paragraph" if words else "gap", between)
        if unit.span.start < unit.span.end:
            yield unit
        position = unit.span.end
