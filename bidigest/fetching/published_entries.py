"""Which entries editions have: what the editions themselves say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bidigest.fetching.addresses import address_key
from bidigest.fetching.kept_pages import Index
from bidigest.reading.source_filters import EDITIONS

DIGEST = "digest.json"
MOST_REMEMBERED = 100_000
"""Entries, and as many links; the oldest are forgotten beyond."""

_KEY_IN_NAME = re.compile(r"[0-9a-f]{16}$")


def note_published(index: Index, output: Path) -> None:
    """Take into the index what editions that it does not know yet have read."""
    names = _names(output / EDITIONS)
    for name in (each for each in names if each not in index.editions):
        for key in _keys(output / EDITIONS / name / DIGEST):
            if key in index.entries:
                page = index.entries[key]
                index.links.setdefault(address_key(page.link), page.feed)
                index.links.setdefault(address_key(page.url), page.feed)
            index.published[key] = name
    index.editions = names
    for known in (index.published, index.links):
        for key in list(known)[: max(0, len(known) - MOST_REMEMBERED)]:
            del known[key]


def _names(editions: Path) -> list[str]:
    with suppress(OSError):
        return sorted(each.name for each in editions.iterdir() if (each / DIGEST).is_file())
    return []


def _keys(digest: Path) -> Iterator[str]:
    """Find the keys of the entries that an edition read, or could not read."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        data = json.loads(digest.read_bytes())
        for each in data["sources"]:
            if key := each.get("original", {}).get("entry"):
                yield key
        for each in data["skipped"]:
            if found := _KEY_IN_NAME.search(Path(each["path"]).stem):
                yield found[0]
