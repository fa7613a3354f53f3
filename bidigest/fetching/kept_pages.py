"""What was fetched, beside the digest: files by their addresses, and an index of them.

The folder belongs to one output folder. What it holds is asked for again only where it has
changed, and a run without a network can read it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from bidigest.errors import SourceError
from bidigest.fetching.robots import KeptRules
from bidigest.reading.source_filters import FETCHED_INDEX
from bidigest.storage.cache_files import keep

FORMAT = "bidigest-fetched/1"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """What an address gave, or an entry of a feed."""

    file: str
    """Its path from the folder, with `/`."""
    sha256: str
    url: str
    """The address that names it."""
    moment: str
    """When these bytes came first."""
    seen: str
    """When it was last known to be so."""
    media_type: str
    etag: str = ""
    conditions: Mapping[str, str] = field(default_factory=dict)
    """Headers by which the server says whether it has changed."""
    feed: str = ""
    entry: str = ""
    link: str = ""
    """Of an entry, where it says that it is in full."""
    date: str = ""
    brief: bool = False
    """Whether an entry says in short what its link says in full."""
    followed: bool = False
    """Whether its link was read."""
    problem: str = ""
    """Why an entry's link was not read."""


@dataclass(slots=True)
class Index:
    """All that is remembered between runs."""

    pages: dict[str, KeptPage] = field(default_factory=dict)
    """By the address that was asked."""
    entries: dict[str, KeptPage] = field(default_factory=dict)
    """Entries of feeds that no edition has yet, and those of the latest, by their keys."""
    published: dict[str, str] = field(default_factory=dict)
    """The edition of every entry that one has, or nothing for one that was passed over."""
    links: dict[str, str] = field(default_factory=dict)
    """The feed by which each link came into an edition, by the link's key."""
    window: list[str] = field(default_factory=list)
    """Keys of the entries that the latest run read."""
    lines: list[list[str]] = field(default_factory=list)
    """What that run said of them: path and reason."""
    editions: list[str] = field(default_factory=list)
    """Editions that were looked into."""
    rules: dict[str, KeptRules] = field(default_factory=dict)


class KeptPages:
    """The folder and its index; one run at a time, which `storage.locking` sees to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.index = _read(folder / FETCHED_INDEX)

    def content(self, page: KeptPage) -> bytes | None:
        """Return the bytes as they were kept; None where they are no more."""
        with suppress(OSError):
            data = (self.folder / page.file).read_bytes()
            if hashlib.sha256(data).hexdigest() == page.sha256:
                return data
        return None

    def put(self, file: str, data: bytes) -> str:
        """Keep a file, whole or not at all, and return its SHA-256; raises SourceError."""
        place = self.folder / file
        keep(place, data)
        found = hashlib.sha256(data).hexdigest()
        with suppress(OSError):
            if place.stat().st_size == len(data):
                return found
        raise SourceError(str(place), "cannot be written", "check the folder's rights and space")

    def drop(self, file: str) -> None:
        """Remove a file; editions have it, if they need it, by another name."""
        with suppress(OSError):
            (self.folder / file).unlink()

    def save(self) -> None:
        """Write the index, whole or not at all."""
        text = json.dumps({"format": FORMAT, **asdict(self.index)}, ensure_ascii=False, indent=1)
        self.put(FETCHED_INDEX, text.encode("utf-8", "replace"))


def _read(file: Path) -> Index:
    """Read an index; one that is absent, damaged or of another release is empty."""
    try:
        values = json.loads(file.read_bytes())
        if values.pop("format") != FORMAT:
            return Index()
        pages = {key: KeptPage(**each) for key, each in values.pop("pages").items()}
        entries = {key: KeptPage(**each) for key, each in values.pop("entries").items()}
        rules = {key: KeptRules(**each) for key, each in values.pop("rules").items()}
        return Index(pages=pages, entries=entries, rules=rules, **_known(values))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Index()


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    names = {each.name for each in fields(Index)}
    return {key: value for key, value in values.items() if key in names}
