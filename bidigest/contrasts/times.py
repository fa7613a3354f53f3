"""When something is: years, and parts of a year, as far as words tell; "last year" by a date."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_NAMED = "|".join(_MONTHS)
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?= ?(?:财年|年))"
    r"|\b(?:in|of|for|since|by|during|from|until|year|fiscal|fy|early|mid|late|end|q[1-4]"
    rf"|{_NAMED}|quarter|half|spring|summer|autumn|winter)[ -]?((?:19|20)\d\d)(?!\d|[.,]\d)"
)
_PART = re.compile(
    r"(?:(?<=第)|(?=.季度))(?P<quarter>[一二三四1-4])季度?|\bq(?P<q>[1-4])(?!\d)"
    r"|\b(?P<ordinal>first|second|third|fourth)[ -]quarter\b"
    r"|(?P<half>[上下])半年|\b(?P<halves>first|second|back)[ -]half\b"
    r"|(?<![\d年度])(?P<month>1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十]) ?月(?![个球面])"
    # Only beside other words of time: prices may rise.
    rf"|\b(?:in|of|since|until|by|from|for|early|mid|late|last|next)[ -](?P<named>{_NAMED})\b"
    rf"|\b(?P<dated>{_NAMED})(?= \d)|\b\d{{1,2}} (?P<day>{_NAMED})\b"
    r"|(?P<whole>全年|年度|\b(?:full[ -]year|annual(?:ly)?|yearly)\b)"
    r"|(?P<quarterly>单季|\bquarterly\b)"
)
_RELATIVE = re.compile(
    r"(?P<before>前年)|(?P<last>去年|\blast year\b)|(?P<this>今年|本年度?|\bthis year\b)"
    r"|(?P<next>明年|\bnext year\b)|(?P<after>后年)"
)
_OFFSETS = {"before": -2, "last": -1, "this": 0, "next": 1, "after": 2}
_KINDS = {
    "quarter": "q", "q": "q", "ordinal": "q", "quarterly": "q", "half": "h", "halves": "h",
    "month": "m", "named": "m", "dated": "m", "day": "m", "whole": "y",
}  # fmt: skip
_NUMBERS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "上": "1", "下": "2", "back": "2",
    **{han: str(number) for number, han in enumerate("一二三四五六七八九十", start=1)},
    "十一": "11", "十二": "12",
} | {name: str(number) for number, name in enumerate(_MONTHS, start=1)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Time:
    """A mention of a time."""

    kind: str
    """`year`, or the part of a year: q, h, m, y."""
    value: str
    """The year, or the part with its number (q3); `+1` for a year that no date resolves."""
    start: int
    end: int


def times(text: str, year: int | None = None) -> tuple[Time, ...]:
    """The times of a sentence (folded), in order; `year`: that in which it was written."""
    years = [Time("year", m[1] or m[2], m.start(), m.end()) for m in _YEAR.finditer(text)]
    parts = [_part(match) for match in _PART.finditer(text)]
    relative = [_relative(match, year) for match in _RELATIVE.finditer(text)]
    return tuple(sorted([*years, *parts, *relative], key=lambda time: (time.start, time.kind)))


def _part(match: re.Match[str]) -> Time:
    group = str(match.lastgroup)
    word = match[group]
    kind = _KINDS[group]
    number = _NUMBERS.get(word, word if word.isdigit() else "")
    return Time(kind, kind + number, match.start(), match.end())


def _relative(match: re.Match[str], year: int | None) -> Time:
    offset = _OFFSETS[str(match.lastgroup)]
    value = f"{offset:+d}" if year is None else str(year + offset)
    return Time("year", value, match.start(), match.end())


def apart(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Are both told, and is no time of the one compatible with one of the other?

    A quarter without a number is compatible with any; `+1` only tells from another such.
    """
    if not ones or not others:
        return False
    return not any(_compatible(a, b) for a in ones for b in others)


def _compatible(one: str, other: str) -> bool:
    if one == other or (one[0] == other[0] and "q" in (one, other)):
        return True
    return (one[0] in "+-") != (other[0] in "+-")
