"""Find the figures of a stretch of text, in one pass."""

from __future__ import annotations

import re

from bidigest.languages.packs import quantity_grammars
from bidigest.languages.parsed_quantity import PERCENT, ParsedQuantity
from bidigest.languages.patterns import pattern
from bidigest.languages.unit_words import CURRENCIES
from bidigest.model import Quantity, Span
from bidigest.quantities import (
    additions,
    compound_amounts,
    measurements,
    numerals,
    qualifiers,
    shares,
    signs,
    units,
)
from bidigest.quantities.masking import mask_numerals

_START = re.compile(
    "|".join((f"[0-9{numerals.FRACTIONS}]", *(each.START for each in quantity_grammars())))
)
_POSSIBLE = re.compile(
    "|".join((f"[0-9０-９{numerals.FRACTIONS}]", *(each.POSSIBLE for each in quantity_grammars())))
)
_PAST = re.compile(
    r"[0-9]++(?>(?:[.,][0-9]++)*)[a-z]*+|[零〇一二两三四五六七八九十百千万亿]++|[a-z]++|.",
    re.DOTALL,
)
_CHANGING = frozenset((PERCENT, "percentage point", "basis point", *CURRENCIES))
"""Units of what is told with a sign or with a word for a fall."""
_OF_TIME = pattern("quantities/qualifiers", "of time")
_MAGNITUDE = pattern("quantities/qualifiers", "magnitude")


def find_quantities(text: str, span: Span) -> tuple[Quantity, ...]:
    """Find the figures within a span, in order and not overlapping.

    Args:
        text: a whole text as its source has it.
        span: where to look.

    Returns:
        Figures whose spans count code points of `text`.
    """
    stretch = text[span.start : span.end]
    if not _POSSIBLE.search(stretch.lower()):
        return ()
    found: list[ParsedQuantity] = []
    bare, at, floor = mask_numerals(stretch.replace("\n", " ")), 0, 0
    while match := _START.search(bare, at):
        quantities = _read(bare, match.start(), floor)
        _take_in(bare, found, quantities)
        at = floor = quantities[-1].end if quantities else floor
        if not quantities:
            past = _PAST.match(bare, match.start())
            at = past.end() if past else match.end()
    return tuple(_figure(quantity, span.start) for quantity in found)


def _take_in(text: str, found: list[ParsedQuantity], quantities: list[ParsedQuantity]) -> None:
    """Add quantities to those found, the first joined with the one before if both are one amount."""
    if found and quantities and (one := compound_amounts.summed(text, found[-1], quantities[0])):
        found[-1] = one
        quantities = quantities[1:]
    found += quantities


def _read(text: str, at: int, floor: int) -> list[ParsedQuantity]:
    """Read the quantities that start here; none where one of them is uncertain."""
    phrases = (grammar.phrase(text, at, numerals.read) for grammar in quantity_grammars())
    phrase = next(filter(None, phrases), None) or shares.read(text, at)
    quantities = [phrase] if phrase else measurements.read(text, at, floor)
    for quantity in quantities:
        _qualify(text, quantity, floor)
        additions.left_of_discount(text, quantity)
        if quantity.low >= 0 and quantity.unit in _CHANGING:
            quantity.decrease = signs.is_decrease(text, quantity.start, quantity.end)
    return quantities if quantities and all(quantity.certain for quantity in quantities) else []


def _qualify(text: str, quantity: ParsedQuantity, floor: int) -> None:
    """Take in the qualifiers on both sides."""
    number = quantity.low
    if before := qualifiers.qualifier_before(text, quantity.start, floor):
        sense, start = before
        if not _is_of_time(text[start : quantity.start], quantity):
            quantity.qualify(sense)
            quantity.start, quantity.certain = start, True
    elif (
        (quantity.bare or not quantity.certain)
        and quantity.low > 0
        and quantity.start > floor
        and _MAGNITUDE.match(text, quantity.start - 1)
    ):
        quantity.start, quantity.certain, quantity.approximate = quantity.start - 1, True, True
        quantity.high = number * 10
    if after := qualifiers.after(text, quantity.end):
        quantity.qualify(after[0])
        quantity.end, quantity.certain = after[1], True


def _is_of_time(words: str, quantity: ParsedQuantity) -> bool:
    """Tell a time span from a bound: 近三年 is the last three years, over two years may be during them."""
    return units.is_time(quantity.unit) and _OF_TIME.fullmatch(words.strip(" *")) is not None


def _figure(quantity: ParsedQuantity, offset: int) -> Quantity:
    span = Span(quantity.start + offset, quantity.end + offset)
    return Quantity(
        quantity.low, quantity.high, quantity.unit, quantity.approximate, span, quantity.decrease
    )
