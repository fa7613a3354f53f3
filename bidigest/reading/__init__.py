"""Reading: from bytes to a Document, by decoding, front matter, headings, boilerplate, sentences.

In: files, folders and globs, or bytes under a name. Out: a `Document` each, or why there is none.

    bytes -> text -> pieces -> headings of three kinds, boilerplate -> sections, blocks, sentences

Every character that is not white space is in one of: a heading, boilerplate, a block, markup.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from bidigest.errors import SourceError
from bidigest.model import Document
from bidigest.reading.source_search import find_sources, resolve_sources
from bidigest.reading.sources import MAXIMUM_BYTES, SourceContent, read_source

if TYPE_CHECKING:
    from bidigest.reading.boilerplate.reasons import REASONS

__all__ = [
    "MAXIMUM_BYTES",
    "REASONS",
    "SourceError",
    "find_sources",
    "read",
    "read_bytes",
    "read_content",
    "resolve_sources",
]


def read(path: Path, *, root: Path, limit: int = MAXIMUM_BYTES) -> Document:
    """Read the document in a file below `root`.

    Args:
        path: the file.
        root: folder that its name is relative to.
        limit: how many bytes it may have.

    Raises:
        SourceError: it cannot be read.
    """
    return read_content(read_source(path, root=root, limit=limit))


def read_bytes(data: bytes, path: str) -> Document:
    """Read the document that these bytes are, under this name.

    Raises:
        SourceError: they cannot be read.
    """
    return read_content(SourceContent.of(data, path))


def read_content(content: SourceContent, most_pages: int = 2_000) -> Document:
    """Read the document that a source's bytes are.

    Args:
        content: the bytes, with their name.
        most_pages: of a PDF; one of more is refused.

    Raises:
        SourceError: they cannot be read.
    """
    # Imported here, since who finds that all has been read before needs none of it.
    from bidigest.reading.document_assembly import document_of

    return document_of(content, most_pages)


def __getattr__(name: str) -> Any:
    if name == "REASONS":
        from bidigest.reading.boilerplate.reasons import REASONS

        return REASONS
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
