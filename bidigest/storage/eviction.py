"""Which records of a cache are forgotten: the ones that were used longest ago."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

IN_USE = 3600.0
"""Seconds for which a record stays after its last use, as a run may be about to read it."""


def forget_oldest(paths: Iterable[Path], *, most: int, most_bytes: int, in_use: float) -> None:
    """Remove the oldest files beyond so many, and so many bytes together.

    Other runs may be going: what they have found is younger than `in_use` seconds, and stays.
    """
    still_in_use = time.time() - in_use
    for path, last_used in _beyond(_records(paths), most, most_bytes):
        if last_used < still_in_use:
            with suppress(OSError):
                path.unlink()


def _records(paths: Iterable[Path]) -> list[tuple[float, int, Path]]:
    """List when each file was last used, its bytes and its place; the one used last comes first."""
    found = []
    for path in paths:
        with suppress(OSError):  # another run has just removed it
            status = path.stat()
            found.append((status.st_mtime, status.st_size, path))
    return sorted(found, reverse=True)


def _beyond(
    records: Sequence[tuple[float, int, Path]], most: int, most_bytes: int
) -> list[tuple[Path, float]]:
    total, beyond = 0, []
    for number, (last_used, size, path) in enumerate(records):
        total += size
        if number >= most or total > most_bytes:
            beyond.append((path, last_used))
    return beyond
