"""Whatever sources a user names, from wherever he stands: which files, and how a digest calls them.

Names are paths below the folder above the deepest one that holds all sources. So they are the
same from every folder, and tell no more of somebody's disk than they must.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.model import Skipped
from bidigest.reading.source_search import FoundSources, resolve_sources
from bidigest.reading.sources import shown

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LocatedSources:
    """What some arguments mean, and the folder that names are relative to."""

    root: Path
    found: FoundSources


def locate(
    sources: Sequence[str], *, here: Path, root: Path | None = None, most: int
) -> LocatedSources:
    """Find the files that are meant by someone who stands `here`.

    With a `root` nothing outside of it is read, and names are relative to it. Raises SourceError
    where nothing is named that can be read, or more than `most` files are.
    """
    _refuse_addresses(sources)
    full = [in_full(source, here) for source in sources]
    typed = {shown(each): shown(source) for each, source in zip(full, sources, strict=True)}
    try:
        if root is None:
            root, found = _anywhere(full, Path(here.anchor), most)
        else:
            found = resolve_sources(full, root=root, most=most)
    except SourceError as error:
        called = typed.get(error.path, error.path)
        raise SourceError(called, error.reason, error.remedy) from error
    unmatched = (Skipped(typed.get(each.path, each.path), each.reason) for each in found.unmatched)
    return LocatedSources(root, replace(found, unmatched=tuple(unmatched)))


def _anywhere(full: Sequence[str], anchor: Path, most: int) -> tuple[Path, FoundSources]:
    everything = resolve_sources(full, root=anchor, most=most)
    nothing = {each.path for each in everything.unmatched}
    matched = [source for source in full if shown(source) not in nothing]
    root = _above(shared_folder(matched, everything.paths))
    found = resolve_sources(matched, root=root, most=most)
    return root, replace(found, unmatched=everything.unmatched)


def shared_folder(sources: Sequence[str], files: Iterable[Path] = ()) -> Path:
    """The deepest folder that holds these sources, given in full, and files, links followed."""
    folders = [os.path.realpath(_folder(source)) for source in sources]
    folders += [str(Path(os.path.realpath(file)).parent) for file in files]
    return Path(os.path.commonpath(folders))


def _above(folder: Path) -> Path:
    """The folder above, but for somebody's home: its name is mostly his own."""
    return folder if folder == Path(os.path.realpath(Path.home())) else folder.parent


def _folder(source: str) -> Path:
    """The folder that a source is or lies in; of a pattern, the part without wildcards."""
    path = Path(source)
    if path.is_dir():
        return path
    if os.path.lexists(path) or not glob.has_magic(source):
        return path.parent
    plain = next(n for n, part in enumerate(path.parts) if glob.has_magic(part))
    return Path(*path.parts[:plain])


def in_full(source: str, here: Path) -> str:
    """The source's path from the top, of someone who stands `here`."""
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


def _refuse_addresses(sources: Sequence[str]) -> None:
    for source in sources:
        if _ADDRESS.match(source):
            raise SourceError(
                shown(source), "addresses are not fetched", "save the page and name the file"
            )
