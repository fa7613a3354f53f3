"""One amount in two units: 一年零九个月, 2 hours and 30 minutes, 5分30秒."""

from __future__ import annotations

from dataclasses import replace

from bidigest.languages.parsed_quantity import ParsedQuantity, tidy
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import all_words

_SMALLER = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
    ("minute", "second"): 60, ("foot", "inch"): 12,
}  # fmt: skip
_BETWEEN = pattern("quantities/units", "between units", behind="?")
_MINUTES = tuple(sorted(all_words("quantities/units", "points or minutes")))
"""Points, unless hours stand before them or seconds behind."""


def summed(text: str, first: ParsedQuantity, second: ParsedQuantity) -> ParsedQuantity | None:
    """Add two neighbouring quantities up to one amount in the smaller unit; None where they are two.

    Args:
        text: folded, lower-case text.
        first: the quantity in the larger unit, if they belong together.
        second: the quantity that follows it.
    """
    if not _BETWEEN.fullmatch(text, first.end, second.start) or not _is_exact(first, second):
        return None
    larger = _unit(text, first, beside=second.unit == "second")
    smaller = _unit(text, second, beside=larger == "hour")
    times = _SMALLER.get((larger, smaller))
    if times is None or second.high >= times:
        return None
    low, high = tidy(first.low * times + second.low), tidy(first.high * times + second.high)
    approximate = first.approximate or second.approximate
    return replace(first, low=low, high=high, unit=smaller, end=second.end, approximate=approximate)


def _is_exact(first: ParsedQuantity, second: ParsedQuantity) -> bool:
    """Tell whether the larger units are whole and no bound: not `over two years, three months of them`."""
    return first.low == first.high == int(first.low) and 0 <= second.low == second.high


def _unit(text: str, quantity: ParsedQuantity, *, beside: bool) -> str:
    is_minute = beside and quantity.unit == "point" and text.endswith(_MINUTES, 0, quantity.end)
    return "minute" if is_minute else quantity.unit
