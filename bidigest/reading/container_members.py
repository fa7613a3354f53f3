"""Sources within files: found when their file is, read by their file's path and a name behind it.

`reports.zip!/levels.md` is the file `levels.md` in the archive `reports.zip`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.reading.sources import SEPARATOR, path_below, read_beginning, read_file

_BEGINNING = 16_384


@dataclass(frozen=True, slots=True)
class Members:
    """What a file holds, as paths below root."""

    paths: Sequence[Path]
    itself: bool
    """Whether the file is a source as well, as a mail is."""
    entries: bool
    """Whether they are entries of a feed: one of the same name is the same wherever it is found."""


def members_of(path: Path, root: Path) -> Members | None:
    """List what a file holds; None where it is no container, or damaged, as reading will tell."""
    with suppress(SourceError, OSError, ValueError):
        name = path_below(path, root)
        beginning = read_beginning(root / path, _BEGINNING)
        from bidigest.reading.formats.registry import container, may_hold_sources

        found = container(read_file(root / path), name) if may_hold_sources(beginning) else None
        if found is not None:
            paths = [root / f"{name}{SEPARATOR}{each}" for each in found.members]
            return Members(paths, found.itself, found.entries)
    return None
