"""A presentation as a rendition: slide by slide, shapes from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bidigest.errors import SourceError
from bidigest.reading.formats.lines import escaped, one_line, table_row, table_rule
from bidigest.reading.formats.office.package import Element, Package
from bidigest.reading.formats.rendition import Rendition, RenditionWriter, Where

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_PRESENTATION = "ppt/presentation.xml"
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("sldNum", "dt", "ftr", "hdr")


def read(data: bytes, path: str) -> Rendition:
    """Read the text of all slides that are shown.

    Raises:
        SourceError: they cannot be read.
    """
    package = Package(data, path)
    writer = RenditionWriter()
    for number, slide in _slides(package):
        if slide.get("show") != "0":
            _write_slide(writer, slide, number)
    return writer.finish(package.core_properties())


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up all text that the file has on the slide at a place."""
    texts = {
        number: "".join(slide.itertext(f"{A}t")) for number, slide in _slides(Package(data, path))
    }

    def text(where: Where) -> str:
        """Return the text at a place; empty where there is none."""
        number = where.get("slide")
        return texts.get(number, "") if isinstance(number, int) else ""

    return text


def _slides(package: Package) -> Iterator[tuple[int, Element]]:
    """Yield slides with their numbers, in the order in which they are shown."""
    presentation = package.xml(_PRESENTATION)
    if presentation is None:
        raise SourceError(package.path, "is a presentation without slides", "save it again")
    parts = package.relationships(_PRESENTATION)
    read = set[str]()
    for number, identifier in enumerate(presentation.iter("{*}sldId"), 1):
        name = parts.get(identifier.get(f"{R}id", ""), "")
        slide = package.xml(name)
        if slide is not None and name not in read:  # a file may name one ten thousand times
            read.add(name)
            yield number, slide


def _write_slide(writer: RenditionWriter, slide: Element, number: int) -> None:
    shapes = [
        (_order(shape), position, shape)
        for position, shape in enumerate(slide.iter("{*}sp", "{*}graphicFrame"))
        if _kind(shape) not in _FURNITURE
    ]
    for _, position, shape in sorted(shapes, key=lambda each: each[:2]):
        where = {"slide": number, "shape": position + 1}
        if shape.tag.endswith("graphicFrame"):
            _write_table(writer, shape, where)
        else:
            mark = "## " if _kind(shape) in _TITLES else "- "
            for paragraph in shape.iter(f"{A}p"):
                if text := _text(paragraph):
                    writer.write(mark + escaped(text), where)


def _write_table(writer: RenditionWriter, frame: Element, where: Where) -> None:
    first = True
    for row in frame.iter(f"{A}tr"):
        cells = [" ".join(map(_text, cell.iter(f"{A}p"))) for cell in row.iter(f"{A}tc")]
        if any(map(one_line, cells)):
            writer.write(table_row(cells), where, tight=not first)
            if first:
                writer.write(table_rule(len(cells)), where, tight=True)
            first = False


def _text(paragraph: Element) -> str:
    parts = (" " if each.tag == f"{A}br" else each.text or ""
             for each in paragraph.iter(f"{A}t", f"{A}br"))  # fmt: skip
    return one_line("".join(parts))


def _kind(shape: Element) -> str:
    """Tell what a placeholder is for; empty for other shapes."""
    placeholder = shape.find(".//{*}nvPr/{*}ph")
    return "" if placeholder is None else placeholder.get("type", "body")


def _order(shape: Element) -> tuple[bool, int, int]:
    """Return a key that sorts titles first, then from the top; shapes without a place stay."""
    offset = shape.find(f".//{A}off")
    top, left = (0, 0) if offset is None else (_number(offset, "y"), _number(offset, "x"))
    return (_kind(shape) not in _TITLES, top, left)


def _number(element: Element, name: str) -> int:
    try:
        return int(element.get(name, "0"))
    except ValueError:
        return 0
