"""When a source was published, as its front matter has it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from contextlib import suppress
from email.utils import parsedate
from functools import lru_cache

_NAMES = (
    "date", "pubdate", "published", "publishdate", "publisheddate", "datepublished", "publishedat",
    "publishedon", "publicationdate", "发布日期", "发布时间", "發布日期", "發布時間", "發佈日期",
    "發佈時間", "日期",
)  # fmt: skip
"""What writers and their programs call it; the first that tells a day counts."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")
_DAY = re.compile(r"((?:19|20)\d\d)(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?!\d)")
_WRITTEN = ("%b %d %Y", "%B %d %Y", "%d %b %Y", "%d %B %Y")
"""Days with an English month: `Jan 30 2026`, `30 January 2026`."""
_COMMA = re.compile(r",\s*")
_APART = re.compile(r"[\W_]+")


def stated_date(metadata: Mapping[str, object]) -> str:
    """Find the day, in ISO 8601; where none is told, what the field `date` says, or nothing.

    Args:
        metadata: of the front matter.
    """
    said = metadata.get("date") if metadata else ""
    if isinstance(said, str) and (not metadata or _ISO.match(said)):
        return said
    return _of_fields(tuple((name, str(value)) for name, value in metadata.items() if value))


@lru_cache(maxsize=1024)
def _of_fields(fields: tuple[tuple[str, str], ...]) -> str:
    """Find the day among fields, given as names and values."""
    named = {_APART.sub("", name).lower(): value for name, value in reversed(fields)}
    days = (_day_in(named[name].strip()) for name in _NAMES if name in named)
    return next(filter(None, days), named.get("date", ""))


def _day_in(said: str) -> str:
    """Return a day in ISO 8601, however it is written: `2026/1/30`, `Jan 30, 2026`; else ``."""
    if _ISO.match(said):
        return said
    numbers = _DAY.match(said)
    if numbers:
        return _iso(*map(int, numbers.groups()))
    sent = parsedate(said)
    if sent is not None:
        return _iso(*sent[:3])
    for written in _WRITTEN:
        with suppress(ValueError):
            day = datetime.datetime.strptime(_COMMA.sub(" ", said), written)
            return day.date().isoformat()
    return ""


def _iso(year: int, month: int, day: int) -> str:
    """Write a day in ISO 8601; empty where there is none such."""
    with suppress(ValueError):
        return datetime.date(year, month, day).isoformat()
    return ""
