"""Editions' names: the day, which of the day it is, and a fingerprint; they sort as they came."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)-(?P<number>\d{3,})-(?P<print>[0-9a-f]+)")
_HASH_LENGTH = 10


def next_name(day: str, fingerprint: str, others: Iterable[str]) -> str:
    """The name of an edition of this day beside others: `2026-01-31-002-3f9a0c12de`."""
    last = max((number_of(name) for name in others if name.startswith(day)), default=0)
    return f"{day}-{last + 1:03}-{fingerprint[:_HASH_LENGTH]}"


def number_of(name: str) -> int:
    """Which edition of its day it is, from 1; 0 for one that was named before they were counted."""
    match = _NAME.fullmatch(name)
    return int(match["number"]) if match else 0


def day_of(name: str) -> str:
    """The day in an edition's name, as `2026-01-31`."""
    return name[: len("2026-01-31")]
