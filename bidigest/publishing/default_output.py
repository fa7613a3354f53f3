"""The default output folder: named after the digest's sources, and shared with no others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bidigest.checking.edition_folder import damage_as_error, edition_of, live_root, sources_root
from bidigest.errors import DigestError, OptionsError
from bidigest.publishing.output_folder import LATEST
from bidigest.reading.located_sources import is_address
from bidigest.reading.shared_folder import in_full, shared_folder
from bidigest.rendering import json as digest_json

OUTPUTS = Path("outputs")
_UNNAMED = "digest"
_LONGEST = 80
_NO_WORD, _PORT = re.compile(r"[^\w.]+"), re.compile(r":\d+$")


def default_output(sources: Sequence[str], here: Path) -> Path:
    """Name `outputs/` and the one source, or the folder that holds all of them."""
    full = [in_full(source, here) for source in sources if not is_address(source)]
    if not full:
        return OUTPUTS / (_of_the_web(sources) or _UNNAMED)
    only = Path(os.path.normpath(full[0]))
    named = only.stem if len(full) == 1 and only.is_file() else shared_folder(full).name
    return OUTPUTS / (named or _UNNAMED)


def earlier_output(folder: Path, here: Path) -> Path | None:
    """Find where a digest of a folder's texts already lies, relative to it; None for the default.

    Args:
        folder: the folder.
        here: from where digests were made.
    """
    output = here / default_output([str(folder)], here)
    if not (output / LATEST).exists():
        return None
    with suppress(OptionsError):
        refuse_digest_of_others(output, [folder / "any"])
        found = Path(os.path.relpath(output.resolve(), folder.resolve()))
        return None if found == OUTPUTS / folder.resolve().name else found
    return None


def _of_the_web(addresses: Sequence[str]) -> str:
    """Name what several addresses have in common: the host, and of a single one the page."""
    parts = [urlsplit(address.strip()) for address in addresses]
    hosts = {_PORT.sub("", each.netloc.rpartition("@")[2]).lower() for each in parts}
    words = [*hosts, *([parts[0].path] if len(parts) == 1 else [])] if len(hosts) == 1 else []
    return _NO_WORD.sub("-", unquote(" ".join(words))).strip("-.")[:_LONGEST]


def refuse_digest_of_others(output: Path, files: Iterable[Path]) -> None:
    """Refuse an output folder that holds a digest of sources in entirely other folders.

    Two folders of one name would otherwise take turns in one output folder.

    Raises:
        OptionsError: it does.
    """
    kept = os.path.realpath(output)  # of what was fetched
    theirs = {each for each in _folders_of_latest(output) if not each.is_relative_to(kept)}
    ours = {Path(os.path.realpath(path)).parent for path in files}
    if theirs and not any(_one_below(a, b) for a in theirs for b in ours):
        raise OptionsError(
            f"{output}: holds the digest of sources in {min(theirs)}; name another output folder"
        )


def _folders_of_latest(output: Path) -> set[Path]:
    """Return the folders of the latest edition's sources; none where there is none."""
    edition = edition_of(output)
    with suppress(DigestError), damage_as_error(edition):
        data = digest_json.load(edition)
        root = live_root(edition) or sources_root(edition, data, None)
        return {Path(os.path.realpath(root / each["path"])).parent for each in data["sources"]}
    return set()


def _one_below(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)
