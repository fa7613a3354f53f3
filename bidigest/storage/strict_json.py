"""JSON whose meaning is the same to every reader."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any


def loads(text: str | bytes) -> Any:
    """Parse JSON in which no name stands twice; readers differ in which of the two they believe.

    Raises:
        ValueError: it is no JSON, or a name stands twice in an object.
    """
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name twice")
    return values
