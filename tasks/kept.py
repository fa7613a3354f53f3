"""Which kept results are taken, and which are forgotten.

A record in the results folder names its own serializer, and Prefect obeys: a record that names
`pickle`, or a JSON decoder of its own, would run code as it is read.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from prefect.filesystems import LocalFileSystem, NullFileSystem
from prefect.results import ResultStore, get_default_result_storage
from prefect.serializers import JSONSerializer, Serializer

from bidigest.storage import strict_json

__all__ = ["OURS", "PLAIN", "forget_oldest", "is_ours"]

PLAIN: JSONSerializer[Any] = JSONSerializer(object_encoder=None, object_decoder=None)
"""JSON and nothing else: no names of classes to import."""

OURS = re.compile(r"(?:ingested|merged)-[0-9a-f]+|[0-9a-f]{32}")
"""Names of this project's records, and of the errors that Prefect keeps of runs that failed."""

MOST_KEPT = 5_000
"""Records in the results folder; the ones that were used longest ago go first."""

MOST_BYTES = 1_000_000_000
"""Of all these records together."""

IN_USE = 3600.0
"""Seconds in which a record was found and may not have been read yet: no run takes it away."""


def is_ours(store: ResultStore, key: str, serializer: Serializer) -> bool:
    """Whether what is kept under this key, if anything, can be read without running code.

    It then counts as used now.
    """
    storage: Any = store.result_storage or cast(Any, get_default_result_storage)(_sync=True)
    if isinstance(storage, NullFileSystem):
        return True
    try:
        content = storage.read_path(key, _sync=True)
    except (OSError, ValueError):
        # There is nothing yet.
        return True
    if isinstance(storage, LocalFileSystem):
        with suppress(OSError):
            os.utime(storage._resolve_path(key))
    return _names_only(serializer, content)


def forget_oldest(
    *, most: int = MOST_KEPT, most_bytes: int = MOST_BYTES, in_use: float = IN_USE
) -> None:
    """Remove this project's oldest records beyond these bounds, where they are files here.

    Other runs may be going: what they have found is younger than `in_use`, and stays.
    """
    storage: Any = cast(Any, get_default_result_storage)(_sync=True)
    if not isinstance(storage, LocalFileSystem):
        return
    used = time.time() - in_use
    for path, last_used in _beyond(_records(storage._resolve_path("")), most, most_bytes):
        if last_used < used:
            with suppress(OSError):
                path.unlink()


def _records(folder: Path) -> list[tuple[float, int, Path]]:
    """When each was last used, its bytes and its place; the one used last comes first."""
    found = []
    for path in folder.glob("*"):
        if OURS.fullmatch(path.name):
            with suppress(OSError):  # another run has just removed it
                status = path.stat()
                found.append((status.st_mtime, status.st_size, path))
    return sorted(found, reverse=True)


def _beyond(
    records: Sequence[tuple[float, int, Path]], most: int, most_bytes: int
) -> list[tuple[Path, float]]:
    total, beyond = 0, []
    for number, (last_used, size, path) in enumerate(records):
        total += size
        if number >= most or total > most_bytes:
            beyond.append((path, last_used))
    return beyond


def _names_only(serializer: Serializer, content: bytes) -> bool:
    """Whether the record names this serializer, and nothing that Prefect would put over it."""
    try:
        record = strict_json.loads(content)
        return bool(
            set(record) == {"metadata", "result"}
            and record["metadata"]["serializer"] == serializer.model_dump(mode="json")
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
