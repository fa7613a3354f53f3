"""By what a source, and a digest of several, is known: content, options and code, no clock."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bidigest.algorithm import algorithm
from bidigest.errors import SourceError
from bidigest.model import Skipped
from bidigest.options import Options
from bidigest.reading.sources import MAXIMUM_BYTES, path_below, read_file


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


def made_of(sources: Iterable[Source], options: Options, skipped: Sequence[Skipped] = ()) -> str:
    """SHA-256 of all that a digest of these sources depends on, in whatever order they come."""
    read = sorted(f"{source.sha256} {source.path}" for source in sources)
    left_out = sorted(f"{each.path} {each.reason}" for each in skipped)
    parts = [algorithm(), *read, options.model_dump_json(), *left_out]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
