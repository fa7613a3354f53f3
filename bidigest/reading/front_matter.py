"""YAML front matter: what a source says about itself, which is nobody's evidence."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import yaml

from bidigest.model import Span

_BLOCK = re.compile(r"---[ \t]*(\r\n|\r|\n)")
_CLOSING = re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)")
_KEY = re.compile(r"\s*[\w\"'-][\w .\"'-]{0,60}:(?:\s|$)")
_LONGEST = 64 * 1024
"""Code points; a block that has not ended by then is no front matter."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block with its marks, and what it says as JSON values."""

    span: Span
    metadata: Mapping[str, object]

    @property
    def title(self) -> str:
        title = self.metadata.get("title")
        return title.strip() if isinstance(title, str) else ""


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter, with empty metadata where its YAML is broken or unsafe."""
    opening = _BLOCK.match(text)
    if not opening:
        return None
    # From the newline on, so that an empty block has its closing mark found.
    closing = _CLOSING.search(text, opening.start(1), _LONGEST)
    if not closing:
        return None
    block = text[opening.end() : max(opening.end(), closing.start())]
    metadata = _parse(block)
    if not metadata and block.strip() and not _KEY.match(block):
        return None
    return FrontMatter(Span(0, closing.end()), MappingProxyType(metadata))


class _Loader(yaml.SafeLoader):
    """Plain data only: no objects, and no aliases, which can expand without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are refused")
        return super().compose_node(parent, index)


def _parse(block: str) -> dict[str, object]:
    try:
        data = yaml.load(block, Loader=_Loader)
        return _as_json(data) if isinstance(data, dict) else {}  # type: ignore[return-value]
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError):
        # ValueError: a date such as 2025-13-45; RecursionError: nesting without end.
        return {}


def _as_json(value: object) -> object:
    """The value as JSON can hold it: dates in ISO 8601, keys as strings."""
    if isinstance(value, dict):
        return {str(_as_json(key)): _as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    if isinstance(value, set):
        return sorted(str(_as_json(item)) for item in value)
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
