"""How English writes quantities, beside the lists of its words for them.

In: folded, lower-case text. Out: numbers (`numerals`), set phrases and shares.
"""

from __future__ import annotations

from bidigest.languages.en.quantities import numerals, phrases, shares
from bidigest.languages.parsed_quantity import ParsedQuantity, ReadNumber

START = POSSIBLE = rf"(?<![a-z])(?=[acdefhlmnoqrst])(?:{numerals.START}|{phrases.START})(?![a-z])"

number = numerals.read


def phrase(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read the phrase or share that is a quantity as a whole and starts at `at`, if one does.

    Args:
        text: folded, lower-case text.
        at: code point at which it begins.
        read_number: reads numbers, however they are written.
    """
    return phrases.read(text, at, read_number) or shares.read(text, at, read_number)
