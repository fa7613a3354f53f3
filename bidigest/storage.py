"""A source's reading, kept as plain JSON values: what was read, and what matters in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from bidigest.model import Document, Summary

__all__ = ["Ingested", "from_json", "to_json"]


@dataclass(frozen=True, slots=True)
class Ingested:
    """A source, read and ranked."""

    document: Document
    summary: Summary


@cache
def _adapter() -> TypeAdapter[Ingested]:
    return TypeAdapter(Ingested)


def to_json(ingested: Ingested) -> dict[str, Any]:
    """Strings, numbers, lists and dictionaries only; dates in metadata become ISO 8601."""
    document = replace(ingested.document, metadata=dict(ingested.document.metadata))
    plain = replace(ingested, document=document)
    values: dict[str, Any] = _adapter().dump_python(plain, mode="json", fallback=_plain)
    return values


def _plain(value: object) -> object:
    """For what metadata may hold beside JSON's own: read-only mappings, and anything as text."""
    return dict(value) if isinstance(value, Mapping) else str(value)


def from_json(values: Mapping[str, Any]) -> Ingested:
    """What `to_json` was given; raises pydantic's ValidationError for anything else."""
    return _adapter().validate_python(values)
