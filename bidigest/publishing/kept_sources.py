"""Sources kept with an edition, each as it was read, so that citations stay what they are.

Below `sources/` an edition holds every source under its own path; of one that is no text also the
rendition and the file itself, both named by their content. So an edition says the same when a
source is written to, its links work wherever it is opened or sent, and `digest.json` names no
place on anybody's disk. Files of the edition before are linked to rather than written again: ten
editions of the same sources take the space of one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from bidigest.model import Document, Original
from bidigest.publishing.output_folder import UNFINISHED, write_durably
from bidigest.reading.sources import read_unchanged
from bidigest.rendering.originals import KEPT, kept_files


def keep_sources(
    edition: Path, documents: Iterable[Document], root: Path, earlier: Path | None = None
) -> None:
    """Keep the sources in the edition's folder, each under its path and by its content.

    A file that has been written to since it was read is not kept: `verify` then says that it is
    missing. What is kept already is left alone.

    Args:
        edition: folder of the edition.
        documents: all its sources.
        root: folder that their paths are relative to.
        earlier: folder of the edition before, whose files are linked to.
    """
    before = None if earlier is None else earlier / KEPT
    for document in documents:
        place = edition / KEPT / document.path
        place.parent.mkdir(parents=True, exist_ok=True)
        if document.original is not None:
            _keep_file(document, document.original, root, edition / KEPT, before)
        elif (content := _as_read(document, root)) is not None:
            _put(content, place, None if before is None else before / document.path)


def keep_originals(folder: Path, documents: Iterable[Document], root: Path) -> None:
    """Keep by content what is no text, with its rendition; texts are cited where they lie.

    Args:
        folder: of a digest without editions.
        documents: all its sources.
        root: folder that their paths are relative to.
    """
    for document in documents:
        if document.original is not None:
            (folder / KEPT).mkdir(exist_ok=True)
            _keep_by_content(document, document.original, root, folder / KEPT, None)


def _keep_file(
    document: Document, original: Original, root: Path, kept: Path, before: Path | None
) -> None:
    """Keep a file that is no text by its content, and let its path be another name of that."""
    file = _keep_by_content(document, original, root, kept, before)
    place = kept / document.path
    if not file.exists() or (place.exists() and not place.is_symlink() and place.samefile(file)):
        return
    temporary = place.with_name(f"{UNFINISHED}link")
    if not _linked(file, temporary):
        shutil.copyfile(file, temporary)
    temporary.replace(place)


def _keep_by_content(
    document: Document, original: Original, root: Path, kept: Path, before: Path | None
) -> Path:
    """Return the kept file, which is absent where the source has changed since."""
    of_file, of_rendition = kept_files(document, original)
    text = document.text.encode("utf-8", "surrogatepass")
    for name, is_file in ((of_rendition, False), (of_file, True)):
        place = kept / name
        if place.exists() or (before is not None and _linked(before / name, place)):
            continue
        content = _as_read(document, root) if is_file else text
        if content is not None:
            _write(content, place)
    return kept / of_file


def _as_read(document: Document, root: Path) -> bytes | None:
    """Read a source's bytes again; None where they are no longer those that were read."""
    return read_unchanged(root / document.path, document.sha256)


def _put(content: bytes, place: Path, known: Path | None) -> None:
    """Let the place hold this content: as it does, as the edition before has it, or written."""
    if _holds(place, content):
        return
    if known is None or not _holds(known, content) or not _linked(known, place):
        _write(content, place)


def _holds(file: Path, content: bytes) -> bool:
    """Tell whether a file of ours is this content: a link may lead to what others write to."""
    with suppress(OSError):
        return not file.is_symlink() and file.read_bytes() == content
    return False


def _linked(known: Path, place: Path) -> bool:
    """Give a file that is kept already a second name, where the disk can."""
    with suppress(OSError, NotImplementedError):
        place.unlink(missing_ok=True)
        os.link(known, place)
        return True
    return False


def _write(content: bytes, place: Path) -> None:
    temporary = place.with_name(f"{UNFINISHED}file")  # a name of its own may be too long
    write_durably(temporary, content)
    temporary.replace(place)
