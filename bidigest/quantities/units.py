"""Units in both languages, each under one name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bidigest.languages.en.quantities import pounds
from bidigest.languages.parsed_quantity import PERCENT, TIMES
from bidigest.languages.patterns import either
from bidigest.languages.unit_words import (
    COUNTS,
    CURRENCIES,
    MEASURED,
    NOT_BEFORE,
    PREFIXES,
    TIME,
    unit_words,
)
from bidigest.languages.word_lists import in_letters
from bidigest.languages.zh.scripts import HAN
from bidigest.quantities.rare_notations import ACCOUNTED


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: what the number is multiplied by, and where its words end."""

    name: str
    factor: float
    end: int
    plus: float = 0.0
    """Added after multiplying: the 五 of 九成五."""


SHARE_PREFIX = either("quantities/units", "share before")
"""Before the number of a share: 百分之."""
PREFIX = "|".join(re.escape(p) for p in sorted(PREFIXES, key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?:(?P<prefix>{PREFIX})\s?\.?|(?P<signed>us\$|[$€£¥₹]|chf|人民币|新台币|港币) ?{ACCOUNTED}?-)$"
)
_PER = {
    "年": "year", "月": "month", "周": "week", "天": "day", "日": "day",
    "小时": "hour", "人": "person",
    "year": "year", "month": "month", "week": "week", "day": "day", "night": "night",
    "hour": "hour",
    "person": "person", "annum": "year", "user": "user", "head": "person",
}  # fmt: skip
_RATE = re.compile(
    r" ?(?:/ ?|每|per |an? |each |every )(年|月|周|天|日|小时|人|year|month|week|day|night|hour"
    r"|person"
    r"|annum|user|head)(?![a-z])"
    # $145 million a year earlier is no rate.
    r"(?! (?:earlier|later|ago|before|after|prior|previously|since)(?![a-z]))"
)


_CHINESE, _ENGLISH = unit_words("zh"), unit_words(*in_letters())
_WORDED = {words.replace(" ", "-"): words for words in _ENGLISH}
"""A 75-basis-point rise: joined by hyphens."""


def _alternatives(words: dict[str, str], guarded: bool) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    guards = NOT_BEFORE if guarded else {}
    return "|".join(
        re.escape(word).replace("\\ ", "[ -]") + (f"(?![{guards[word]}])" if word in guards else "")
        for word in ordered
    )


_UNIT = re.compile(
    rf" ?(?P<zh>{_alternatives(_CHINESE, True)})"
    rf"|[ -]?(?P<en>{_alternatives(_ENGLISH, False)})(?![a-z0-9])"
)
_TENTHS = re.compile(
    r" ?成(?![功为本立果员长交熟绩都就型了人群套片形败])"
    r"(?:([一二三四五六七八九半])(?![个家名位项种成十]))?"
)
_TENTH = {digit: float(i + 1) for i, digit in enumerate("一二三四五六七八九")} | {"半": 5.0}
_TIMES = re.compile(r"[ -]times(?= (?:as|more|less|fewer|the|that|[a-z]{2,9}er)(?![a-z]))")

_CENTS = re.compile(
    r"(?P<USD>[ -]cents?(?![a-z])| ?美分(?!析))|(?P<GBP>[ -]?pence(?![a-z])| ?便士)"
)
"""A hundredth of a dollar, of a pound."""
_HAN = re.compile(f"[{HAN}]")
_NEAR = 16
"""Code points before a unit that tell its language."""
_EITHER = frozenset(("pound", "pounds"))
"""Money or weight; lbs are weight."""
_PCT = re.compile(r" ?个?pcts?(?![a-z0-9])")
"""Percentage points in Chinese, per cent in English."""
_DAYS = re.compile(r" ?日(?=[以之]?内)")
"""三十日内: days, where 30日 is one of a month."""
_DIME = re.compile(r" ?(?:[毛角]钱|毛(?=[，。；、]|$))")
"""A tenth of a yuan, as it is spoken."""


def currency_before(text: str, at: int, floor: int) -> tuple[str, int] | None:
    """Find the currency whose sign or code stands right before `at`, and where that begins.

    Args:
        text: folded, lower-case text.
        at: code point at which the number begins.
        floor: code point before which nothing may be taken in.
    """
    match = _BEFORE.search(text[max(floor, at - 8) : at])
    if match is None:
        return None
    word, start = match["prefix"] or match["signed"], at - len(match[0])
    if word[0].isalpha() and word.isascii() and text[max(start - 1, 0) : start].isalpha():
        return None
    return PREFIXES[word], start


def read(text: str, at: int) -> Unit | None:
    """Read the unit, of those in the tables, that starts at `at`."""
    if match := _TENTHS.match(text, at):
        return Unit(PERCENT, 10.0, match.end(), _TENTH.get(match[1], 0.0))
    if (match := _PCT.match(text, at)) and _HAN.search(text[max(0, at - _NEAR) : match.end()]):
        return Unit("percentage point", 1.0, match.end())
    if match := _TIMES.match(text, at):
        return Unit(TIMES, 1.0, match.end())
    if match := _CENTS.match(text, at):
        return Unit(match.lastgroup or "", 0.01, match.end())
    if match := _DAYS.match(text, at):
        return Unit("day", 1.0, match.end())
    if match := _DIME.match(text, at):
        return Unit("CNY", 0.1, match.end())
    match = _UNIT.match(text, at)
    if match is None:
        return None
    english = match["en"]
    name = _CHINESE[match["zh"]] if match["zh"] else _ENGLISH[_WORDED.get(english, english)]
    if name == "pound" and english in _EITHER and pounds.are_money(text, at, match.end()):
        name = "GBP"
    if name == "‰":
        return Unit(PERCENT, 0.1, match.end())
    return rated(text, Unit(name, 1.0, match.end()))


def rated(text: str, unit: Unit) -> Unit:
    """Add to a currency what it is paid for: `20 美元/月`, `$20 a month` are USD/month."""
    rate = _RATE.match(text, unit.end) if unit.name in CURRENCIES else None
    return Unit(f"{unit.name}/{_PER[rate[1]]}", unit.factor, rate.end()) if rate else unit


def is_time(name: str) -> bool:
    """Tell whether a unit measures a stretch of time."""
    return name in TIME


def is_count(name: str) -> bool:
    """Tell whether a unit says what is counted, if anything, rather than what is measured."""
    return name.partition("/")[0] not in MEASURED


def is_counted_kind(name: str) -> bool:
    """Tell whether a unit names a kind of things (`sector`), rather than a measure word or people."""
    return len(name) > 1 and is_count(name) and name not in COUNTS
