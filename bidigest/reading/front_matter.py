"""Front matter: what a source says about itself, which is nobody's evidence.

YAML between `---`, TOML between `+++` or as bare lines, a JSON object, or the head of a mail.
"""

from __future__ import annotations

import datetime
import json
import math
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.parser import HeaderParser
from types import MappingProxyType

import yaml

from bidigest.model import Span

_NEWLINE = r"(?:\r\n|\r|\n)"
_YAML = re.compile(r"---[ \t]*(\r\n|\r|\n)")
_YAML_END = re.compile(rf"{_NEWLINE}(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*(\r\n|\r|\n)")
_TOML_END = re.compile(rf"{_NEWLINE}\+\+\+[ \t]*(?=\r|\n|\Z)")
_KEY = re.compile(r"\s*[\w\"'-][\w .\"'-]{0,60}:(?:\s|$)")
_BARE_TOML = re.compile(
    rf"(?:[A-Za-z_][\w-]{{0,40}} = (?:\"[^\r\n]{{0,500}}\"|'[^\r\n]{{0,500}}'|\[[^\r\n]{{0,500}}\]"
    rf"|true|false|\d[\d:.T+Z-]{{0,30}})[ \t]*(?:{_NEWLINE}|\Z)){{1,40}}"
)
_MAIL = re.compile(
    r"(?:(?:From|To|Cc|Subject|Date|Sent|Reply-To|Message-ID): "
    rf"[^\r\n]{{1,1000}}{_NEWLINE}){{2,12}}(?={_NEWLINE})"
)
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
        """What it calls the source: a title or, of a mail, its subject; empty where it does not."""
        title = self.metadata.get("title") or self.metadata.get("Subject")
        return title.strip() if isinstance(title, str) else ""


def find_front_matter(text: str) -> FrontMatter | None:
    """Find the front matter, with empty metadata where its notation is broken or unsafe."""
    found = (read(text) for read in (_of_yaml, _of_toml, _of_json, _of_bare_toml, _of_mail))
    return next((front_matter for front_matter in found if front_matter), None)


def _of_yaml(text: str) -> FrontMatter | None:
    block = _between(text, _YAML, _YAML_END)
    if not block:
        return None
    span, inside = block
    metadata = _parsed(_load_yaml, inside)
    if not metadata and inside.strip() and not _KEY.match(inside):
        return None
    return FrontMatter(span, metadata)


def _of_toml(text: str) -> FrontMatter | None:
    block = _between(text, _TOML, _TOML_END)
    return FrontMatter(block[0], _parsed(tomllib.loads, block[1])) if block else None


def _of_bare_toml(text: str) -> FrontMatter | None:
    """Read lines such as `title = "…"` that lost their marks."""
    match = _BARE_TOML.match(text)
    metadata = _parsed(tomllib.loads, match.group()) if match else {}
    return (
        FrontMatter(Span(0, len(match.group().rstrip())), metadata) if match and metadata else None
    )


def _of_json(text: str) -> FrontMatter | None:
    """Read an object that something else follows; a file that is nothing else has no text."""
    if not text.startswith("{"):
        return None
    try:
        data, end = json.JSONDecoder().raw_decode(text[:_LONGEST])
    except (ValueError, RecursionError):
        return None
    after = text[end:]
    if not isinstance(data, dict) or not after.strip() or after.lstrip(" \t")[:1] not in "\r\n":
        return None
    return FrontMatter(Span(0, end), _parsed(lambda _: data, ""))


def _of_mail(text: str) -> FrontMatter | None:
    match = _MAIL.match(text)
    if not match:
        return None
    head = HeaderParser().parsestr(match.group())
    return FrontMatter(
        Span(0, len(match.group().rstrip())), _parsed(lambda _: dict(head.items()), "")
    )


def _between(
    text: str, opening: re.Pattern[str], closing: re.Pattern[str]
) -> tuple[Span, str] | None:
    """Find the block with its marks, and what is between them."""
    begins = opening.match(text)
    # From the newline on, so that an empty block has its closing mark found.
    ends = closing.search(text, begins.start(1), _LONGEST) if begins else None
    if not begins or not ends:
        return None
    return Span(0, ends.end()), text[begins.end() : max(begins.end(), ends.start())]


def _parsed(load: Callable[[str], object], block: str) -> Mapping[str, object]:
    try:
        data = load(block)
        values = as_json(data) if isinstance(data, dict) else {}
    except (yaml.YAMLError, ValueError, TypeError, OverflowError, RecursionError):
        # ValueError: a date such as 2025-13-45; RecursionError: nesting without end.
        values = {}
    return MappingProxyType(values if isinstance(values, dict) else {})


def _load_yaml(block: str) -> object:
    return yaml.load(block, Loader=_Loader)


class _Loader(yaml.SafeLoader):
    """Plain data only: no objects, and no aliases, which can expand without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Compose a node, but refuse aliases."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are refused")
        return super().compose_node(parent, index)


def as_json(value: object) -> object:
    """Turn a value into what JSON can hold: dates in ISO 8601, keys as strings."""
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
