"""Which kept results are taken: those that are plain JSON, as this project writes them.

A record in the results folder names its own serializer, and Prefect obeys: a record that names
`pickle`, or a JSON decoder of its own, would run code as it is read.
"""

from __future__ import annotations

import json
from typing import Any

from prefect import results
from prefect.results import ResultStore
from prefect.serializers import JSONSerializer

__all__ = ["PLAIN", "is_plain"]

PLAIN: JSONSerializer[Any] = JSONSerializer(object_encoder=None, object_decoder=None)
"""JSON and nothing else: no names of classes to import."""


def is_plain(store: ResultStore, key: str) -> bool:
    """Whether what is kept under this key, if anything, can be read without running code."""
    content = _read(store, key)
    if content is None:
        return True
    try:
        return bool(json.loads(content)["metadata"]["serializer"] == PLAIN.model_dump(mode="json"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def _read(store: ResultStore, key: str) -> bytes | None:
    # Prefect's own types know neither the synchronous form nor this way of calling it.
    prefect_results: Any = results
    storage = store.result_storage or prefect_results.get_default_result_storage(_sync=True)
    read = prefect_results.call_explicitly_sync_block_method
    try:
        content: bytes | None = read(storage, "read_path", (key,), {})
    except (OSError, ValueError):
        return None
    return content
