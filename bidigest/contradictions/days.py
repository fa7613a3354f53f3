"""The day as of which a growing figure is told: tolls, cases, votes counted.

A day beside any other figure says when somebody spoke, and tells nothing.
"""

from __future__ import annotations

import datetime
import re

from bidigest.contrasts.cue_patterns import pattern

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMES = "|".join(_MONTHS)
_GROWING = re.compile(
    r"\b(?:as of|by|until|so far|up to|had (?:been )?reported|(?:ris(?:e|en)|rose|climb(?:ed|s)?"
    r"|grew|grown|increased|jumped|passed|reached|revised|updated)\b)"
    r"|截至|截止|[增升]至|升到|增加[到至]|达到|更新|[增升]到|累计"
)
_DAY = re.compile(
    rf"\b(?:(?P<month>{_NAMES})[a-z]*\.? (?P<day>\d{{1,2}})(?!\d)"
    rf"|(?P<first>\d{{1,2}}) (?P<named>{_NAMES})[a-z]*\b)"
    r"|(?<!\d)(?:(?P<numbered>\d{1,2}) ?月 ?)?(?P<date>\d{1,2}) ?日"
    r"|\b(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:周|星期|礼拜)(?P<han>[一二三四五六日天])"
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_HAN = "一二三四五六日"


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
    """Resolve a weekday or a day of a month: the last one that is not after the source's date."""
    for back in range(_LONGEST_MONTH):
        then = written - datetime.timedelta(days=back)
        if day == f"w{then.weekday()}" or day == f"d{then.day}":
            return then.isoformat()
    return day


_LONGEST_MONTH = 31


def days(text: str) -> frozenset[str]:
    """Find the days (`d8`) and weekdays (`w0`, Monday) as of which a growing figure is told."""
    if not _GROWING.search(text):
        return frozenset()
    return frozenset(map(_named, _DAY.finditer(text)))


def _named(match: re.Match[str]) -> str:
    if weekday := match["weekday"]:
        return f"w{_WEEKDAYS.index(weekday)}"
    if han := match["han"]:
        return f"w{_HAN.index(han.replace('天', '日'))}"
    return f"d{int(match['day'] or match['first'] or match['date'])}"


def other_days(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both are told by day or both by weekday, and none is the same."""
    return any(
        mine and theirs and mine.isdisjoint(theirs)
        for mine, theirs in ((_of(ones, kind), _of(others, kind)) for kind in ("d", "w", "2"))
    ) and ones.isdisjoint(others)


def _of(found: frozenset[str], kind: str) -> frozenset[str]:
    """Choose the days of a kind: of a month, of a week, or dates (all of this millennium)."""
    return frozenset(day for day in found if day[0] == kind)
