"""A book as a rendition: its chapters in the order in which they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bidigest.errors import SourceError
from bidigest.reading.formats.html.markdown_writer import MarkdownWriter, by_path
from bidigest.reading.formats.html.parsing import (
    Element,
    decode_page,
    element_paths,
    parse,
    remove_dropped,
)
from bidigest.reading.formats.office.package import Package, text_of
from bidigest.reading.formats.rendition import Rendition, RenditionWriter, Where

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "")
_OBFUSCATED_FONTS = re.compile(rb"obfuscation|font", re.I)


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter of a book."""

    number: int
    """By its place in the order of reading, from 1."""
    name: str
    root: Element


def read(data: bytes, path: str) -> Rendition:
    """Read the text of all chapters.

    Raises:
        SourceError: they cannot be read.
    """
    package = Package(data, path)
    book = _book(package)
    writer = RenditionWriter()
    for chapter in _chapters(package, book):
        paths = element_paths(chapter.root)
        remove_dropped(chapter.root)
        where = by_path(paths, chapter=chapter.number, part=chapter.name)
        if not _is_contents(chapter.root):
            MarkdownWriter(writer, where).write(_body(chapter.root))
    return writer.finish(
        {
            "title": text_of(book, "title"),
            "author": text_of(book, "creator"),
            "date": text_of(book, "date")[:10],
        }
    )


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up the text of the element at a place, as its chapter has it."""
    package = Package(data, path)
    elements: dict[tuple[object, object], Element] = {}
    for chapter in _chapters(package, _book(package)):
        paths = element_paths(chapter.root)
        remove_dropped(chapter.root)
        elements |= {(chapter.number, path): element for element, path in paths.items()}

    def text(where: Where) -> str:
        """Return the text at a place; empty where there is none."""
        element = elements.get((where.get("chapter"), where.get("xpath")))
        return "" if element is None else str(element.text_content())

    return text


def _book(package: Package) -> Element:
    """Find the package document; its folder is what its references are relative to."""
    encrypted = package.bytes(_ENCRYPTION)
    if b"EncryptedData" in encrypted and not _OBFUSCATED_FONTS.search(encrypted):
        raise SourceError(package.path, "is protected against copying", "get it without (DRM)")
    book = package.xml(_book_name(package))
    if book is None:
        raise SourceError(package.path, "is a book without a list of its parts", "save it again")
    return book


def _book_name(package: Package) -> str:
    container = package.xml(_CONTAINER)
    root = None if container is None else next(container.iter("{*}rootfile"), None)
    if root is not None and root.get("full-path"):
        return str(root.get("full-path"))
    return next((name for name in package.names if name.endswith(".opf")), "")


def _chapters(package: Package, book: Element) -> Iterator[_Chapter]:
    folder = posixpath.dirname(_book_name(package))
    items = {item.get("id"): item for item in book.iter("{*}item")}
    read = set[str]()
    for number, reference in enumerate(book.iter("{*}itemref"), 1):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or not _is_page(item):
            continue
        if item.get("href", "") in read:
            continue
        read.add(item.get("href", ""))  # a file may name one ten thousand times
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        content = package.bytes(name)
        if content.strip():
            try:
                yield _Chapter(
                    number, name, parse(decode_page(content, package.path), package.path)
                )
            except SourceError:
                continue  # a picture of the cover, or an empty page


def _is_page(item: Element) -> bool:
    navigation = "nav" in (item.get("properties") or "").split()
    return not navigation and (item.get("media-type") or "") in _PAGE_TYPES


def _body(root: Element) -> Element:
    body = root.find("body")
    return root if body is None else body


def _is_contents(root: Element) -> bool:
    body = _body(root)
    return next(body.iter("nav"), None) is not None and next(body.iter("p"), None) is None
