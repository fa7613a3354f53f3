"""What stands around a number and changes it: 300+, 500-plus."""

from __future__ import annotations

from bidigest.languages.parsed_quantity import ParsedQuantity


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
