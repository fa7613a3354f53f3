"""The folder that sources have in common, by which they and their digest can be named."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Sequence
from pathlib import Path


def shared_folder(sources: Sequence[str], files: Iterable[Path] = ()) -> Path:
    """Find the deepest folder that holds these sources, given in full, and files; links count."""
    folders = [os.path.realpath(_folder(source)) for source in sources]
    folders += [str(Path(os.path.realpath(file)).parent) for file in files]
    return Path(os.path.commonpath(folders))


def _folder(source: str) -> Path:
    """Return the folder that a source is or lies in; of a pattern, the part without wildcards."""
    path = Path(source)
    if path.is_dir():
        return path
    if os.path.lexists(path) or not glob.has_magic(source):
        return path.parent
    plain = next(n for n, part in enumerate(path.parts) if glob.has_magic(part))
    return Path(*path.parts[:plain])


def in_full(source: str, here: Path) -> str:
    """Return the source's absolute path; it is relative to the folder `here`."""
    path = here / source
    if glob.has_magic(source) and not _exists(path):
        # Brackets in the names of the folders above are no pattern.
        return str(Path(glob.escape(str(here))) / source)
    return str(path)


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False
