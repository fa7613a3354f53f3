"""Whether a number with a unit is a quantity, rather than an article, a score or part of a word."""

from __future__ import annotations

import re

from bidigest.languages.parsed_quantity import Numeral, ParsedQuantity, Unit
from bidigest.languages.unit_words import COUNTS
from bidigest.quantities import units

_SCORED = re.compile(r"[得获打拿扣加减给评][了到出]?$")
_ARTICLE_TIME = re.compile(r"[这那每某有哪同逐新后前头]$|过去$")
_OFTEN_ARTICLES = frozenset(("year", "month", "week"))
_NEVER_ONE = frozenset(
    ("day second 人 次 字 国 省 户 例 股 point CNY m °C degree g jin mu litre barrel foot").split()
) | {"year old"}


def is_quantity(text: str, quantity: ParsedQuantity, number: Numeral, unit: Unit) -> bool:
    """Tell whether this number with this unit is a quantity, rather than an article or a label.

    Args:
        text: folded, lower-case text.
        quantity: the quantity as read so far.
        number: its number, as written.
        unit: its unit, as read.
    """
    before = text[max(0, quantity.start - 2) : quantity.start]
    if number.low == number.high == 1 and text.startswith("半", unit.end):
        return True
    if number.written != "digits" and number.low == number.high == 1:
        return unit.name not in _NEVER_ONE and not (
            unit.name in _OFTEN_ARTICLES and _ARTICLE_TIME.search(before)
        )
    if unit.name in COUNTS and text.startswith("二", quantity.start) and number.high == 2:
        return False
    if unit.name == "KRW" and number.high < 1_000:
        # Three won: a verb.
        return False
    if number.written == "han" and unit.name == "point":
        return number.low > 10 or bool(_SCORED.search(before))
    if number.written == "han" and unit.name in ("°C", "mu"):
        return number.low >= 10 or number.high < 0
    if text.startswith("半", quantity.start):
        is_half = units.is_time(unit.name) and unit.name != "day"
        return is_half or unit.name == "percentage point"
    return True
