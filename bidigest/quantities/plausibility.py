"""Whether a number with a unit is a quantity, rather than an article, a score or part of a word."""

from __future__ import annotations

from bidigest.languages.parsed_quantity import Numeral, ParsedQuantity, ParsedUnit
from bidigest.languages.patterns import pattern
from bidigest.languages.unit_words import COUNTS, names_of
from bidigest.quantities import units

_LIST = "quantities/qualifiers"
_SCORED, _ARTICLE = pattern(_LIST, "scored"), pattern(_LIST, "article")
HALF, COUNTS_OFF = pattern(_LIST, "half"), pattern(_LIST, "counts off")
_OFTEN_ARTICLES = frozenset(("year", "month", "week"))
_NEVER_ONE = names_of("never one")


def is_quantity(text: str, quantity: ParsedQuantity, number: Numeral, unit: ParsedUnit) -> bool:
    """Tell whether this number with this unit is a quantity, rather than an article or a label.

    Args:
        text: folded, lower-case text.
        quantity: the quantity as read so far.
        number: its number, as written.
        unit: its unit, as read.
    """
    before = text[max(0, quantity.start - 2) : quantity.start]
    if number.low == number.high == 1 and HALF.match(text, unit.end):
        return True
    if number.written != "digits" and number.low == number.high == 1:
        return unit.name not in _NEVER_ONE and not (
            unit.name in _OFTEN_ARTICLES and _ARTICLE.search(before)
        )
    if unit.name in COUNTS and COUNTS_OFF.match(text, quantity.start) and number.high == 2:
        return False
    if unit.name == "KRW" and number.high < 1_000:
        # Three won: a verb.
        return False
    if number.written == "han" and unit.name == "point":
        return number.low > 10 or bool(_SCORED.search(before))
    if number.written == "han" and unit.name in ("°C", "mu"):
        return number.low >= 10 or number.high < 0
    if HALF.match(text, quantity.start):
        is_half = units.is_time(unit.name) and unit.name != "day"
        return is_half or unit.name == "percentage point"
    return True
