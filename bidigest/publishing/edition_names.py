"""Names of editions: the day, its number within the day, and a fingerprint; they sort by age."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)-(?P<number>\d{3,})-(?P<print>[0-9a-f]+)")
_HASH_LENGTH = 10


def next_name(day: str, fingerprint: str, others: Iterable[str]) -> str:
    """Name an edition of this day beside others: `2026-01-31-002-3f9a0c12de`.

    Args:
        day: ISO 8601 calendar date.
        fingerprint: hash of the edition's content.
        others: names of all editions that there are.
    """
    last = max((number_of(name) for name in others if name.startswith(day)), default=0)
    return f"{day}-{last + 1:03}-{fingerprint[:_HASH_LENGTH]}"


def number_of(name: str) -> int:
    """Return the number of an edition within its day, from 1; 0 where its name has none."""
    match = _NAME.fullmatch(name)
    return int(match["number"]) if match else 0


def day_of(name: str) -> str:
    """Return the day in an edition's name, as `2026-01-31`."""
    return name[: len("2026-01-31")]
