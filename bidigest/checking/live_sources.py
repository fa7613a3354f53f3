"""Whether the sources are still what an edition was made of: it keeps them as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.reading.sources import ANY_SIZE, read_file
from bidigest.rendering.escaping import one_line
from bidigest.rendering.json import Data

_MOST_NAMED = 3


def changed_since(data: Data, root: Path) -> Iterator[str]:
    """Say in one line which sources have been written to or moved since; nothing if none has.

    What stands at an address changes by itself, and is not asked for again.

    Args:
        data: the digest's JSON data.
        root: folder that the sources' paths are relative to.
    """
    files = [each for each in data["sources"] if "fetched" not in each.get("original", {})]
    changed = [one_line(each["path"]) for each in files if not _as_it_was(each, root)]
    if changed:
        named = ", ".join(changed[:_MOST_NAMED]) + (", …" if len(changed) > _MOST_NAMED else "")
        have = "has" if len(changed) == 1 else "have"
        yield (
            f"{len(changed)} of {len(data['sources'])} sources {have} changed, or moved, since the "
            f"digest was made, which keeps what was read: {named}"
        )


def _as_it_was(source: Data, root: Path) -> bool:
    try:
        content = read_file(root / source["path"], limit=ANY_SIZE)
    except SourceError:
        return False
    return bool(hashlib.sha256(content).hexdigest() == source["sha256"])
