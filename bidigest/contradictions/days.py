"""The day as of which a figure is told that grows from day to day: tolls, cases, votes counted.

A day beside any other figure says when somebody spoke, and tells nothing.
"""

from __future__ import annotations

import re

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


def days(text: str) -> frozenset[str]:
    """The days (`d8`) and weekdays (`w0`, Monday) that folded text tells a growing figure of."""
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
    """Are both told by day or both by weekday, and is none the same?"""
    return any(
        mine and theirs and mine.isdisjoint(theirs)
        for mine, theirs in ((_of(ones, kind), _of(others, kind)) for kind in ("d", "w"))
    ) and ones.isdisjoint(others)


def _of(found: frozenset[str], kind: str) -> frozenset[str]:
    return frozenset(day for day in found if day[0] == kind)
