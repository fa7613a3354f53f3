"""Quantities: a number or a range of numbers, with what it counts or measures."""

from __future__ import annotations

import re

from bidigest.quantities import (
    compounds,
    counting,
    named_numbers,
    numerals,
    ranges,
    signs,
    units,
)
from bidigest.quantities.draft import Draft
from bidigest.quantities.names import PERCENT, TIMES
from bidigest.quantities.numeral import Numeral, tidy
from bidigest.quantities.plausibility import is_quantity
from bidigest.quantities.ranges import Prefix
from bidigest.quantities.signs import Sign
from bidigest.quantities.unit_words import CURRENCIES, TIME
from bidigest.quantities.units import Unit

_PERCENT_BEFORE = "百分之"
_AND_HALF = re.compile(r" ?个(?:(?P<half>半)|[多来])(?=月|小时|星期|礼拜|世纪|钟头|季度)")
_AND_A_HALF = re.compile(r" and a half(?![a-z]| (?:million|billion))")
_HALF_MORE = re.compile(r"半(?![导径岛球途路夜天空数])")
_MORE = re.compile(r"多(?![种样个家名位数元少])")
_FIRST_OF_NAME = re.compile(r"\d{1,2}/\d{1,2}(?![\d.])")
_PART_OF_NAME = re.compile(r"\d?\d/\d{1,2}(?![\d.])")
"""What is left of 9/11 once the fractions have been read."""
_BELOW_ZERO = re.compile(r"(?<=[ce℃es]) below (?:zero|freezing)(?![a-z])")
_HUNDREDTHS = re.compile(r"\d\d(?!\d)")
_GROWN = re.compile(
    r"(?:增长|增加|提高|提升|上升|上涨|扩大|超出|高出|多出|贵出|快|大|贵|高|多|差|涨|增|升"
    r"|翻)[了出]?(?:近|约|大约|将近|超过|逾|整整)? ?$"
)
_ALWAYS_COUNTED = frozenset(("人", "人次", "股"))


def read(text: str, at: int, floor: int) -> list[Draft]:
    """Read the quantity that starts here; two where something rose from one to the other.

    Args:
        text: text as `masking.plain` prepares it.
        at: code point at which the number begins.
        floor: code point before which nothing may be taken in, being part of the quantity before.

    Returns:
        No, one or two quantities; an empty list where no quantity starts here.
    """
    if _PART_OF_NAME.match(text, max(at - 3, 0)) or _FIRST_OF_NAME.match(text, at):
        return []
    prefix = _prefix(text, at, floor)
    start = prefix.start if prefix else at
    sign = signs.before(text, start, floor)
    if sign is None and prefix:
        sign = signs.inside(text, prefix.start, prefix.number)
    found = _read(text, start, at, floor, prefix, sign)
    if sign and found and not signs.is_meant(text, sign, found[0].unit):
        return _read(text, start, at, floor, prefix, None)
    return found


def _read(
    text: str, start: int, at: int, floor: int, prefix: Prefix | None, sign: Sign | None
) -> list[Draft]:
    number = numerals.read(text, prefix.number if prefix else at, money=bool(prefix))
    if number is None or (number.end < len(text) and _glued(text, number)):
        return []
    first = signs.signed(number, sign)
    start = min(start, sign.start) if sign else start
    ranged = ranges.read(text, start, first, prefix)
    if ranged and (draft := _draft(text, start, ranged[0], prefix)):
        return ranges.settle(text, draft, ranged[1], floor)
    single = _draft(text, start, first, prefix)
    return [single] if single else []


def _prefix(text: str, at: int, floor: int) -> Prefix | None:
    if text.startswith(_PERCENT_BEFORE, at):
        return Prefix(PERCENT, at, at + len(_PERCENT_BEFORE))
    money = units.currency_before(text, at, floor)
    return Prefix(money[0], money[1], at) if money else None


def _glued(text: str, number: Numeral) -> bool:
    """Tell whether letters that are no unit follow at once: 5G, 3D."""
    after = text[number.end]
    return number.written == "digits" and "a" <= after <= "z" and not units.read(text, number.end)


def _draft(text: str, start: int, number: Numeral, prefix: Prefix | None) -> Draft | None:
    draft = Draft(
        number.low, number.high, "", start, number.end, number.approximate, bare=number.bare
    )
    if prefix:
        return _prefixed(text, draft, prefix)
    end = _open(text, draft)
    if number.grouped and number.written == "words" and text.startswith(" of ", end):
        end += 3
    if compound := compounds.read(text, draft, end):
        return compound
    unit = _timed(text, draft, end) or units.read(text, end)
    if unit:
        return _measured(text, draft, number, unit)
    return _counted(text, draft, number, end)


def _timed(text: str, draft: Draft, end: int) -> Unit | None:
    """Read a unit with part of the number before it: 一个半月, 五个多小时."""
    match = _AND_HALF.match(text, end)
    unit = units.read(text, match.end()) if match else None
    if match and unit is None:
        # 个月, not 月, is a length of time.
        unit = units.read("个" + text[match.end() : match.end() + 3], 0)
        unit = unit and Unit(unit.name, unit.factor, match.end() + unit.end - 1)
    if match is None or unit is None:
        return None
    if match["half"]:
        draft.low, draft.high = draft.low + 0.5, draft.high + 0.5
    else:
        draft.high, draft.approximate = draft.high + 1, True
    return unit


def _open(text: str, draft: Draft) -> int:
    """Take in the plus of `300+` and `500-plus`."""
    if text.startswith("-plus", draft.end):
        draft.end += 5
        draft.qualify("over")
    elif text.startswith("+", draft.end) and not text[draft.end + 1 : draft.end + 2].isdigit():
        draft.end += 1
        draft.qualify("over")
    return draft.end


def _prefixed(text: str, draft: Draft, prefix: Prefix) -> Draft:
    draft.unit = prefix.unit
    end = _open(text, draft)
    again = units.read(text, end) if prefix.unit != PERCENT else None
    if again and again.name.partition("/")[0] in CURRENCIES:
        # 元 after 新台币 only repeats that it is money.
        draft.unit = prefix.unit if again.name == "CNY" else again.name
        draft.end = again.end
        return draft
    rated = units.rated(text, Unit(prefix.unit, 1.0, end))
    draft.unit, draft.end = rated.name, rated.end
    return draft


def _measured(text: str, draft: Draft, number: Numeral, unit: Unit) -> Draft | None:
    if not is_quantity(text, draft, number, unit):
        return None
    draft.certain = not number.bare or (
        number.low >= 1e6
        and number.end - draft.start > 1
        and (unit.name in CURRENCIES or unit.name in _ALWAYS_COUNTED)
    )
    draft.scale(unit.factor)
    draft.low, draft.high = draft.low + unit.plus, draft.high + unit.plus
    draft.unit, draft.end = unit.name, unit.end
    if unit.name == "次" and (noun := named_numbers.noun_before(text, draft.start, unit.end, True)):
        draft.unit = noun
    if unit.factor == 10 and text[unit.end - 1] == "成":
        _tenths(text, draft)
    if (
        unit.name == TIMES
        and number.written != "words"
        and _GROWN.search(text[max(0, draft.start - 8) : draft.start])
    ):
        _grow(draft)
    _open(text, draft)
    _half_or_more(text, draft)
    if draft.low >= 0 and (below := _BELOW_ZERO.match(text, draft.end)):
        draft.low, draft.high, draft.end = -draft.high, -draft.low, below.end()
    return draft


def _tenths(text: str, draft: Draft) -> None:
    """Widen tenths that speech rounds: 七成, 七成多."""
    draft.approximate = True
    if match := _MORE.match(text, draft.end):
        draft.high, draft.end = draft.high + 10, match.end()


def _grow(draft: Draft) -> None:
    """Read growth by multiples: 一倍 is twice as much; 三倍 is said of three times and of four."""
    whole = draft.low == draft.high == 1
    draft.low, draft.high = draft.low + whole, draft.high + 1


def _half_or_more(text: str, draft: Draft) -> None:
    """Take in what follows a unit of time or length: 三年半, 两年多."""
    if match := _AND_A_HALF.match(text, draft.end):
        draft.low, draft.high, draft.end = draft.low + 0.5, draft.high + 0.5, match.end()
    if draft.unit not in TIME and draft.unit not in (TIMES, "km", "kg", "jin"):
        return
    if draft.unit == "second" and (match := _HUNDREDTHS.match(text, draft.end)):
        draft.low = draft.high = tidy(draft.low + int(match[0]) / 100)
        draft.end = match.end()
    elif match := _HALF_MORE.match(text, draft.end):
        draft.low, draft.high, draft.end = draft.low + 0.5, draft.high + 0.5, match.end()
    elif match := _MORE.match(text, draft.end):
        draft.high, draft.end, draft.approximate = draft.high + 1, match.end(), True


def _counted(text: str, draft: Draft, number: Numeral, end: int) -> Draft | None:
    if (number.written != "digits" and number.high == 1) or text.startswith("半", draft.start):
        return None
    if number.written == "words" and number.approximate and number.high == 2:
        # A couple of friends may be three.
        return None
    # 二 before a measure word counts off: 二次, 二手; two of a thing are 两.
    if text.startswith("二", draft.start) and number.high == 2:
        return None
    if counted := counting.read_chinese(text, draft.start, end, number.high):
        draft.unit, draft.end = counted.name, counted.end
        draft.certain = not number.bare
        return draft
    if noun := counting.read_english(text, end):
        draft.unit, draft.end = noun.name, noun.end
        draft.certain = not _like_a_year(number)
        return draft
    if number.low.is_integer() and (named := named_numbers.read(text, draft.start, end)):
        draft.unit, draft.end = named.name, named.end
        draft.certain = not _like_a_year(number)
        return draft
    if number.written != "digits" and number.high < 100 and number.low.is_integer():
        return None
    draft.certain = (number.grouped and not number.bare) or (
        number.written == "han" and not number.bare
    )
    return draft


def _like_a_year(number: Numeral) -> bool:
    return number.written == "digits" and not number.grouped and 1900 <= number.low <= 2099
