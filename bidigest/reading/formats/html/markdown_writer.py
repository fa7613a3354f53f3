"""From elements of HTML to blocks of Markdown, each with the path of its element."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bidigest.reading.formats.html.boilerplate import (
    Blocked,
    is_hidden,
    is_note_mark,
    shown_text,
)
from bidigest.reading.formats.html.parsing import HEADINGS, Element
from bidigest.reading.formats.html.preformatted import lines_of_code, paragraphs_of_prose
from bidigest.reading.formats.lines import (
    IDEOGRAPHS,
    escaped,
    one_line,
    table_row,
    table_rule,
    width,
)
from bidigest.reading.formats.rendition import BlockWriter, Where
from bidigest.reading.measures import is_plain_prose

BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul html".split()
)
_MARKS = {"b": "bold", "strong": "bold", "a": "link"}
_ALL_MARKS = frozenset(_MARKS.values())
_WIDEST_LABEL = 120
_SENTENCE_END = re.compile(r"[。．.!?！？…；;，,]$")
_HEADING_TAIL = re.compile(r"(?:\[(?:edit|编辑|編輯|原始碼|编辑源代码|\s|\|)+\]|[¶#])$")
_ADVERTISED = re.compile(
    r"(?:广告|廣告|推广|推廣|赞助|贊助|sponsored|advertisement|promoted)(?![a-z])", re.I
)
_BEGINS_HAN, _ENDS_IN_CLAUSE = re.compile(f"[{IDEOGRAPHS}]"), re.compile(f"[{IDEOGRAPHS}][，、]$")
_DEEPEST = 150
"""Blocks within blocks that recursion can follow; no page that people write has as many."""
_LINES_OF_A_CELL = 3


class MarkdownWriter:
    """Writes elements as Markdown; what `skipped` says of an element, all in it, is left out."""

    def __init__(
        self, writer: BlockWriter, where: Callable[[Element], Where], skipped: Blocked = is_hidden
    ) -> None:
        self._writer = writer
        self._where = where
        self._skipped = skipped
        self._line: list[tuple[str, frozenset[str]]] = []
        """Stretches of the line, each with what it is: bold, a link; a blank one is all."""
        self._open: frozenset[str] = frozenset()
        """What the elements are that hold what is said next."""
        self._cut = False
        """Tell whether the line before ends within a sentence, as in posts that break at commas."""

    def write(self, element: Element) -> None:
        """Write all that the element shows."""
        if element.tag in BLOCKS:
            self._block(element, "", 0)
        else:
            self._inline(element, element, "", 0)
            self._flush(element, "")

    def _block(self, element: Element, prefix: str, depth: int) -> None:
        if depth > _DEEPEST or self._skipped(element):
            return
        if element.tag in HEADINGS:
            self._heading(element)
        elif element.tag == "table":
            self._table(element, prefix, depth)
        elif element.tag == "pre":
            self._preformatted(element)
        elif element.tag in ("ul", "ol"):
            self._list(element, prefix, depth)
        elif element.tag == "blockquote":
            self._inside(element, prefix if ">" in prefix else f"{prefix}> ", depth)
        else:
            self._inside(element, prefix, depth)

    def _inside(self, element: Element, prefix: str, depth: int, *, tight: bool = False) -> None:
        """Write a block's own text, and the blocks in it."""
        self._say(element.text)
        for child in element:
            self._child(child, element, prefix, depth)
        self._flush(element, prefix, tight=tight)

    def _child(self, child: Element, parent: Element, prefix: str, depth: int) -> None:
        if isinstance(child.tag, str):
            if child.tag == "br":
                self._flush(parent, prefix)
            elif child.tag in BLOCKS:
                self._flush(parent, prefix)
                self._block(child, prefix, depth + 1)
            elif not self._is_silent(child, depth):
                self._inline(child, parent, prefix, depth + 1)
        self._say(child.tail)

    def _is_silent(self, element: Element, depth: int) -> bool:
        return (
            depth > _DEEPEST or element.tag == "img" or is_hidden(element) or is_note_mark(element)
        )

    def _inline(self, element: Element, block: Element, prefix: str, depth: int) -> None:
        """Write what stands within a line; blocks in it are written as blocks none the less."""
        before = self._open
        self._open |= {_MARKS[element.tag]} if element.tag in _MARKS else set()
        self._say(element.text)
        for child in element:
            self._child(child, block, prefix, depth)
        self._open = before

    def _say(self, text: str | None) -> None:
        if text:
            self._line.append((text, self._open if text.strip() else _ALL_MARKS))

    def _flush(self, element: Element, prefix: str, *, tight: bool = False) -> None:
        """End the line, if there is one."""
        text = one_line("".join(text for text, _ in self._line))
        bold, linked = (all(mark in marks for _, marks in self._line) for mark in ("bold", "link"))
        self._line = []
        if not text or (linked and (not _SENTENCE_END.search(text) or _ADVERTISED.match(text))):
            return
        if self._cut and not prefix and _BEGINS_HAN.match(text):
            self._writer.go_on(escaped(text, numbered=True), self._where(element))
        else:
            line = escaped(text)
            if bold and not prefix and _is_label(text):
                line = f"**{line}**"
            self._write(prefix + line, element, tight=tight)
        self._cut = not prefix and bool(_ENDS_IN_CLAUSE.search(text))

    def _write(self, text: str, element: Element, *, tight: bool = False) -> None:
        self._writer.write(text, self._where(element), tight=tight)
        self._cut = False

    def _heading(self, element: Element) -> None:
        text = one_line(shown_text(element))
        text = one_line(_HEADING_TAIL.sub("", text))
        if text:
            level = int(element.tag[1])
            self._write(f"{'#' * level} {escaped(text, numbered=True)}", element)

    def _preformatted(self, element: Element) -> None:
        text = "".join(lines_of_code(element)).strip("\n")
        if is_plain_prose(text):
            for line in paragraphs_of_prose(text):
                self._write(escaped(line), element)
        elif text.strip():
            self._write("```\n" + text.replace("```", "'''") + "\n```", element)

    def _list(self, element: Element, prefix: str, depth: int) -> None:
        number = 0
        for child in element:
            if not isinstance(child.tag, str) or self._skipped(child):
                continue
            if child.tag != "li":
                self._block(child, prefix, depth + 1)
                continue
            number += 1
            mark = f"{number}. " if element.tag == "ol" else "- "
            self._inside(child, _within(prefix) + mark, depth + 1, tight=number > 1)

    def _table(self, element: Element, prefix: str, depth: int) -> None:
        rows = _rows(element)
        columns = max((len(row) for row in rows), default=0)
        if columns < 2 or len(rows) < 2 or _is_layout(element, rows):
            for cell in (cell for row in rows for cell in row):
                self._inside(cell, prefix, depth + 1)
            return
        first = True
        for row in rows:
            cells = [cell.text_content() for cell in row] + [""] * (columns - len(row))
            if any(one_line(cell) for cell in cells):
                self._write(table_row(cells), row[0].getparent(), tight=not first)
                if first:
                    self._write(table_rule(columns), row[0].getparent(), tight=True)
                first = False


def _within(prefix: str) -> str:
    """Return the prefix of a list in an item of another one: its marks are not repeated."""
    return re.sub(r"(?:- |\d+\. )", "  ", prefix)


def _is_label(text: str) -> bool:
    return width(text) <= _WIDEST_LABEL and not _SENTENCE_END.search(text)


def _rows(table: Element) -> list[list[Element]]:
    """List the cells of the table's own rows, without those of tables in it."""
    groups = [table, *(each for each in table if each.tag in ("thead", "tbody", "tfoot"))]
    rows = (row for group in groups for row in group if row.tag == "tr")
    found = ([cell for cell in row if cell.tag in ("td", "th")] for row in rows)
    return [row for row in found if row]


def _is_layout(table: Element, rows: Sequence[Sequence[Element]]) -> bool:
    """Tell whether a table only sets a page: with tables in it, or cells of many lines."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return any(
        sum(1 for _ in cell.iter("p", "div", "br")) > _LINES_OF_A_CELL
        for row in rows
        for cell in row
    )


def by_path(paths: Mapping[Element, str], **more: object) -> Callable[[Element], Where]:
    """Make a function that says where an element stands: its path, and what the file adds."""
    return lambda element: {**more, "xpath": paths[element]}
