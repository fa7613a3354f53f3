"""Where an edition's sources lie, as the edition itself tells."""

from __future__ import annotations

from pathlib import Path

from bidigest.errors import DigestError
from bidigest.rendering import json as digest_json
from bidigest.rendering.json import Data


def edition_of(folder: Path) -> Path:
    """The folder itself where it holds a digest, or else what its `latest` names."""
    latest = folder / "latest"
    return latest if not (folder / digest_json.FILE).exists() and latest.exists() else folder


def sources_root(edition: Path, data: Data, root: Path | None) -> Path:
    """The folder that the sources' paths are relative to.

    It is `root` where that is given, or what the digest names; one made before digests named it
    was made where the program now runs, if anywhere. Raises DigestError for a name that is none.
    """
    if root is not None:
        return root
    named = data.get("root", None)
    if named is None:
        return Path()
    if not isinstance(named, str):
        raise DigestError(f'{edition / digest_json.FILE}: "root" is no path; build it again')
    return edition / named
