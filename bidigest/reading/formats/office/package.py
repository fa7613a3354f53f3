"""A ZIP archive of parts, read within limits: nothing is written to disk, no entity expanded."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from bidigest.errors import SourceError

MOST_PARTS = 10_000
MOST_OF_A_PART = 64 << 20
MOST_OF_ALL = 128 << 20
MOST_OF_XML = 24 << 20
"""Bytes when inflated. XML takes some five times as much as a tree."""
MOST_ELEMENTS = 600_000
_RATIO = 200
_WORTH_A_RATIO = 1 << 20
"""Bytes from which on what inflates to 200 times its size is a bomb."""

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/presentationml/main",
     b"http://schemas.openxmlformats.org/presentationml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)  # fmt: skip
"""The names of ISO's strict variant, and those that everybody writes."""
_ENTITY = re.compile(rb"<!ENTITY", re.I)
_SMALLER = "save it smaller, or split it"

Element = Any
"""An element of lxml's, which ships no types."""


class Package:
    """The parts of an archive by name."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise SourceError(path, "is an archive that is damaged", "save it again") from error
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS:
            raise SourceError(path, f"has more than {MOST_PARTS:,} parts", _SMALLER)
        self._parts = {part.filename: part for part in parts}
        self._roots: dict[str, Element | None] = {}
        self._read = 0

    @property
    def names(self) -> list[str]:
        """Names of all parts, in the archive's order."""
        return list(self._parts)

    def is_utf8(self, name: str) -> bool:
        """Tell whether the archive says that this part's name is UTF-8."""
        return bool(self._parts[name].flag_bits & 0x800)

    def bytes(self, name: str) -> bytes:
        """Read a part's content, empty where there is none of this name.

        Raises:
            SourceError: it is damaged, too large or needs a password.
        """
        part = self._parts.get(name)
        if part is None:
            return b""
        if part.flag_bits & 1:
            raise SourceError(self.path, "needs a password", "save it without one")
        self._refuse_size(part.file_size, part.compress_size)
        try:
            with self._zip.open(part) as file:
                # What the archive says of the size may be a lie.
                content = file.read(MOST_OF_A_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise SourceError(
                self.path, "is an archive that is damaged", "save it again"
            ) from error
        self._read += len(content)
        self._refuse_size(len(content), part.compress_size)
        return content

    def _refuse_size(self, size: int, compressed: int) -> None:
        bomb = size > _WORTH_A_RATIO and size > _RATIO * max(1, compressed)
        if bomb or size > MOST_OF_A_PART or self._read > MOST_OF_ALL:
            raise SourceError(self.path, "inflates to far more than it is", _SMALLER)

    def xml(self, name: str) -> Element | None:
        """Parse a part to its root element, always the same one, or None.

        Raises:
            SourceError: it is damaged.
        """
        if name not in self._roots:
            self._roots[name] = self._parsed(name)
        return self._roots[name]

    def _parsed(self, name: str) -> Element | None:
        content = self.bytes(name)
        if not content:
            return None
        if _ENTITY.search(content):
            raise SourceError(
                self.path, "declares entities, which no document needs", "save it again"
            )
        if len(content) > MOST_OF_XML or content.count(b"<") > 2 * MOST_ELEMENTS:
            raise SourceError(self.path, "has too large a part", _SMALLER)
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            recover=True, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(content, parser)
        except (etree.LxmlError, ValueError) as error:
            raise SourceError(self.path, f"has a damaged part, {name}", "save it again") from error

    def relationships(self, name: str) -> dict[str, str]:
        """Map the ids that a part uses to the parts that they refer to."""
        folder, file = posixpath.split(name)
        root = self.xml(f"{folder}/_rels/{file}.rels")
        return {
            each.get("Id"): _resolved(folder, each.get("Target", ""))
            for each in (root if root is not None else ())
            if each.get("Id") and each.get("TargetMode") != "External"
        }

    def core_properties(self) -> dict[str, str]:
        """Read title, author and date, as Office files have them."""
        root = self.xml("docProps/core.xml")
        return {
            "title": text_of(root, "title"),
            "author": text_of(root, "creator"),
            "date": text_of(root, "modified")[:10],
        }


def text_of(root: Element | None, name: str) -> str:
    """Return the text of the first element of this local name, white space collapsed."""
    found = None if root is None else next(root.iter(f"{{*}}{name}"), None)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return posixpath.normpath(target[1:])
    return posixpath.normpath(posixpath.join(folder, target))
