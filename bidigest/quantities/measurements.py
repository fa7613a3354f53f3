"""Quantities: a number or a range of numbers, with what it counts or measures."""

from __future__ import annotations

import re

from bidigest.languages.packs import quantity_grammars
from bidigest.languages.parsed_quantity import PERCENT, TIMES, Numeral, ParsedQuantity, ParsedUnit
from bidigest.languages.patterns import pattern
from bidigest.languages.unit_words import CURRENCIES, names_of
from bidigest.quantities import (
    numerals,
    people,
    ranges,
    signs,
    units,
)
from bidigest.quantities.additions import take_in_plus
from bidigest.quantities.plausibility import COUNTS_OFF, HALF, is_quantity
from bidigest.quantities.ranges import Prefix
from bidigest.quantities.signs import Sign

_PERCENT_BEFORE = re.compile(units.SHARE_PREFIX)
_FIRST_OF_NAME = re.compile(r"\d{1,2}/\d{1,2}(?![\d.])")
_PART_OF_NAME = re.compile(r"\d?\d/\d{1,2}(?![\d.])")
"""What is left of 9/11 once the fractions have been read."""
_GROWN = pattern("quantities/signs", "grown by", behind=" ?$")
_ALWAYS_COUNTED = names_of("always counted")


def read(text: str, at: int, floor: int) -> list[ParsedQuantity]:
    """Read the quantity that starts here; two where something rose from one to the other.

    Args:
        text: text as `masking.mask_numerals` prepares it.
        at: code point at which the number begins.
        floor: code point before which nothing may be taken in, being part of the quantity before.

    Returns:
        No, one or two quantities; an empty list where no quantity starts here.
    """
    if _PART_OF_NAME.match(text, max(at - 3, 0)) or _FIRST_OF_NAME.match(text, at):
        return []
    prefix = _prefix(text, at, floor)
    start = prefix.start if prefix else at
    sign = signs.sign_before(text, start, floor)
    if sign is None and prefix:
        sign = signs.inside(text, prefix.start, prefix.number)
    found = _read(text, start, at, floor, prefix, sign)
    if sign and found and not signs.is_meant(text, sign, found[0].unit):
        return _read(text, start, at, floor, prefix, None)
    return found


def _read(
    text: str, start: int, at: int, floor: int, prefix: Prefix | None, sign: Sign | None
) -> list[ParsedQuantity]:
    number = numerals.read(text, prefix.number if prefix else at, money=bool(prefix))
    if number is None or (number.end < len(text) and _glued(text, number)):
        return []
    first = signs.signed(number, sign)
    start = min(start, sign.start) if sign else start
    ranged = ranges.read(text, start, first, prefix)
    if ranged and (quantity := _with_unit(text, start, ranged[0], prefix)):
        return ranges.settle(text, quantity, ranged[1], floor)
    single = _with_unit(text, start, first, prefix)
    return [single] if single else []


def _prefix(text: str, at: int, floor: int) -> Prefix | None:
    if share := _PERCENT_BEFORE.match(text, at):
        return Prefix(PERCENT, at, share.end())
    money = units.currency_before(text, at, floor)
    return Prefix(money[0], money[1], at) if money else None


def _glued(text: str, number: Numeral) -> bool:
    """Tell whether letters that are no unit follow at once: 5G, 3D."""
    after = text[number.end]
    return number.written == "digits" and "a" <= after <= "z" and not units.read(text, number.end)


def _with_unit(
    text: str, start: int, number: Numeral, prefix: Prefix | None
) -> ParsedQuantity | None:
    """Read what a number measures or counts; None where it does neither."""
    quantity = ParsedQuantity(
        number.low, number.high, "", start, number.end, number.approximate, bare=number.bare
    )
    if prefix:
        return _prefixed(text, quantity, prefix)
    end = take_in_plus(text, quantity)
    if number.grouped and number.written == "words" and text.startswith(" of ", end):
        end += 3
    amounts = (grammar.amount(text, quantity, end) for grammar in quantity_grammars())
    if amount := next(filter(None, amounts), None):
        return amount
    if unit := units.read(text, end):
        return _measured(text, quantity, number, unit)
    return _counted(text, quantity, number, end)


def _prefixed(text: str, quantity: ParsedQuantity, prefix: Prefix) -> ParsedQuantity:
    quantity.unit = prefix.unit
    end = take_in_plus(text, quantity)
    again = units.read(text, end) if prefix.unit != PERCENT else None
    if again and again.name.partition("/")[0] in CURRENCIES:
        # 元 after 新台币 only repeats that it is money.
        quantity.unit = prefix.unit if again.name == "CNY" else again.name
        quantity.end = again.end
        return quantity
    rated = units.rated(text, ParsedUnit(prefix.unit, 1.0, end))
    quantity.unit, quantity.end = rated.name, rated.end
    return quantity


def _measured(
    text: str, quantity: ParsedQuantity, number: Numeral, unit: ParsedUnit
) -> ParsedQuantity | None:
    if not is_quantity(text, quantity, number, unit):
        return None
    quantity.certain = _is_certain(quantity, number, unit)
    quantity.scale(unit.factor)
    quantity.add(unit.plus)
    quantity.high += unit.more
    quantity.approximate |= unit.approximate
    quantity.unit, quantity.end = unit.name, unit.end
    before = text[max(0, quantity.start - 8) : quantity.start]
    if unit.name == TIMES and number.written != "words" and _GROWN.search(before):
        _grow(quantity)
    take_in_plus(text, quantity)
    for grammar in quantity_grammars():
        grammar.behind_unit(text, quantity)
    return quantity


def _is_certain(quantity: ParsedQuantity, number: Numeral, unit: ParsedUnit) -> bool:
    """Tell whether the words themselves say that a number is meant: 百万 alone may not."""
    return not number.bare or (
        number.low >= 1e6
        and number.end - quantity.start > 1
        and (unit.name in CURRENCIES or unit.name in _ALWAYS_COUNTED)
    )


def _grow(quantity: ParsedQuantity) -> None:
    """Read growth by multiples: 一倍 is twice as much; 三倍 is said of three times and of four."""
    whole = quantity.low == quantity.high == 1
    quantity.low, quantity.high = quantity.low + whole, quantity.high + 1


def _counted(
    text: str, quantity: ParsedQuantity, number: Numeral, end: int
) -> ParsedQuantity | None:
    if (number.written != "digits" and number.high == 1) or HALF.match(text, quantity.start):
        return None
    if number.written == "words" and number.approximate and number.high == 2:
        # A couple of friends may be three.
        return None
    if COUNTS_OFF.match(text, quantity.start) and number.high == 2:
        return None
    unit = _noun(text, quantity, number, end)
    if unit is not None:
        quantity.unit, quantity.end = unit.name, unit.end
        quantity.certain = not number.bare and (unit.measure or not _like_a_year(number))
        return quantity
    if number.written != "digits" and number.high < 100 and number.low.is_integer():
        return None
    quantity.certain = (number.grouped or number.written == "han") and not number.bare
    return quantity


def _noun(text: str, quantity: ParsedQuantity, number: Numeral, end: int) -> ParsedUnit | None:
    """Find what is counted, behind the number or else before it."""
    counted = (grammar.counted(text, quantity, end) for grammar in quantity_grammars())
    found = next(filter(None, counted), None)
    if found is None and number.low.is_integer():
        return people.read(text, quantity.start, end)
    return found


def _like_a_year(number: Numeral) -> bool:
    return number.written == "digits" and not number.grouped and 1900 <= number.low <= 2099
