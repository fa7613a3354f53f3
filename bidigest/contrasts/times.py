"""Times: years, and parts of a year, as far as words tell; "last year" by a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import languages, lines_of
from bidigest.languages.zh.quantities.numerals import day_of_month

_YEAR = pattern("contrasts/times", "year")
_PART = pattern("contrasts/times", "part")
_RELATIVE = pattern("contrasts/times", "relative")
_OFFSETS = {"before": -2, "last": -1, "this": 0, "next": 1, "after": 2}
_KINDS = {"quarter": "q", "half": "h", "month": "m", "whole": "y"}


@dataclass(frozen=True, slots=True)
class Time:
    """A mention of a time."""

    kind: str
    """`year`, or the part of a year: q, h, m, y."""
    value: str
    """The year, or the part with its number (q3); `+1` for a year that no date resolves."""
    start: int
    end: int
    day: str = ""
    """Of a month, where one is named."""


def times(text: str, year: int | None = None) -> tuple[Time, ...]:
    """Find the times of a folded sentence, in order; `year` is that in which it was written."""
    years = [Time("year", _year(m), m.start(), m.end()) for m in _YEAR.finditer(text)]
    parts = [_part(match, text) for match in _PART.finditer(text)]
    relative = [_relative(match, year) for match in _RELATIVE.finditer(text)]
    return tuple(sorted([*years, *parts, *relative], key=lambda time: (time.start, time.kind)))


_ROC = "since_1911"
"""How groups are named that count years from 1912, which is the first, as in Taiwan."""
_BEFORE_ROC = 1911


def _year(match: re.Match[str]) -> str:
    name = str(match.lastgroup)
    value = str(match[name])
    return str(int(value) + _BEFORE_ROC) if name.startswith(_ROC) else value


def _part(match: re.Match[str], text: str) -> Time:
    word = str(match[str(match.lastgroup)])
    kind = _KINDS[_name(match)]
    number = _numbers().get(word, word if word.isdigit() else "")
    if kind != "m":
        return Time(kind, kind + number, match.start(), match.end())
    day, end = _day(match, text)
    return Time(kind, kind + number, match.start(), end, day)


_DAY_BEHIND = re.compile(
    r" ?(?P<day>\d{1,2})(?:st|nd|rd|th|日|号)?(?![\d%:]|[.,]\d)"
    "|(?P<spelt>[廿一二三四五六七八九十]{1,3})[日号]"
)
_DAY_BEFORE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?$")
_TO = "(?: ?[-–—~至到和] ?| to | and | or | until )"
_DAYS_BEFORE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?{_TO}\d{{1,2}}(?:st|nd|rd|th)? (?:of )?$")
_DAYS_BEHIND = re.compile(rf"{_TO}(?:\d{{1,2}}(?!\d|月)|[廿一二三四五六七八九十]{{1,3}}[日号])")
_LONGEST = 20
"""Code points of days before their month."""


def _day(match: re.Match[str], text: str) -> tuple[str, int]:
    """Read the day of a month behind its name (April 1, 4月1日) or before it (1 April).

    Returns:
        The day, empty if there is none or several (3 to 12 September), and where the date ends.
    """
    if behind := _DAY_BEHIND.match(text, match.end()):
        several = _DAYS_BEHIND.match(text, behind.end())
        day = day_of_month(behind["day"] or behind["spelt"])
        return "" if several else day, behind.end()
    name = match.start(str(match.lastgroup))
    if _DAYS_BEFORE.search(text[:name][-_LONGEST:]):
        return "", match.end()
    before = _DAY_BEFORE.search(text[:name][-8:])
    return (before[1].lstrip("0") if before else ""), match.end()


def _relative(match: re.Match[str], year: int | None) -> Time:
    offset = _OFFSETS[_name(match)]
    value = f"{offset:+d}" if year is None else str(year + offset)
    return Time("year", value, match.start(), match.end())


def _name(match: re.Match[str]) -> str:
    """Name what the expression's group tells; the groups' names go on with `_` and more."""
    return str(match.lastgroup).partition("_")[0]


@cache
def _numbers() -> dict[str, str]:
    """Map the words of months, quarters and halves, in all languages, to their numbers."""
    lines = (line for each in languages() for line in lines_of(each, "contrasts/numbers"))
    parts = (line.partition(":") for line in lines)
    return {word: number for number, _, words in parts for word in words.split()}


def apart(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether both are told, and no time of the one is compatible with one of the other.

    A quarter without a number is compatible with any, and so is `this month`; `+1` only tells from
    another such.
    """
    if not ones or not others:
        return False
    return not any(_compatible(a, b) for a in ones for b in others)


def other_day(one: Time, other: Time) -> bool:
    """Tell whether two months exclude each other, or two days of what may be one month do."""
    days = bool(one.day and other.day) and one.day != other.day
    return days or not _compatible(one.value, other.value)


_WITHOUT_NUMBER = {"q", "m"}


def _compatible(one: str, other: str) -> bool:
    if one == other or (one[0] == other[0] and {one, other} & _WITHOUT_NUMBER):
        return True
    return (one[0] in "+-") != (other[0] in "+-")
