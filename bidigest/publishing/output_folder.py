"""An output folder: its editions by age, `latest`, and what is cleared away.

An edition is named after the day, its number within the day, and a fingerprint.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from bidigest.checking.edition_folder import SOURCE_ROOT
from bidigest.errors import DigestError
from bidigest.reading.source_filters import EDITIONS
from bidigest.rendering import json as digest_json

LATEST = "latest"
"""The link to the newest edition."""

UNFINISHED = ".unfinished-"
"""What the name of anything begins with that is being written, or removed."""

FEED = "feed.xml"
"""What is new in each edition, for readers of feeds."""

_NAME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)-(?P<number>\d{3,})-(?P<fingerprint>[0-9a-f]+)")
_HASH_LENGTH = 10


def next_name(day: str, fingerprint: str, others: Iterable[str]) -> str:
    """Name an edition of this day beside others: `2026-01-31-002-3f9a0c12de`.

    Args:
        day: ISO 8601 calendar date.
        fingerprint: hash of the edition's content.
        others: names of all editions that there are.
    """
    last = max((number_of(name) for name in others if name.startswith(day)), default=0)
    return f"{day}-{last + 1:03}-{fingerprint[:_HASH_LENGTH]}"


def number_of(name: str) -> int:
    """Return the number of an edition within its day, from 1; 0 where its name has none."""
    match = _NAME.fullmatch(name)
    return int(match["number"]) if match else 0


def day_of(name: str) -> str:
    """Return the day in an edition's name, as `2026-01-31`."""
    return name[: len("2026-01-31")]


def latest_name(output: Path) -> str | None:
    """Return the name of the edition that `latest` leads to; None before the first."""
    link = output / LATEST
    if not link.is_symlink():
        if link.exists():
            raise DigestError(f"{link}: not a link that bidigest made; move it away")
        return None
    return link.readlink().name


def point_latest(output: Path, name: str) -> None:
    """Let `latest` lead to the edition of that name, from one moment to the next."""
    temporary = output / f"{UNFINISHED}{LATEST}"
    temporary.symlink_to(Path(EDITIONS) / name, target_is_directory=True)
    temporary.replace(output / LATEST)
    sync_folder(output)


def remember_root(output: Path, root: Path) -> None:
    """Note where the sources of the newest edition lie, as seen from the output folder.

    An edition does not say it: it is sent to others.
    """
    way = os.path.relpath(os.path.realpath(root), os.path.realpath(output))
    content = os.fsencode(Path(way).as_posix())
    file = output / SOURCE_ROOT
    if not file.is_file() or file.read_bytes() != content:
        temporary = output / f"{UNFINISHED}root"
        write_durably(temporary, content)
        temporary.replace(file)


def edition_folders(output: Path) -> list[Path]:
    """List the folders of the editions, the oldest first."""
    folders = [
        folder
        for folder in (output / EDITIONS).iterdir()
        if (folder / digest_json.FILE).is_file() and not folder.is_symlink()
    ]
    return sorted(folders, key=_age)


def _age(folder: Path) -> tuple[str, int, int, str]:
    """Return a key to sort editions by name; those of a day without numbers, by when written."""
    written = (folder / digest_json.FILE).stat().st_mtime_ns
    return day_of(folder.name), number_of(folder.name), written, folder.name


def clear_unfinished(output: Path) -> None:
    """Remove what killed runs left behind; only ever called with the lock held."""
    for left in (*output.glob(f"{UNFINISHED}*"), *(output / EDITIONS).glob(f"{UNFINISHED}*")):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()


def clear_old(output: Path, keep: int) -> None:
    """Remove the oldest editions beyond `keep`, never the one that `latest` names."""
    latest, folders = latest_name(output), edition_folders(output)
    surplus = max(0, len(folders) - keep)
    for folder in [folder for folder in folders if folder.name != latest][:surplus]:
        # Out of sight first, so that a reader never sees half an edition.
        hidden = folder.with_name(UNFINISHED + folder.name)
        folder.replace(hidden)
        shutil.rmtree(hidden)


def write_durably(file: Path, content: bytes) -> None:
    """Write a file that lasts through a power cut."""
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in the folder last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
