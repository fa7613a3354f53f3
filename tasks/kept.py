"""Which kept results are taken: those that are plain JSON, as this project writes them.

A record in the results folder names its own serializer, and Prefect obeys: a record that names
`pickle`, or a JSON decoder of its own, would run code as it is read.
"""

from __future__ import annotations

import json
from typing import Any, cast

from prefect.filesystems import NullFileSystem
from prefect.results import ResultStore, get_default_result_storage
from prefect.serializers import JSONSerializer

__all__ = ["PLAIN", "is_plain"]

PLAIN: JSONSerializer[Any] = JSONSerializer(object_encoder=None, object_decoder=None)
"""JSON and nothing else: no names of classes to import."""


def is_plain(store: ResultStore, key: str) -> bool:
    """Whether what is kept under this key, if anything, can be read without running code."""
    storage: Any = store.result_storage or cast(Any, get_default_result_storage)(_sync=True)
    if isinstance(storage, NullFileSystem):
        return True
    try:
        content = storage.read_path(key, _sync=True)
    except (OSError, ValueError):
        # There is nothing yet.
        return True
    return _names_our_serializer(content)


def _names_our_serializer(content: bytes) -> bool:
    try:
        return bool(json.loads(content)["metadata"]["serializer"] == PLAIN.model_dump(mode="json"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
