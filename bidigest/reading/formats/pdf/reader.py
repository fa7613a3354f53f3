"""A PDF as a rendition; runs only in a process of its own (see `worker`)."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import pypdfium2

from bidigest.errors import SourceError
from bidigest.reading.formats.lines import CJK, IDEOGRAPHS, escaped, joined, one_line, width
from bidigest.reading.formats.pdf.columns import PlacedLine, in_reading_order
from bidigest.reading.formats.pdf.headings import (
    WIDEST_OF_SEVERAL_LINES,
    heading_level,
    heading_sizes,
)
from bidigest.reading.formats.pdf.paragraphs import MARK, Paragraph, paragraphs
from bidigest.reading.formats.pdf.running_lines import without_running_lines
from bidigest.reading.formats.pdf.service import PASSWORD
from bidigest.reading.formats.pdf.text_lines import PageLines, read_page
from bidigest.reading.formats.pdf.typography import Typography, typography
from bidigest.reading.formats.rendition import Rendition, RenditionWriter, Where

MOST_CHARACTERS = 5_000_000
_FEWEST_CHARACTERS = 20
"""Of a page on average; less is a page's number on a picture of the page."""
_MOST_MEANINGLESS = 0.2
_MEANINGLESS = frozenset({"Co", "Cn", "Cc"})
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_BROWSERS = re.compile(r"^Mozilla\b|\b(?:Chrom(?:e|ium)|Firefox|Safari|wkhtmltopdf)\b")
"""Who prints a page with one: the day is that of printing, and says nothing of the text."""

_FULL_WIDTH = "，。：；、！？（）「」『』《》【】"
_SPACE_BY_FULL_WIDTH = re.compile(f" ?([{_FULL_WIDTH}]) ?")
_HAN_APART, _HAN_BESIDE = (
    re.compile(f"[{IDEOGRAPHS}] (?=[{IDEOGRAPHS}])"),
    re.compile(f"[{IDEOGRAPHS}](?=[{IDEOGRAPHS}])"),
)
_SPACE_IN_CJK = re.compile(f"(?<=[{IDEOGRAPHS}]) (?=[{CJK}])")


def read_document(data: bytes, path: str, most_pages: int) -> Rendition:
    """Read the text of a PDF.

    Args:
        data: the file's bytes.
        path: what messages call it.
        most_pages: how many pages it may have.

    Raises:
        SourceError: it has no text, or is too large.
    """
    document = open_document(data, path)
    if len(document) > most_pages:
        reason = f"has {len(document):,} pages, and {most_pages:,} are read"
        raise SourceError(path, reason, "split it or raise the number of pages")
    pages = _pages(document, path)
    lines = [line for page in without_running_lines(pages) for line in in_reading_order(page)]
    if not lines:
        raise _needs_recognition(path)
    setting = typography(lines)
    return _written(paragraphs(lines, setting), setting, _metadata(document))


def page_texts(data: bytes, path: str) -> list[str]:
    """Return the text of each page, as the file has it."""
    document = open_document(data, path)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
        text_page.close()
        page.close()
    return texts


def open_document(data: bytes, path: str) -> Any:
    """Open a document with pypdfium2, and with the password that the environment has, if any.

    Raises:
        SourceError: it is damaged or locked.
    """
    try:
        document = pypdfium2.PdfDocument(data, password=os.environ.get(PASSWORD))
        len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            remedy = f"set {PASSWORD} to it in the environment, or save the file without one"
            raise SourceError(path, "needs a password", remedy) from error
        raise SourceError(path, "is a PDF file that is damaged", "save it again") from error
    return document


def _pages(document: Any, path: str) -> list[PageLines]:
    pages, characters, meaningless = list[PageLines](), 0, 0
    for number in range(len(document)):
        page = document[number]
        pages.append(read_page(page, number + 1))
        page.close()
        text = "".join(line.text for line in pages[-1].lines)
        characters += len(text)
        meaningless += sum(map(_is_meaningless, text))
        if characters > MOST_CHARACTERS:
            raise SourceError(path, f"has more than {MOST_CHARACTERS:,} characters", "split it")
    if characters < _FEWEST_CHARACTERS * len(pages):
        raise _needs_recognition(path)
    if meaningless > _MOST_MEANINGLESS * characters:
        reason = "says which shapes it shows, not which characters: it needs text recognition (OCR)"
        raise SourceError(path, reason, "run it through a program that does that")
    return pages


def _needs_recognition(path: str) -> SourceError:
    reason = "holds pictures of text and no text: it needs text recognition (OCR)"
    return SourceError(path, reason, "run it through a program that does that")


def _is_meaningless(character: str) -> bool:
    """Tell whether a character is of private use, unassigned, or stands for an unknown one."""
    return character == "\ufffd" or unicodedata.category(character) in _MEANINGLESS


def _metadata(document: Any) -> dict[str, object]:
    values = document.get_metadata_dict()
    printed = _BROWSERS.search(values.get("Creator", ""))
    date = None if printed else _DATE.match(values.get("CreationDate", ""))
    return {
        "author": one_line(values.get("Author", "")),
        "date": "-".join(date.groups()) if date else "",
        "pages": len(document),
    }


def _written(
    found: Sequence[Paragraph], setting: Typography, metadata: dict[str, object]
) -> Rendition:
    writer = RenditionWriter()
    headings = [[p.line for p in each.lines] for each in found if each.kind == "heading"]
    sizes = heading_sizes(headings)
    for paragraph in found:
        parts = _parts(paragraph.lines)
        text = "".join(text for text, _ in parts)
        prefix = ""
        if paragraph.kind == "heading" and width(text) <= WIDEST_OF_SEVERAL_LINES:
            lines = [placed.line for placed in paragraph.lines]
            prefix = "#" * heading_level(lines, text, sizes, setting) + " "
        elif paragraph.kind == "item" and _is_bullet(text):
            mark = MARK.match(text)
            first, where = parts[0]
            parts[0] = (first[mark.end() if mark else 0 :], where)
            prefix = "- "
        writer.write_parts(_marked(prefix, parts))
    return writer.finish(metadata)


def _is_bullet(text: str) -> bool:
    """Tell whether an item's mark is a sign, where a number says which it is."""
    mark = MARK.match(text)
    return mark is not None and not re.match(r"[\d（(a-np-z①-⑳]", mark[0])


def _marked(prefix: str, parts: Sequence[tuple[str, Where]]) -> list[tuple[str, Where]]:
    numbered = not prefix or prefix.startswith("#")
    marked = [(escaped(text, numbered=numbered), where) for text, where in parts]
    return [(prefix + marked[0][0], marked[0][1]), *marked[1:]]


def _parts(lines: Sequence[PlacedLine]) -> list[tuple[str, Where]]:
    """Split the paragraph's text by page and column, each part with its place."""
    groups: list[list[PlacedLine]] = []
    for placed in lines:
        if groups and groups[-1][-1].key == placed.key:
            groups[-1].append(placed)
        else:
            groups.append([placed])
    parts, before = list[tuple[str, Where]](), ""
    for group in groups:
        text = _without_odd_spaces(_text(group))
        hyphenated = bool(parts) and groups[len(parts) - 1][-1].line.hyphenated
        whole = before + text if hyphenated or not before else joined(before, text)
        if parts and len(whole) - len(text) < len(before):  # a hyphen went
            parts[-1] = (parts[-1][0][:-1], parts[-1][1])
            before = before[:-1]
        parts.append((whole[len(before) :], _where(group)))
        before = whole
    return parts


def _text(group: Sequence[PlacedLine]) -> str:
    text, hyphenated = "", False
    for placed in group:
        line = one_line(placed.line.text)
        text = text + line if hyphenated else joined(text, line)
        hyphenated = placed.line.hyphenated
    return text


def _where(group: Sequence[PlacedLine]) -> Where:
    """Describe a place by page and box in points, from the page's top left."""
    lines = [placed.line for placed in group]
    box = (
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )
    return {"page": lines[0].page, "box": [round(edge, 1) for edge in box]}


def _without_odd_spaces(text: str) -> str:
    """Take out spaces beside full-width marks, and those that set letters apart to fill a line."""
    apart, beside = len(_HAN_APART.findall(text)), len(_HAN_BESIDE.findall(text))
    if apart > 0.7 * (apart + beside):
        text = _SPACE_IN_CJK.sub("", text)
    return _SPACE_BY_FULL_WIDTH.sub(r"\1", text)
