"""A digest as a stored result: JSON, without pickles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from prefect.serializers import Serializer
from pydantic import Field, TypeAdapter

from bidigest.model import Digest

__all__ = ["DigestSerializer"]


class DigestSerializer(Serializer):  # Prefect cannot take a parameter here
    """Digests as JSON, and nothing else.

    Errors, which Prefect would keep too, are refused: its own form of them names classes to
    import, and nobody reads them again.
    """

    type: str = Field(default="bidigest-digest", frozen=True)

    def dumps(self, obj: Any) -> bytes:
        """Serialize a digest as UTF-8 JSON.

        Raises:
            TypeError: it is anything but a digest.
        """
        if not isinstance(obj, Digest):
            raise TypeError(f"{type(obj).__name__} is not kept")
        return json.dumps({"digest": _digest_to_json(obj)}, ensure_ascii=False).encode()

    def loads(self, blob: bytes) -> Digest:
        """Restore a digest.

        Raises:
            ValueError: it is anything else.
        """
        values = json.loads(blob)
        if not isinstance(values, dict) or "digest" not in values:
            raise ValueError("not a digest")
        return _digest_from_json(values["digest"])


@cache
def _digest() -> TypeAdapter[Digest]:
    return TypeAdapter(Digest)


def _digest_to_json(digest: Digest) -> dict[str, Any]:
    """Turn a digest with its documents into plain values; dates in metadata become ISO 8601."""
    # pydantic does not know a read-only mapping for one.
    documents = tuple(replace(each, metadata=dict(each.metadata)) for each in digest.documents)
    values: dict[str, Any] = _digest().dump_python(
        replace(digest, documents=documents), mode="json", fallback=_plain
    )
    return values


def _digest_from_json(values: Mapping[str, Any]) -> Digest:
    """Restore what `_digest_to_json` was given.

    Raises:
        pydantic.ValidationError: the values are anything else.
    """
    return _digest().validate_python(values)


def _plain(value: object) -> object:
    """Turn metadata that is not JSON into such: read-only mappings; anything else becomes text."""
    return dict(value) if isinstance(value, Mapping) else str(value)
