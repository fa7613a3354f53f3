"""How Chinese writes quantities, beside the lists of its words for them.

In: folded, lower-case text. Out: numbers (`numerals`), set phrases and shares.
"""

from __future__ import annotations

from bidigest.languages.parsed_quantity import Numeral, ParsedQuantity, ReadNumber
from bidigest.languages.zh.quantities import (
    counted_nouns,
    magnitudes,
    numerals,
    phrases,
    shares,
    units,
)

START = f"{numerals.START}|{phrases.START}"
POSSIBLE, PLAIN = numerals.POSSIBLE, numerals.PLAIN

scaled = magnitudes.scaled
continued = magnitudes.continued
counted = counted_nouns.counted
unit, amount = units.unit, units.amount


def number(text: str, at: int) -> Numeral | None:
    """Read the number that starts at `at`, if one does, and is not in digits alone."""
    character = text[at : at + 1]
    if "a" <= character <= "z":
        return None
    if "0" <= character <= "9":
        return magnitudes.mixed(text, at)
    return numerals.read(text, at)


def phrase(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read the phrase or share that is a quantity as a whole and starts at `at`, if one does.

    Args:
        text: folded, lower-case text.
        at: code point at which it begins.
        read_number: reads numbers, however they are written.
    """
    return phrases.read(text, at, read_number) or shares.read(text, at, read_number)


def behind_unit(text: str, quantity: ParsedQuantity) -> None:
    """Take in what follows a unit, or the noun that stands before its number: 三年半, 余震310次."""
    counted_nouns.name_occasions(text, quantity)
    units.continued(text, quantity)
