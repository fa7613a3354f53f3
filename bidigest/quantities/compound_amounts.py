"""One amount in two units: 一年零九个月, 2 hours and 30 minutes, 5分30秒; in speech without the second.

The unit left out is that of 3块5 or 一米九二.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bidigest.languages.parsed_quantity import ParsedQuantity, tidy
from bidigest.languages.zh.quantities.numerals import DIGITS

_DIGIT = "1-9一二三四五六七八九"
_NO_MORE = r"(?![\d十百千万亿个名人位条只点倍折成.%]|[手维次级等][^。，]?)"
_YUAN = re.compile(rf"块(?P<parts>[{_DIGIT}])(?:[毛角]钱?)?{_NO_MORE}")
_METRES = re.compile(rf"米(?P<parts>[{_DIGIT}][0{_DIGIT}]?)(?:公分|厘米)?{_NO_MORE}")
_WHOLE_YUAN = re.compile(r" ?块(?![\w])")
_TALLEST = 20
"""Metres beyond which nobody speaks of the centimetres."""


def read_shortened(text: str, quantity: ParsedQuantity, end: int) -> ParsedQuantity | None:
    """Read what follows a number as the rest of an amount whose second unit is left out.

    Args:
        text: folded, lower-case text.
        quantity: the number before; it is changed in place and returned.
        end: code point after the number.

    Returns:
        None where no such amount stands here.
    """
    if match := _YUAN.match(text, end):
        unit = "CNY"
    elif (match := _METRES.match(text, end)) and abs(quantity.high) <= _TALLEST:
        unit = "m"
    elif quantity.low >= 10 and (whole := _WHOLE_YUAN.match(text, end)):
        quantity.unit, quantity.end = "CNY", whole.end()
        return quantity
    else:
        return None
    quantity.add(_fraction(match["parts"]))
    quantity.unit, quantity.end = unit, match.end()
    return quantity


def _fraction(digits: str) -> float:
    """Read digits as what stands behind the decimal point: 九二 is 0.92."""
    return float(
        "0." + "".join(d if d.isdigit() and d.isascii() else str(DIGITS[d]) for d in digits)
    )


_SMALLER = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
    ("minute", "second"): 60, ("foot", "inch"): 12,
}  # fmt: skip
_BETWEEN = re.compile(r"(?:零|又| and |, | |)")
_MINUTES = "分"
"""Points, unless hours stand before them or seconds behind."""


def summed(text: str, first: ParsedQuantity, second: ParsedQuantity) -> ParsedQuantity | None:
    """Add two neighbouring quantities up to one amount in the smaller unit; None where they are two.

    Args:
        text: folded, lower-case text.
        first: the quantity in the larger unit, if they belong together.
        second: the quantity that follows it.
    """
    if not _BETWEEN.fullmatch(text, first.end, second.start) or not _is_exact(first, second):
        return None
    larger = _unit(text, first, beside=second.unit == "second")
    smaller = _unit(text, second, beside=larger == "hour")
    times = _SMALLER.get((larger, smaller))
    if times is None or second.high >= times:
        return None
    low, high = tidy(first.low * times + second.low), tidy(first.high * times + second.high)
    approximate = first.approximate or second.approximate
    return replace(first, low=low, high=high, unit=smaller, end=second.end, approximate=approximate)


def _is_exact(first: ParsedQuantity, second: ParsedQuantity) -> bool:
    """Tell whether the larger units are whole and no bound: not `over two years, three months of them`."""
    return first.low == first.high == int(first.low) and 0 <= second.low == second.high


def _unit(text: str, quantity: ParsedQuantity, *, beside: bool) -> str:
    is_minute = beside and quantity.unit == "point" and text[quantity.end - 1] == _MINUTES
    return "minute" if is_minute else quantity.unit
