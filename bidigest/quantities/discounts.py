"""Discounts of so many per cent, read as 折 is: 15% off and 八五折 both leave 85 % of the price."""

from __future__ import annotations

import re

from bidigest.quantities.parsed_quantity import ParsedQuantity
from bidigest.quantities.unit_words import PERCENT

_OFF = re.compile(
    r" off(?![a-z-])(?! (?:(?:its|their|his|her|the|a|an|that|this|last|recent|all-time|january|"
    r"[a-z]+'s) )*(?:[a-z-]+ )?(?:peaks?|highs?|lows?|records?|tops?|coasts?|shores?|pace|lead|grid|"
    r"sick|duty|work|course|target|limits|balance|guard)(?![a-z]))"
    r"|[ -]discount(?:s|ed)?(?! (?:rate|factor|store|window))(?![a-z])"
)
_DISCOUNT_OF = re.compile(r"discounts? of (?:about |around |nearly |almost )?$")
_WIDEST = 24
"""Code points before a figure in which what it is a discount of is announced."""


def left_over(text: str, quantity: ParsedQuantity) -> None:
    """Change a draft of a discount to the share of the price that is left.

    A bound is left as it is: of *up to 50% off* nobody asks for the least that is left.
    """
    if quantity.unit != PERCENT or quantity.low != quantity.high or not 0 < quantity.low < 100:
        return
    before = _DISCOUNT_OF.search(text[max(0, quantity.start - _WIDEST) : quantity.start])
    after = _OFF.match(text, quantity.end)
    if not before and not after:
        return
    quantity.low = quantity.high = 100 - quantity.low
    if before:
        quantity.start -= len(before[0])
    elif after:
        quantity.end = after.end()
