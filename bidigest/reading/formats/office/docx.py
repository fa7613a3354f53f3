"""A Word document as a rendition: what it shows, with changes accepted and comments left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bidigest.errors import SourceError
from bidigest.reading.formats.lines import escaped, one_line, table_row, table_rule, width
from bidigest.reading.formats.office.package import Element, Package
from bidigest.reading.formats.office.word_styles import (
    Styles,
    W,
    is_bold,
    is_hidden,
    is_list_item,
)
from bidigest.reading.formats.rendition import Rendition, RenditionWriter, Where

_SILENT = frozenset(
    "del moveFrom instrText delText pPr rPr fldData Fallback commentReference annotationRef "
    "sdtPr rt".split()
)
_WRAPPERS = frozenset({"ins", "moveTo", "smartTag", "customXml"})
_BREAKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTE_KINDS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_WIDEST_LABEL = 120
_DEEPEST_HEADING = 6
_CONTENTS = "Table of Contents"


def read(data: bytes, path: str) -> Rendition:
    """Read the document's text.

    Raises:
        SourceError: it cannot be read.
    """
    package = Package(data, path)
    writing = _DocumentWriter(package, RenditionWriter())
    writing.blocks(_body(package))
    writing.notes()
    return writing.writer.finish(package.core_properties())


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up all text that the file has in the paragraph, table row or note at a place."""
    package = Package(data, path)
    paragraphs = list(_body(package).iter(f"{W}p"))
    notes = _notes(package)

    def text(where: Where) -> str:
        """Return the text at a place; empty where there is none."""
        number = where.get("paragraph")
        if "note" in where:
            element = notes.get((str(where.get("kind")), str(where["note"])))
        elif isinstance(number, int) and 0 < number <= len(paragraphs):
            element = paragraphs[number - 1]
            if "row" in where:
                element = next(element.iterancestors(f"{W}tr"), element)
        else:
            element = None
        return "" if element is None else "".join(element.itertext(f"{W}t", "{*}t"))

    return text


def _body(package: Package) -> Element:
    root = package.xml("word/document.xml")
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise SourceError(package.path, "is a Word document without a text", "save it again")
    return body


def _notes(package: Package) -> dict[tuple[str, str], Element]:
    """Collect footnotes and endnotes by kind and id."""
    found = {}
    for kind in ("footnote", "endnote"):
        root = package.xml(f"word/{kind}s.xml")
        for note in root if root is not None else ():
            if note.get(f"{W}type") is None:
                found[kind, note.get(f"{W}id", "")] = note
    return found


class _DocumentWriter:
    """Writes paragraphs and tables in order; text boxes after the paragraph that holds them."""

    def __init__(self, package: Package, writer: RenditionWriter) -> None:
        self.writer = writer
        self._styles = Styles(package.xml("word/styles.xml"))
        self._notes = _notes(package)
        self._numbers = {p: n for n, p in enumerate(_body(package).iter(f"{W}p"), 1)}
        self._used: dict[tuple[str, str], None] = {}
        self._boxes: list[Element] = []
        self._in_list = False

    def blocks(self, parent: Element) -> None:
        """Write all blocks of a body, a cell or a text box."""
        for element in parent:
            name = _local(element)
            if name == "p":
                self._paragraph(element, {"paragraph": self._numbers.get(element, 0)})
            elif name == "tbl":
                self._table(element)
            elif name == "sdt" and not _is_contents(element):
                content = element.find(f"{W}sdtContent")
                self.blocks(content if content is not None else ())
            elif name in _WRAPPERS:
                self.blocks(element)

    def notes(self) -> None:
        """Write the notes that the text refers to, in the order in which it does."""
        for kind, identifier in list(self._used):
            note = self._notes.get((kind, identifier))
            for paragraph in note.iter(f"{W}p") if note is not None else ():
                self._paragraph(paragraph, {"kind": kind, "note": identifier})

    def _paragraph(self, element: Element, where: Where) -> None:
        style = self._styles.of(element)
        lines = [line for line in map(one_line, self._text(element).split("\n")) if line]
        if not style.is_contents and lines:
            if style.level:
                mark = "#" * min(style.level, _DEEPEST_HEADING)
                self.writer.write(f"{mark} {escaped(' '.join(lines), numbered=True)}", where)
                self._in_list = False
            else:
                self._lines(element, lines, where, listed=is_list_item(element, style))
        while self._boxes:
            self.blocks(self._boxes.pop(0))

    def _lines(self, element: Element, lines: list[str], where: Where, *, listed: bool) -> None:
        label = not listed and len(lines) == 1 and width(lines[0]) < _WIDEST_LABEL
        for number, line in enumerate(lines):
            text = escaped(line, numbered=True)
            if label and is_bold(element):
                text = f"**{text}**"
            item = listed and number == 0
            self.writer.write(f"- {text}" if item else text, where, tight=item and self._in_list)
            self._in_list = item

    def _text(self, element: Element) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: Element) -> Iterator[str]:
        for child in element:
            name = _local(child)
            if name in _SILENT or (name == "r" and is_hidden(child)):
                continue
            if name == "t":
                yield child.text or ""
            elif name in _BREAKS:
                page = child.get(f"{W}type") in ("page", "column")
                yield " " if page else _BREAKS[name]
            elif name in _NOTE_KINDS:
                self._used[_NOTE_KINDS[name], child.get(f"{W}id", "")] = None
            elif name == "txbxContent":
                self._boxes.append(child)
            else:
                yield from self._pieces(child)

    def _table(self, table: Element) -> None:
        rows = [list(_own(row, "tc", "tr")) for row in _own(table, "tr", "tbl")]
        rows = [row for row in rows if row]
        columns = max((len(row) for row in rows), default=0)
        if columns < 2 or table.find(f".//{W}tc//{W}tbl") is not None:
            for cell in (cell for row in rows for cell in row):
                self.blocks(cell)
            return
        first = True
        for number, row in enumerate(rows, 1):
            cells = [self._cell(cell) for cell in row] + [""] * (columns - len(row))
            paragraph = next((p for cell in row for p in cell.iter(f"{W}p")), None)
            where = {"paragraph": self._numbers.get(paragraph, 0), "row": number}
            if any(cells):
                self.writer.write(table_row(cells), where, tight=not first)
                if first:
                    self.writer.write(table_rule(columns), where, tight=True)
                first = False

    def _cell(self, cell: Element) -> str:
        return one_line(" ".join(self._text(paragraph) for paragraph in cell.iter(f"{W}p")))


def _own(element: Element, name: str, holder: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, without those of tables within it."""
    for each in element.iter(f"{W}{name}"):
        if next(each.iterancestors(f"{W}{holder}")) is element:
            yield each


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == _CONTENTS


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
