"""The day as of which a figure is told that grows or is another each day: tolls, prices of shares.

A day beside any other figure says when somebody spoke, and tells nothing.
"""

from __future__ import annotations

import datetime
import re

from bidigest.contrasts.cue_patterns import pattern
from bidigest.languages.patterns import pattern as listed
from bidigest.languages.word_lists import languages, sections_of
from bidigest.languages.zh.quantities.numerals import day_of_month

_LIST = "contrasts/days"
_AS_OF = listed(_LIST, "as of")
_DAILY = listed(_LIST, "daily")
_DAYS = tuple(listed(_LIST, "day", of=each) for each in languages())
_HOURS = tuple(listed(_LIST, "hour", of=each) for each in languages())
_WEEKDAYS = {
    word: number
    for each in languages()
    for line in sections_of(each, _LIST).get("weekdays", ())
    for number, words in enumerate(line.split())
    for word in words.split("-")
}
"""0 is Monday."""


def as_of(said: str, before: str, date: str) -> frozenset[str]:
    """Find the days that a figure is told of.

    Without a word on that, a count that grows holds for the `date` of its source, and a weekday is
    the last one before that.

    Args:
        said: the figure's clause, folded.
        before: what stands before it, folded.
        date: of the source (ISO 8601), or empty.
    """
    told = days(said) or days(f"{before} {said}")
    written = _day(date)
    if written is None:
        return told
    if not told:
        grows = pattern("growing").search(f"{before} {said}")
        return frozenset((written.isoformat(),)) if grows else told
    return frozenset(_dated(day, written) for day in told)


def _day(date: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(date[:10])
    except ValueError:
        return None


def _dated(day: str, written: datetime.date) -> str:
    """Resolve a day: yesterday, or the last weekday or day of a month not after the date."""
    if day in _BEFORE:
        return (written - datetime.timedelta(days=_BEFORE[day])).isoformat()
    for back in range(_LONGEST_MONTH):
        then = written - datetime.timedelta(days=back)
        if day == f"w{then.weekday()}" or day == f"d{then.day}":
            return then.isoformat()
    return day


_LONGEST_MONTH = 31
_BEFORE = {"today": 0, "yesterday": 1}
"""Days before the source's date, by how they are named; without a date nobody knows which."""


def days(text: str) -> frozenset[str]:
    """Find the days (`d8`, `w0` for Monday, `yesterday`) as of which such a figure is told."""
    if not (_AS_OF.search(text) or _DAILY.search(text)):
        return frozenset()
    return frozenset(_named(found) for each in _DAYS for found in each.finditer(text))


def _named(match: re.Match[str]) -> str:
    said = match.groupdict()
    if relative := next((name for name in _BEFORE if said.get(name)), ""):
        return relative
    if weekday := said.get("weekday"):
        return f"w{_WEEKDAYS[weekday]}"
    return f"d{day_of_month(said.get('day') or said.get('day_spelt') or said['day_first'])}"


def hours(text: str) -> frozenset[str]:
    """Find the hours as of which something is counted that grows: 8, or 8p where it says p.m."""
    found = (match for each in _HOURS for match in each.finditer(text))
    return frozenset(m["hour"].lstrip("0") + (m.groupdict().get("half") or "") for m in found)


def other_days(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both are told by day or both by weekday, and none is the same."""
    return any(
        mine and theirs and mine.isdisjoint(theirs)
        for mine, theirs in ((_of(ones, kind), _of(others, kind)) for kind in ("d", "w", "2"))
    ) and ones.isdisjoint(others)


def _of(found: frozenset[str], kind: str) -> frozenset[str]:
    """Choose the days of a kind: of a month, of a week, or dates (all of this millennium)."""
    return frozenset(day for day in found if day[0] == kind)
