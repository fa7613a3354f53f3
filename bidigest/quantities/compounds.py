"""Amounts in two units of which the second is left out: 3块5, 一米九二."""

from __future__ import annotations

import re

from bidigest.quantities.chinese_numbers import DIGITS
from bidigest.quantities.parsed_number import tidy
from bidigest.quantities.parsed_quantity import ParsedQuantity

_DIGIT = "1-9一二三四五六七八九"
_NO_MORE = r"(?![\d十百千万亿个名人位条只点倍折成.%]|[手维次级等][^。，]?)"
_YUAN = re.compile(rf"块(?P<parts>[{_DIGIT}])(?:[毛角]钱?)?{_NO_MORE}")
_METRES = re.compile(rf"米(?P<parts>[{_DIGIT}][0{_DIGIT}]?)(?:公分|厘米)?{_NO_MORE}")
_WHOLE_YUAN = re.compile(r" ?块(?![\w])")
_TALLEST = 20
"""Metres beyond which nobody speaks of the centimetres."""


def read(text: str, quantity: ParsedQuantity, end: int) -> ParsedQuantity | None:
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
    parts = _fraction(match["parts"])
    quantity.low, quantity.high = tidy(quantity.low + parts), tidy(quantity.high + parts)
    quantity.unit, quantity.end = unit, match.end()
    return quantity


def _fraction(digits: str) -> float:
    """Read digits as what stands behind the decimal point: 九二 is 0.92."""
    return float(
        "0." + "".join(d if d.isdigit() and d.isascii() else str(DIGITS[d]) for d in digits)
    )
