"""The key of a run: its sources' content, its options and the code, but no clock."""

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


def run_key(sources: Iterable[Source], options: Options, skipped: Sequence[Skipped] = ()) -> str:
    """Compute the SHA-256 of all that a digest depends on.

    Args:
        sources: all that were read, in any order.
        options: all of which count, the date too.
        skipped: sources left out, with the reasons, which the digest lists.
    """
    read = sorted(f"{source.sha256} {source.path}" for source in sources)
    left_out = sorted(f"{each.path} {each.reason}" for each in skipped)
    parts = [algorithm(), *read, options.model_dump_json(), *left_out]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
