"""Quantities: a number or a range of numbers, with what it counts or measures."""

from __future__ import annotations

import re

from bidigest.quantities import counting, numerals, ranges, units
from bidigest.quantities.draft import Draft
from bidigest.quantities.names import PERCENT, TIMES
from bidigest.quantities.numeral import Numeral, tidy
from bidigest.quantities.ranges import Prefix
from bidigest.quantities.units import Unit

_PERCENT_BEFORE = "百分之"
_NEGATIVE = re.compile(r"(?:零下|(?<![a-z])minus) ?$|(?:^|[ (（,，:：为是达至到约])-$")
_AND_HALF = re.compile(r"个半(?=月|小时|星期|世纪|钟头)")
_HALF_MORE = re.compile(r"半(?![导径岛球途路夜天空数])")
_MORE = re.compile(r"多(?![种样个家名位数元少])")
_HUNDREDTHS = re.compile(r"\d\d(?!\d)")
_GROWN = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|扩大|超出|高出|多出|贵出|快|大|贵|高|多|差|涨|增|升"
    r"|翻)[了出]?(?:近|约|大约|将近|超过|逾|整整)? ?$"
)
_SCORED = re.compile(r"[得获打拿扣加减给评][了到出]?$")
_ARTICLE_TIME = re.compile(r"[这那每某有哪同逐新后前头]$|过去$")
_ALWAYS_COUNTED = frozenset(("人", "人次", "股"))
_OFTEN_ARTICLES = frozenset(("year", "month", "week"))
_NEVER_ONE = frozenset(
    (
        "day",
        "second",
        "人",
        "次",
        "字",
        "国",
        "省",
        "户",
        "例",
        "股",
        "point",
        "CNY",
        "m",
        "°C",
        "degree",
        "g",
        "jin",
        "mu",
        "litre",
        "barrel",
        "foot",
        "year old",
    )
)


def read(text: str, at: int, floor: int) -> list[Draft]:
    """The quantity that starts here; two where something rose from one to the other."""
    prefix = _prefix(text, at, floor)
    first = numerals.read(text, prefix.number if prefix else at, money=bool(prefix))
    if first is None or (first.end < len(text) and _glued(text, first)):
        return []
    start = prefix.start if prefix else at
    ranged = ranges.read(text, start, first, prefix)
    if ranged and (draft := _draft(text, start, ranged[0], prefix)):
        return ranges.settle(text, draft, ranged[1], floor)
    single = _draft(text, start, first, prefix)
    return [_negated(text, single, floor)] if single else []


def _prefix(text: str, at: int, floor: int) -> Prefix | None:
    if text.startswith(_PERCENT_BEFORE, at):
        return Prefix(PERCENT, at, at + len(_PERCENT_BEFORE))
    money = units.currency_before(text, at, floor)
    return Prefix(money[0], money[1], at) if money else None


def _glued(text: str, number: Numeral) -> bool:
    """Do letters that are no unit follow at once: 5G, 3D?"""
    after = text[number.end]
    return number.written == "digits" and "a" <= after <= "z" and not units.read(text, number.end)


def _negated(text: str, draft: Draft, floor: int) -> Draft:
    window = text[max(floor, draft.start - 7) : draft.start]
    if match := _NEGATIVE.search(window):
        draft.low, draft.high = -draft.high, -draft.low
        draft.start -= 1 if match[0].endswith("-") else len(match[0])
    return draft


def _draft(text: str, start: int, number: Numeral, prefix: Prefix | None) -> Draft | None:
    draft = Draft(number.low, number.high, "", start, number.end, number.approximate)
    if prefix:
        return _prefixed(text, draft, prefix)
    end = _open(text, draft)
    if number.grouped and number.written == "words" and text.startswith(" of ", end):
        end += 3
    if match := _AND_HALF.match(text, end):
        draft.low, draft.high, end = draft.low + 0.5, draft.high + 0.5, match.start()
    unit = units.read(text, end)
    if unit is None and match and (unit := units.read(text, match.end() - 1)) is None:
        unit = units.read("个" + text[match.end() : match.end() + 3], 0)
        unit = unit and Unit(unit.name, unit.factor, match.end() + unit.end - 1)
    if unit:
        return _measured(text, draft, number, unit)
    return _counted(text, draft, number, end)


def _open(text: str, draft: Draft) -> int:
    """Take in the plus of `300+`."""
    if text.startswith("+", draft.end) and not text[draft.end + 1 : draft.end + 2].isdigit():
        draft.end += 1
        draft.qualify("over")
    return draft.end


def _prefixed(text: str, draft: Draft, prefix: Prefix) -> Draft:
    draft.unit = prefix.unit
    end = _open(text, draft)
    again = units.read(text, end) if prefix.unit != PERCENT else None
    if again and again.name.partition("/")[0] in units.CURRENCIES:
        # 元 after 新台币 only repeats that it is money.
        draft.unit = prefix.unit if again.name == "CNY" else again.name
        draft.end = again.end
        return draft
    rated = units.rated(text, Unit(prefix.unit, 1.0, end))
    draft.unit, draft.end = rated.name, rated.end
    return draft


def _measured(text: str, draft: Draft, number: Numeral, unit: Unit) -> Draft | None:
    if not _measures(text, draft, number, unit):
        return None
    draft.certain = not number.bare or (
        number.low >= 1e6
        and number.end - draft.start > 1
        and (unit.name in units.CURRENCIES or unit.name in _ALWAYS_COUNTED)
    )
    draft.scale(unit.factor)
    draft.low, draft.high = draft.low + unit.plus, draft.high + unit.plus
    draft.unit, draft.end = unit.name, unit.end
    draft.approximate |= unit.factor == 10 and text[unit.end - 1] == "成"
    if (
        unit.name == TIMES
        and number.written != "words"
        and _GROWN.search(text[max(0, draft.start - 8) : draft.start])
    ):
        _grow(draft)
    _open(text, draft)
    _half_or_more(text, draft)
    return draft


def _measures(text: str, draft: Draft, number: Numeral, unit: Unit) -> bool:
    """Is this number with this unit a quantity, rather than an article, a score or a label?"""
    before = text[max(0, draft.start - 2) : draft.start]
    if number.written != "digits" and number.low == number.high == 1:
        return unit.name not in _NEVER_ONE and not (
            unit.name in _OFTEN_ARTICLES and _ARTICLE_TIME.search(before)
        )
    if unit.name in units.COUNTS and text.startswith("二", draft.start) and number.high == 2:
        return False
    if number.written == "han" and unit.name == "point":
        return bool(_SCORED.search(before))
    if number.written == "han" and unit.name in ("°C", "mu"):
        return number.low >= 10
    if number.low == 0.5 and number.written == "han":
        return units.is_time(unit.name) and unit.name != "day"
    return True


def _grow(draft: Draft) -> None:
    """增加一倍 is twice as much; 增加三倍 is said of three times and of four: both are admitted."""
    whole = draft.low == draft.high == 1
    draft.low, draft.high = draft.low + whole, draft.high + 1


def _half_or_more(text: str, draft: Draft) -> None:
    """三年半, 两年多."""
    if draft.unit not in units.TIME and draft.unit not in (TIMES, "km", "kg"):
        return
    if draft.unit == "second" and (match := _HUNDREDTHS.match(text, draft.end)):
        draft.low = draft.high = tidy(draft.low + int(match[0]) / 100)
        draft.end = match.end()
    elif match := _HALF_MORE.match(text, draft.end):
        draft.low, draft.high, draft.end = draft.low + 0.5, draft.high + 0.5, match.end()
    elif match := _MORE.match(text, draft.end):
        draft.high, draft.end, draft.approximate = draft.high + 1, match.end(), True


def _counted(text: str, draft: Draft, number: Numeral, end: int) -> Draft | None:
    if (number.written != "digits" and number.high == 1) or (
        number.low == 0.5 and number.written == "han"
    ):
        return None
    # 二 before a measure word counts off: 二次, 二手; two of a thing are 两.
    if text.startswith("二", draft.start) and number.high == 2:
        return None
    if counted := counting.read_chinese(text, end, number.high):
        draft.unit, draft.end = counted.name, counted.end
        draft.certain = not number.bare
        return draft
    if noun := counting.read_english(text, end):
        draft.unit, draft.end = noun.name, noun.end
        draft.certain = not _like_a_year(number)
        return draft
    if number.written != "digits" and number.high < 100:
        return None
    draft.certain = (number.grouped and not number.bare) or (
        number.written == "han" and not number.bare
    )
    return draft


def _like_a_year(number: Numeral) -> bool:
    return number.written == "digits" and not number.grouped and 1900 <= number.low <= 2099
