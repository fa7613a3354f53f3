"""From text to pieces: lines without their markers, each with the role that its form gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bidigest.languages.zh.scripts import HAN
from bidigest.model import Span
from bidigest.reading.markdown.commonmark import Outline, find_outline
from bidigest.reading.markdown.inline import visible
from bidigest.reading.markdown.non_prose import Cut, find_cuts
from bidigest.reading.measures import ends_statement, has_visible, line_spans, overlaps
from bidigest.reading.pieces import Layout, Piece
from bidigest.text.plain_text import trimmed

_QUOTE = re.compile(r"(?>(?:[ \t]*+>)+)")
_MARKER = re.compile(
    r"(?:[-*+–—－](?=[ \t]|$)|[•·・‣◦▪▫●○■□◆◇‧∙➢➤✓✔](?!$)"
    r"|\d{1,3}[.)](?=[ \t])|\d{1,2}[)）、](?=[^\s\d.,;:，。；：、)）])|[a-z]\)(?=[ \t])"
    rf"|\d{{1,2}}[.．](?=[{HAN}])"
    r"|[(（]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}[、．](?![一二三四五六七八九十百千两])"
    r"|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|\[\^[\w-]{1,40}\]:|\[[ xX]\](?=[ \t]))"
)
_CALLOUT = re.compile(r"[ \t]*(?P<kind>\[![\w-]{1,30}\][+-]?)(?P<title>[^\r\n]*)")
"""Of Obsidian and GitHub."""
_ITEM_NUMBER = re.compile(r"\d+[.)]")
_DEFINITION = re.compile(r"\[([^\[\]^][^\[\]]{0,199})\]:\s*\S")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")


def lay_out(text: str, start: int = 0) -> Layout:
    """Find the pieces of the text from a position on (that of the front matter's end)."""
    lines = line_spans(text)
    outline = find_outline(text, lines)
    cuts = find_cuts(text, lines, outline, start)
    return _Builder(text, lines, outline, cuts, start).build()


class _Builder:
    """Goes through the lines once, between the cuts."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Span],
        outline: Outline,
        cuts: Sequence[Cut],
        start: int,
    ) -> None:
        self.text = text
        self.lines = lines
        self.outline = outline
        self.cuts = cuts
        self.cut_spans = [cut.span for cut in cuts]
        self.start = start
        self.pieces: list[Piece] = []
        self.marks: list[Span] = []
        self.references: set[str] = set()
        self.gap = True
        self.in_table = False
        self.underline = -1

    def build(self) -> Layout:
        """Go through all lines."""
        cuts = iter(self.cuts)
        cut = next(cuts, None)
        covered = self.start
        for number, line in enumerate(self.lines):
            position = max(line.start, covered)
            while cut and cut.span.start <= line.end:
                self.stretch(number, position, min(cut.span.start, line.end))
                self.add_cut(cut, number)
                position = covered = max(covered, cut.span.end)
                cut = next(cuts, None)
            if position <= line.end:
                self.stretch(number, position, line.end)
        return Layout(tuple(self.pieces), tuple(sorted(self.marks)), frozenset(self.references))

    def add_cut(self, cut: Cut, number: int) -> None:
        """Add a stretch of no prose as a piece."""
        role, reason = ("furniture", cut.reason) if cut.reason else ("markup", "")
        self.pieces.append(Piece(cut.span, role, number, self.gap, reason=reason))  # type: ignore[arg-type]
        self.gap = False

    def stretch(self, number: int, start: int, end: int) -> None:
        """Add one line, or what the cuts leave of it."""
        span = trimmed(self.text, start, end)
        whole = start == self.lines[number].start
        if span.start == span.end:
            self.gap = self.gap or whole
            self.in_table = self.in_table and not whole
            return
        if number in self.outline.rules and whole:
            self.add(Piece(span, "furniture", number, self.gap, reason="rule"))
            return
        position = self.unquote(span) if whole else span.start
        quoted = position > span.start
        if quoted and (callout := _CALLOUT.match(self.text, position, span.end)):
            self.callout(number, callout)
            return
        content = trimmed(self.text, position, span.end)
        if content.start == content.end:
            self.gap = True
            return
        self.content(number, content, content.start - start, quoted)

    def unquote(self, span: Span) -> int:
        """Skip the marks of a block quotation."""
        match = _QUOTE.match(self.text, span.start, span.end)
        if not match:
            return span.start
        self.marks.append(Span(span.start, match.end()))
        return match.end()

    def callout(self, number: int, match: re.Match[str]) -> None:
        """Add `> [!note] Title`: the kind is markup, the title a label of what follows it."""
        self.marks.append(trimmed(self.text, match.start(), match.end("kind")))
        title = trimmed(self.text, match.start("title"), match.end("title"))
        if title.start < title.end and has_visible(self.text[title.start : title.end]):
            self.add(Piece(title, "label", number, self.gap, quoted=True))
        self.gap = True

    def content(self, number: int, span: Span, indent: int, quoted: bool) -> None:
        """Add what stands on a line behind its quotation marks."""
        heading = self.outline.headings.get(number)
        if heading and heading[1] == 2 and not self.is_cut(number):
            self.underlined(number, span, heading[0])
        elif (
            heading
            and self.text[span.start] == "#"
            and not has_visible(self.text[span.start : span.end])
        ):
            self.add(Piece(span, "furniture", number, self.gap, reason="rule"))
        elif heading and self.text[span.start] == "#":
            self.add(Piece(span, "heading", number, self.gap, quoted=quoted, level=heading[0]))
        elif number != self.underline:
            marker, content = self.unmark(span)
            if content.start < content.end:
                self.add_line(number, content, marker, indent, quoted)

    def is_cut(self, number: int) -> bool:
        """Tell whether part of this line or the next one is code, a comment or a tag."""
        both = Span(self.lines[number].start, self.lines[number + 1].end)
        return overlaps(self.cut_spans, both)

    def underlined(self, number: int, span: Span, level: int) -> None:
        """Add a heading that is underlined."""
        below = self.lines[number + 1]
        self.underline = number + 1
        end = trimmed(self.text, below.start, below.end).end
        self.add(Piece(Span(span.start, end), "heading", number, self.gap, level=level))

    def unmark(self, span: Span) -> tuple[Span | None, Span]:
        """Split off the list marker, or None, from what follows it."""
        start = span.start
        for _ in range(3):
            match = _MARKER.match(self.text, start, span.end)
            if not match or (start == span.start and self.goes_on(match.group())):
                break
            start = trimmed(self.text, match.end(), span.end).start
        if start == span.start:
            return None, span
        marker = trimmed(self.text, span.start, start)
        self.marks.append(marker)
        return marker, Span(start, span.end)

    def goes_on(self, marker: str) -> bool:
        """Tell whether `2025.` at the beginning of a line is the end of the sentence before."""
        if not _ITEM_NUMBER.fullmatch(marker) or marker[:-1] == "1" or self.gap or not self.pieces:
            return False
        before = self.pieces[-1]
        said = self.text[before.span.start : before.span.end]
        return (
            before.role == "text"
            and len(said) > 40
            and not ends_statement(said + " ")
            and said[-1] not in ":："
        )

    def add_line(
        self, number: int, span: Span, marker: Span | None, indent: int, quoted: bool
    ) -> None:
        """Add a line of text, an item, a row or a definition."""
        said = self.text[span.start : span.end]
        role, reason = "item" if marker else "text", ""
        if definition := _DEFINITION.match(said):
            self.references.add(definition.group(1).casefold())
            role, reason = "furniture", "links"
        elif self.is_row(number, said):
            # The line between a table's head and its rows is a mark of the table.
            role = "row" if has_visible(said) else "markup"
        elif not has_visible(said):
            role, reason = "furniture", "rule"
        elif any(sign in said for sign in "<[{") and not has_visible(visible(self.text, span)):
            role = "markup"
        piece = Piece(
            span,
            role,  # type: ignore[arg-type]
            line=number,
            gap=self.gap,
            marker=marker,
            indent=indent,
            quoted=quoted,
            reason=reason,
        )
        self.add(piece)

    def is_row(self, number: int, said: str) -> bool:
        """Tell whether a line is a row of a table."""
        if "|" not in said:
            self.in_table = False
        elif said.startswith("|") and said.count("|") > 1:
            self.in_table = True
        elif not self.in_table:
            below, next_but_one = self.line(number + 1), self.line(number + 2)
            self.in_table = _is_table_rule(below) or _are_rows(said, below, next_but_one)
        return self.in_table

    def line(self, number: int) -> str:
        """Return the line's text; empty where there is no such line."""
        if number >= len(self.lines):
            return ""
        return self.text[self.lines[number].start : self.lines[number].end].strip()

    def add(self, piece: Piece) -> None:
        """Add a piece."""
        self.pieces.append(piece)
        self.gap = False


def _is_table_rule(line: str) -> bool:
    return "|" in line and len(line) < 1000 and bool(_TABLE_RULE.fullmatch(line))


def _are_rows(*lines: str) -> bool:
    """Recognise a table that lost its rule and its first marks: lines with as many cells each."""
    return lines[0].count("|") > 0 and len({line.count("|") for line in lines}) == 1
