"""By what a source, and a digest of several, is known: content, options and code, no clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bidigest.model import Skipped
from bidigest.options import Options
from bidigest.storage.code_fingerprint import algorithm


class Source(NamedTuple):
    """A source by its path and, where it could be read, the hash of its bytes."""

    path: str
    sha256: str | None


def made_of(sources: Iterable[Source], options: Options, skipped: Sequence[Skipped] = ()) -> str:
    """SHA-256 of all that a digest of these sources depends on, in whatever order they come."""
    read = sorted(f"{source.sha256} {source.path}" for source in sources)
    left_out = sorted(f"{each.path} {each.reason}" for each in skipped)
    parts = [algorithm(), *read, options.model_dump_json(), *left_out]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
