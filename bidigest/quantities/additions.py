"""What stands behind a number or its unit and adds to it: 300+, 一个半月, 三年半, 两年多, 七成多."""

from __future__ import annotations

import re

from bidigest.languages.parsed_quantity import TIMES, ParsedQuantity, tidy
from bidigest.languages.unit_words import TIME
from bidigest.quantities import units
from bidigest.quantities.units import Unit

_AND_HALF = re.compile(r" ?个(?:(?P<half>半)|[多来])(?=月|小时|星期|礼拜|世纪|钟头|季度)")
_AND_A_HALF = re.compile(r" and a half(?![a-z]| (?:million|billion))")
_HALF_MORE = re.compile(r"半(?![导径岛球途路夜天空数])")
_MORE = re.compile(r"多(?![种样个家名位数元少])")
_HUNDREDTHS = re.compile(r"\d\d(?!\d)")


def unit_with_part(text: str, quantity: ParsedQuantity, end: int) -> Unit | None:
    """Read a unit with part of the number before it: 一个半月, 五个多小时.

    Args:
        text: as `masking.plain` prepares it.
        quantity: the number, changed in place.
        end: code point after it.

    Returns:
        None where no such unit stands here.
    """
    match = _AND_HALF.match(text, end)
    unit = units.read(text, match.end()) if match else None
    if match and unit is None:
        # 个月, not 月, is a length of time.
        unit = units.read("个" + text[match.end() : match.end() + 3], 0)
        unit = unit and Unit(unit.name, unit.factor, match.end() + unit.end - 1)
    if match is None or unit is None:
        return None
    if match["half"]:
        quantity.add(0.5)
    else:
        quantity.high, quantity.approximate = quantity.high + 1, True
    return unit


def take_in_plus(text: str, quantity: ParsedQuantity) -> int:
    """Take in the plus of `300+` and `500-plus`, and return the code point after it."""
    if text.startswith("-plus", quantity.end):
        quantity.end += len("-plus")
        quantity.qualify("over")
    elif (
        text.startswith("+", quantity.end)
        and not text[quantity.end + 1 : quantity.end + 2].isdigit()
    ):
        quantity.end += 1
        quantity.qualify("over")
    return quantity.end


def widen_tenths(text: str, quantity: ParsedQuantity) -> None:
    """Widen tenths that speech rounds: 七成, 七成多."""
    quantity.approximate = True
    if match := _MORE.match(text, quantity.end):
        quantity.high, quantity.end = quantity.high + 10, match.end()


def take_in_more(text: str, quantity: ParsedQuantity) -> None:
    """Take in what follows a unit of time or length: 三年半, 两年多."""
    if match := _AND_A_HALF.match(text, quantity.end):
        quantity.add(0.5)
        quantity.end = match.end()
    if quantity.unit not in TIME and quantity.unit not in (TIMES, "km", "kg", "jin"):
        return
    if quantity.unit == "second" and (match := _HUNDREDTHS.match(text, quantity.end)):
        quantity.low = quantity.high = tidy(quantity.low + int(match[0]) / 100)
        quantity.end = match.end()
    elif match := _HALF_MORE.match(text, quantity.end):
        quantity.add(0.5)
        quantity.end = match.end()
    elif match := _MORE.match(text, quantity.end):
        quantity.high, quantity.end, quantity.approximate = quantity.high + 1, match.end(), True
