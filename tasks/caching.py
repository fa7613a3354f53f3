"""What a stored result depends on: the source's bytes, and the code that read them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.model import Document, Skipped
from bidigest.options import Options
from bidigest.reading.sources import MAXIMUM_BYTES, path_below, read_file
from bidigest.storage.code_fingerprint import algorithm
from bidigest.storage.fingerprints import Source, made_of

__all__ = ["content_key", "identify", "merged_key"]


def identify(path: Path, *, root: Path, limit: int = MAXIMUM_BYTES) -> Source:
    """Name a source by content; never raises, since reading it says better what is wrong."""
    name = Path(os.path.relpath(path, root)).as_posix()
    try:
        path_below(path, root)
        return Source(name, hashlib.sha256(read_file(path, limit=limit)).hexdigest())
    except SourceError:
        return Source(name, None)


def content_key(sources: list[Source]) -> str | None:
    """The key of these sources' readings; None, which means not kept, if one is unreadable."""
    if any(source.sha256 is None for source in sources):
        return None
    names = "\n".join(f"{source.sha256} {source.path}" for source in sources)
    return "ingested-" + hashlib.sha256(f"{algorithm()}\n{names}".encode()).hexdigest()


def merged_key(documents: Sequence[Document], options: Options, skipped: Sequence[Skipped]) -> str:
    """The key of a digest of these documents, in whatever order they come."""
    read = (Source(document.path, document.sha256) for document in documents)
    return "merged-" + made_of(read, options, skipped)
