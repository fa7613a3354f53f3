"""Which of the files in a folder, or of a pattern, are sources; a digest's own pages never are."""

from __future__ import annotations

import glob
import re
from pathlib import Path

from bidigest.reading.formats.media_types import SUFFIXES
from bidigest.reading.sources import path_below

_HIDDEN = (".", "~$")
"""What files of the system begin with, and those by which Office knows that another is open."""

_STARS = re.compile(r"\*\*+")

TEXT_SUFFIXES = frozenset({".txt", ".md", ".markdown"})

_PAGE = "digest"
"""What is no source beside a `digest.json`, unless it is named: a digest would digest itself."""

_FEED = "feed.xml"

_KEPT = "sources"
"""The folder beside a `digest.json` in which an edition has its sources."""

EDITIONS = "editions"
"""The folder within an output folder that holds its editions."""

FETCHED = "fetched"
"""The folder of an output folder in which it has what was fetched."""

FETCHED_INDEX = "addresses.json"
"""A file in that folder."""

SUBJECT_FILE = "bidigest.yaml"
"""What says which sources a subject has is none of them."""


def read_suffixes() -> frozenset[str]:
    """Return what is taken from a folder; a file that is named may end in anything."""
    return TEXT_SUFFIXES.union(*SUFFIXES.values())


def member_suffixes() -> frozenset[str]:
    """Return what is taken from a file that holds several; none in it is opened in turn."""
    from bidigest.reading.formats.registry import only_containers

    return read_suffixes().difference(*(SUFFIXES[kind] for kind in only_containers()))


def may_be_meant(path: Path) -> bool:
    """Tell whether a file may be meant for a source; hidden ones, a README, a page never are."""
    return not (
        _is_page_of_a_digest(path)
        or path.name == SUBJECT_FILE
        or path.name.startswith(_HIDDEN)
        or path.name.lower().startswith("readme.")
    )


def _is_page_of_a_digest(path: Path) -> bool:
    """Tell whether a file is a page, or the feed of an output folder's editions."""
    if path.name == _FEED:
        return (path.parent / EDITIONS).is_dir()
    return path.stem == _PAGE and (path.parent / "digest.json").is_file()


def is_of_a_digest(path: Path) -> bool:
    """Tell whether a file is a digest's page, or what it keeps beside it of its sources."""
    return _is_page_of_a_digest(path) or any(
        (folder.name == _KEPT and (folder.parent / "digest.json").is_file())
        or (folder.name == FETCHED and (folder / FETCHED_INDEX).is_file())
        for folder in path.parents
    )


def matching_files(pattern: str, root: Path) -> list[Path]:
    """List the files that match, as the shell counts them: `*` leaves hidden files alone.

    `**` follows no links: two that lead back to their folder would be followed for ever.
    """
    parts = Path(pattern).parts
    plain = next((n for n, part in enumerate(parts) if glob.has_magic(part)), len(parts))
    folder = root.joinpath(*parts[:plain])
    path_below(folder, root)
    wanted = [part if part == "**" else _STARS.sub("*", part) for part in parts[plain:]]
    hidden = any(part.startswith(".") for part in wanted)
    if wanted[-1] == "**":
        wanted.append("*")
    found = folder.glob("/".join(wanted))
    return [path for path in found if hidden or not _hidden(path.relative_to(folder))]


def _hidden(path: Path) -> bool:
    return any(part.startswith(_HIDDEN) for part in path.parts)
