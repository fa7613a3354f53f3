"""All numbers of a text, whatever they count, rank or date: the 112th minute, 第112分钟, nine saves.

Quantities (`finding`) are what is measured, with a unit. That two sentences give the same rare number
tells of one event also where it is a rank, an age, a score, an article of a law, or counted in a
word that the other language has none for.
"""

from __future__ import annotations

import re
import unicodedata

from bidigest.languages.packs import quantity_grammars
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.scripts import fold
from bidigest.quantities import numerals

_START = re.compile("|".join(("(?<![0-9.,])[0-9]", *(each.PLAIN for each in quantity_grammars()))))
_TENTHS = tuple(sorted(all_words("quantities/units", "tenths")))
"""七成 is 70 %, as the other language gives it."""
_NOTHING_TOLD = frozenset((0.0, 1.0))
"""Numbers that stand everywhere: one of them, 15:00."""


def plain_numbers(text: str) -> frozenset[float]:
    """Return the numbers in a text; of ranges and of what is left open (数百, dozens) none."""
    low = fold(unicodedata.normalize("NFKC", text)).lower()
    found, at = set(), 0
    while match := _START.search(low, at):
        number = numerals.read(low, match.start())
        at = match.end() if number is None else max(match.end(), number.end)
        if number is not None and number.low == number.high and not number.bare:
            found.add(number.low * (10 if low.startswith(_TENTHS, number.end) else 1))
    return frozenset(found) - _NOTHING_TOLD
