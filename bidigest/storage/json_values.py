"""Readings and digests, kept as plain JSON values and taken from there again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bidigest.model import Digest, Document, Ingested

__all__ = [
    "Ingested",
    "digest_from_json",
    "digest_to_json",
    "from_json",
    "to_json",
]


@cache
def _ingested() -> TypeAdapter[Ingested]:
    return TypeAdapter(Ingested)


@cache
def _digest() -> TypeAdapter[Digest]:
    return TypeAdapter(Digest)


def to_json(ingested: Ingested) -> dict[str, Any]:
    """Strings, numbers, lists and dictionaries only; dates in metadata become ISO 8601."""
    return _dump(_ingested(), replace(ingested, document=_writable(ingested.document)))


def from_json(values: Mapping[str, Any]) -> Ingested:
    """What `to_json` was given; raises pydantic's ValidationError for anything else."""
    return _ingested().validate_python(values)


def digest_to_json(digest: Digest) -> dict[str, Any]:
    """A digest with its documents, as `to_json` does it."""
    documents = tuple(_writable(document) for document in digest.documents)
    return _dump(_digest(), replace(digest, documents=documents))


def digest_from_json(values: Mapping[str, Any]) -> Digest:
    """What `digest_to_json` was given; raises pydantic's ValidationError for anything else."""
    return _digest().validate_python(values)


def _dump(adapter: TypeAdapter[Any], value: object) -> dict[str, Any]:
    values: dict[str, Any] = adapter.dump_python(value, mode="json", fallback=_plain)
    return values


def _writable(document: Document) -> Document:
    """Pydantic does not know a read-only mapping for what it is."""
    return replace(document, metadata=dict(document.metadata))


def _plain(value: object) -> object:
    """For what metadata may hold beside JSON's own: read-only mappings, and anything as text."""
    return dict(value) if isinstance(value, Mapping) else str(value)
