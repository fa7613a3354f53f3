"""How English writes quantities, beside the lists of its words for them.

In: folded, lower-case text. Out: numbers (`numerals`), set phrases and shares.
"""

from __future__ import annotations

from bidigest.languages.en.quantities import (
    counted_nouns,
    magnitudes,
    numerals,
    phrases,
    shares,
    units,
)
from bidigest.languages.parsed_quantity import Numeral, ParsedQuantity, ReadNumber

START = POSSIBLE = rf"(?<![a-z])(?=[acdefhlmnoqrst])(?:{numerals.START}|{phrases.START})(?![a-z])"
PLAIN = numerals.PLAIN

scaled = magnitudes.scaled
continued = magnitudes.continued
counted = counted_nouns.counted
unit, behind_unit = units.unit, units.behind_unit


def number(text: str, at: int) -> Numeral | None:
    """Read the number in words that starts at `at`, if one does."""
    return numerals.read(text, at) if "a" <= text[at : at + 1] <= "z" else None


def phrase(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read the phrase or share that is a quantity as a whole and starts at `at`, if one does.

    Args:
        text: folded, lower-case text.
        at: code point at which it begins.
        read_number: reads numbers, however they are written.
    """
    return phrases.read(text, at, read_number) or shares.read(text, at, read_number)


def amount(text: str, quantity: ParsedQuantity, end: int) -> None:
    """Read nothing: English leaves no second unit out.

    Args:
        text: folded, lower-case text.
        quantity: the number before.
        end: code point after the number.
    """
