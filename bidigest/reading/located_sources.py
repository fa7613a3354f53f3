"""Sources that a user names, from wherever he stands: which files, and how a digest calls them.

Names are paths below the folder above the deepest one that holds all sources. So they are the
same from every folder, and tell no more of somebody's disk than they must.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.model import Skipped
from bidigest.reading.shared_folder import in_full, shared_folder
from bidigest.reading.source_search import FoundSources, resolve_sources
from bidigest.reading.sources import shown

_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,30}://", re.IGNORECASE)
_OF_THE_WEB = re.compile(r"\s*https?:/", re.IGNORECASE)
OUTLINE_SUFFIX = ".opml"
"""Of a file that lists feeds."""


def is_address(source: str) -> bool:
    """Tell whether a source is an address of the web, and no path."""
    return bool(_OF_THE_WEB.match(source))


def has_scheme(source: str) -> bool:
    """Tell whether a source is an address of any kind, as `ftp://` and `https://` begin one."""
    return bool(_WITH_SCHEME.match(source))


def needs_fetching(sources: Sequence[str]) -> bool:
    """Tell whether any source is an address, or lists some."""
    return any(is_address(each) or each.lower().endswith(OUTLINE_SUFFIX) for each in sources)


@dataclass(frozen=True, slots=True)
class LocatedSources:
    """What some arguments mean, and the folder that names are relative to."""

    root: Path
    found: FoundSources


def locate(
    sources: Sequence[str], *, here: Path, root: Path | None = None, most: int
) -> LocatedSources:
    """Find the files that are meant, relative to the folder `here`.

    Args:
        sources: files, folders and globs, as typed.
        here: folder that they are relative to.
        root: nothing outside of it is read, and names are relative to it; by default the folder
            above the deepest one that holds all sources.
        most: how many files may be meant.

    Raises:
        SourceError: nothing is named that can be read, or more files than `most`.
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


def _above(folder: Path) -> Path:
    """Return the folder above, but for a user's home: its name is mostly the user's own."""
    with suppress(RuntimeError):  # whoever runs this may have no home
        if folder == Path(os.path.realpath(Path.home())):
            return folder
    return folder.parent


def _refuse_addresses(sources: Sequence[str]) -> None:
    for source in sources:
        if has_scheme(source):
            raise SourceError(
                _without_secrets(source), "is not fetched", "save the page and name the file"
            )


def _without_secrets(address: str) -> str:
    """Write an address without what may be a name and a password."""
    scheme, slashes, rest = address.partition("://")
    return shown(scheme + slashes + rest.partition("/")[0].rpartition("@")[2])
