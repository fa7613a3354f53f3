"""The folder of an edition: where its sources lie, if they changed, and if its data is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bidigest.errors import DigestError
from bidigest.reading.source_filters import EDITIONS
from bidigest.reading.sources import read_unchanged
from bidigest.rendering import json as digest_json
from bidigest.rendering.escaping import one_line
from bidigest.rendering.json import Data

SOURCE_ROOT = ".source-root"
"""The file of an output folder that says where its sources lie."""

_MOST_NAMED = 3


def edition_of(folder: Path) -> Path:
    """Return the folder itself where it holds a digest, or else what its `latest` names."""
    latest = folder / "latest"
    return latest if not (folder / digest_json.FILE).exists() and latest.exists() else folder


def sources_root(edition: Path, data: Data, root: Path | None) -> Path:
    """Return the folder that the sources' paths are relative to.

    Args:
        edition: folder of the edition.
        data: its JSON data; one made before digests named their root was made where the program
            now runs, if anywhere.
        root: returned as it is, if given.

    Raises:
        DigestError: the digest names a root that is no path.
    """
    if root is not None:
        return root
    named = data.get("root", None)
    if named is None:
        return Path()
    if not isinstance(named, str):
        raise DigestError(f'{edition / digest_json.FILE}: "root" is no path; build it again')
    return edition / named


def live_root(edition: Path) -> Path | None:
    """Return where the sources lay that the edition's output folder was last made of.

    None for an edition that is in no output folder, as one that was sent.
    """
    editions = edition.resolve().parent
    with suppress(OSError, ValueError):
        if editions.name == EDITIONS:
            way = os.fsdecode((editions.parent / SOURCE_ROOT).read_bytes())
            return Path(os.path.normpath(editions.parent / way))
    return None


@contextmanager
def damage_as_error(*editions: Path) -> Iterator[None]:
    """Turn what a `digest.json` of another shape raises into one line with a remedy.

    Args:
        editions: folders of the digests that are looked into.

    Raises:
        DigestError: a value is missing, or of another type.
    """
    try:
        yield
    except DigestError:
        raise
    except (KeyError, TypeError, AttributeError, IndexError, ValueError) as error:
        files = " or ".join(str(edition / digest_json.FILE) for edition in editions)
        raise DigestError(f"{files}: not in its format ({error!r}); build it again") from error


def changed_since(data: Data, root: Path) -> Iterator[str]:
    """Say in one line which sources have been written to or moved since; nothing if none has.

    What stands at an address changes by itself, and is not asked for again.

    Args:
        data: the digest's JSON data.
        root: folder that the sources' paths are relative to.
    """
    files = [each for each in data["sources"] if "fetched" not in each.get("original", {})]
    changed = [
        one_line(each["path"])
        for each in files
        if read_unchanged(root / each["path"], each["sha256"]) is None
    ]
    if changed:
        named = ", ".join(changed[:_MOST_NAMED]) + (", …" if len(changed) > _MOST_NAMED else "")
        have = "has" if len(changed) == 1 else "have"
        yield (
            f"{len(changed)} of {len(data['sources'])} sources {have} changed, or moved, since the "
            f"digest was made, which keeps what was read: {named}"
        )
