"""Metadata as plain JSON values: whatever a YAML parser returns, and however much of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

_MOST_VALUES = 5_000
"""A few aliases of YAML can stand for billions of values; nobody's metadata has this many."""
_DEEPEST = 20
_LEFT_OUT = "…"


def plain_metadata(value: object) -> object:
    """Turn a value into dict, list, str, int, float, bool or None, in a stable order."""
    return _plain(value, iter(range(_MOST_VALUES)), _DEEPEST)


def _plain(value: object, budget: Iterator[int], depth: int) -> object:
    if depth == 0 or next(budget, None) is None:
        return _LEFT_OUT
    if isinstance(value, Mapping):
        items = _while_any_left(value.items(), budget)
        return {str(key): _plain(item, budget, depth - 1) for key, item in items}
    if isinstance(value, Set):
        value = sorted(value, key=str)
    if isinstance(value, (list, tuple)):
        return [_plain(item, budget, depth - 1) for item in _while_any_left(value, budget)]
    return _scalar(value)


def _while_any_left(items: Iterable[Any], budget: Iterator[int]) -> Iterator[Any]:
    for item in items:
        if next(budget, None) is None:
            return
        yield item


def _scalar(value: object) -> object:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return str(value)
