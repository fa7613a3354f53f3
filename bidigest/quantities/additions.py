"""What stands around a number and changes it: 300+, 500-plus, 15% off."""

from __future__ import annotations

from bidigest.languages.parsed_quantity import PERCENT, ParsedQuantity
from bidigest.languages.patterns import pattern

_OFF = pattern("quantities/discounts", "behind")
_DISCOUNT_OF = pattern("quantities/discounts", "before", behind="$")
_NEAR = 24
"""Code points before a quantity in which the word for a discount is looked for."""


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


def left_of_discount(text: str, quantity: ParsedQuantity) -> None:
    """Change a discount to the share of the price that is left.

    A bound is left as it is: of *up to 50% off* nobody asks for the least that is left.
    """
    if quantity.unit != PERCENT or quantity.low != quantity.high or not 0 < quantity.low < 100:
        return
    before = _DISCOUNT_OF.search(text[max(0, quantity.start - _NEAR) : quantity.start])
    after = _OFF.match(text, quantity.end)
    if not before and not after:
        return
    quantity.low = quantity.high = 100 - quantity.low
    if before:
        quantity.start -= len(before[0])
    elif after:
        quantity.end = after.end()
