"""Originals and renditions kept with an edition by content, so that citations stay what they are.

Files of the edition before are linked to rather than written again: ten editions of the same
sources take the space of one.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.model import Document
from bidigest.publishing.output_folder import UNFINISHED, write_durably
from bidigest.reading.sources import ANY_SIZE, read_file
from bidigest.rendering.originals import KEPT, kept_files


def keep_originals(
    edition: Path, documents: Iterable[Document], root: Path, earlier: Path | None = None
) -> None:
    """Put each source that is no text, and its rendition, into the edition's folder.

    A file that has been written to since it was read is not kept: `verify` then says that it is
    missing.

    Args:
        edition: folder of the edition.
        documents: all its sources.
        root: folder that their paths are relative to.
        earlier: folder of the edition before, whose files are linked to.
    """
    for document in documents:
        for name, content in _contents(document, root):
            place = edition / KEPT / name
            if place.exists():
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            if earlier is None or not _linked(earlier / KEPT / name, place):
                _write(place, content)


def _contents(document: Document, root: Path) -> Iterator[tuple[str, bytes]]:
    if document.original is None:
        return
    original, rendition = kept_files(document, document.original)
    yield rendition, document.text.encode("utf-8", "surrogatepass")
    with suppress(SourceError):
        # It was read within the limit that the user set, whatever that was.
        content = read_file(root / document.path, limit=ANY_SIZE)
        if hashlib.sha256(content).hexdigest() == document.sha256:
            yield original, content


def _linked(known: Path, place: Path) -> bool:
    """Give the file of the edition before a second name, where the disk can."""
    with suppress(OSError, NotImplementedError):
        os.link(known, place)
        return True
    return False


def _write(place: Path, content: bytes) -> None:
    temporary = place.with_name(UNFINISHED + place.name)
    write_durably(temporary, content)
    temporary.replace(place)
