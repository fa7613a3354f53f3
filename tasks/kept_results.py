"""Kept results: which are taken, and which are forgotten.

A record in the results folder names its own serializer, and Prefect obeys: a record that names
`pickle`, or a JSON decoder of its own, would run code as it is read.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import Any, cast

from prefect.filesystems import LocalFileSystem, NullFileSystem
from prefect.results import ResultStore, get_default_result_storage
from prefect.serializers import Serializer

from bidigest.storage import eviction
from bidigest.storage.cache_files import strict_json
from bidigest.storage.eviction import IN_USE

__all__ = ["OURS", "forget_oldest", "is_ours"]

OURS = re.compile(r"(?:ingested|merged)-[0-9a-f]+|[0-9a-f]{32}")
"""Names of this project's records, earlier ones too, and of errors that Prefect keeps."""

MOST_KEPT = 5_000
"""Records in the results folder; the ones that were used longest ago go first."""

MOST_BYTES = 1_000_000_000
"""Of all these records together."""


def is_ours(store: ResultStore, key: str, serializer: Serializer) -> bool:
    """Tell whether what is kept under a key, if anything, can be read without running code.

    It then counts as used now.

    Args:
        store: Prefect's store of results.
        key: of the record.
        serializer: by which it must have been written.
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
    """Remove this project's oldest records beyond some bounds, where they are files here.

    Args:
        most: how many may stay.
        most_bytes: how large they may be together.
        in_use: seconds for which a record stays in any case, as other runs may need it.
    """
    storage: Any = cast(Any, get_default_result_storage)(_sync=True)
    if not isinstance(storage, LocalFileSystem):
        return
    records = storage._resolve_path("").glob("*")
    ours = [path for path in records if OURS.fullmatch(path.name)]
    eviction.forget_oldest(ours, most=most, most_bytes=most_bytes, in_use=in_use)


def _names_only(serializer: Serializer, content: bytes) -> bool:
    """Tell whether the record names this serializer, and nothing that Prefect would put over it."""
    try:
        record = strict_json(content)
        return bool(
            set(record) == {"metadata", "result"}
            and record["metadata"]["serializer"] == serializer.model_dump(mode="json")
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
