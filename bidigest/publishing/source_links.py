"""An edition's own way to its sources: a link to each, below `sources/`.

So the pages' links work from wherever an edition is opened, be it through `latest` or from a
copy that followed the links, and `digest.json` names no place on anybody's disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.model import Document
from bidigest.reading.sources import ANY_SIZE, SEPARATOR, read_file

SOURCES = "sources"
"""The folder within an edition."""

_UNFINISHED = ".unfinished-link"


def link_sources(edition: Path, documents: Iterable[Document], root: Path) -> None:
    """Link each source into the edition's folder, and copy what was fetched.

    Links are relative, and lead on where the edition's last name is changed. One that is
    right is left alone. What stands at an address changes, or goes, by itself.

    Args:
        edition: folder of the edition.
        documents: the sources, by their paths below `root`.
        root: folder that they are relative to.
    """
    for document in documents:
        path = document.path
        place = edition / SOURCES / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if document.fetched or (SEPARATOR in path and not (root / path).exists()):
            _copy(root / path, place)
            continue
        # `..` behind a link would lead elsewhere.
        target = os.path.relpath(os.path.realpath(root / path), os.path.realpath(place.parent))
        _link(place, target)


def _copy(member: Path, place: Path) -> None:
    """Copy a file: one within a file cannot be linked to."""
    with suppress(SourceError):
        content = read_file(member, limit=ANY_SIZE)
        if not place.exists() or place.read_bytes() != content:
            temporary = place.with_name(_UNFINISHED)
            temporary.write_bytes(content)
            temporary.replace(place)


def _link(place: Path, target: str) -> None:
    with suppress(OSError):  # absent, or no link
        if place.readlink() == Path(target):
            return
    temporary = place.with_name(_UNFINISHED)
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target)
    temporary.replace(place)
