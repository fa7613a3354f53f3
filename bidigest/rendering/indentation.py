"""JSON with one value a line, several times faster than the standard library indents it."""

from __future__ import annotations

import math
from json.encoder import encode_basestring as _quoted
from typing import Any


def indented(value: Any, line: str = "\n") -> str:
    """As `json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)`; keys are strings.

    `line` begins a line at the value's own depth. Raises ValueError for infinity and NaN.
    """
    kind = type(value)
    if kind is str:
        return _quoted(value)
    if kind is dict and value:
        inner = line + " "
        items = [f"{_quoted(key)}: {indented(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}"
    if kind is list and value:
        inner = line + " "
        return f"[{inner}{f',{inner}'.join([indented(item, inner) for item in value])}{line}]"
    if kind is int:
        return repr(value)
    return _scalar(value)


def _scalar(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value!r} is not JSON")
        return float.__repr__(value)
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    raise TypeError(f"{type(value).__name__} is not JSON")
