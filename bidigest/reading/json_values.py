"""Metadata as JSON can hold it."""

from __future__ import annotations

import datetime
import math
import re

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def as_json(value: object) -> object:
    """The value as JSON can hold it: dates in ISO 8601, keys as strings."""
    if isinstance(value, dict):
        return {str(as_json(key)): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if isinstance(value, set):
        return sorted(str(as_json(item)) for item in value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return _scalar(value)


def _scalar(value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else f"{value:#x}"
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return _SURROGATE.sub("\ufffd", value if isinstance(value, str) else repr(value))
