"""Digests as plain JSON values, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bidigest.model import Digest, Document

__all__ = ["digest_from_json", "digest_to_json"]


@cache
def _digest() -> TypeAdapter[Digest]:
    return TypeAdapter(Digest)


def digest_to_json(digest: Digest) -> dict[str, Any]:
    """Turn a digest with its documents into plain values; dates in metadata become ISO 8601."""
    documents = tuple(_writable(document) for document in digest.documents)
    return _dump(_digest(), replace(digest, documents=documents))


def digest_from_json(values: Mapping[str, Any]) -> Digest:
    """Restore what `digest_to_json` was given.

    Raises:
        pydantic.ValidationError: the values are anything else.
    """
    return _digest().validate_python(values)


def _dump(adapter: TypeAdapter[Any], value: object) -> dict[str, Any]:
    values: dict[str, Any] = adapter.dump_python(value, mode="json", fallback=_plain)
    return values


def _writable(document: Document) -> Document:
    """Copy the document's metadata, since pydantic does not know a read-only mapping for one."""
    return replace(document, metadata=dict(document.metadata))


def _plain(value: object) -> object:
    """Turn metadata that is not JSON into such: read-only mappings; anything else becomes text."""
    return dict(value) if isinstance(value, Mapping) else str(value)
