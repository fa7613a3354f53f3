"""Ranges: two numbers of one unit, and the quantities that they make."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import floor as round_down
from math import log10

from bidigest.languages.parsed_quantity import PERCENT, Numeral, ParsedQuantity, ParsedUnit
from bidigest.languages.patterns import either, pattern
from bidigest.quantities import numerals, signs, units

_LIST = "quantities/ranges"
_TO = re.compile(
    rf" ?(?P<word>-|~|—(?!—)|{either(_LIST, 'to')}|(?P<either>{either(_LIST, 'or')})"
    rf"|(?P<both>{either(_LIST, 'and')})) ?(?P<sign>{signs.SECOND})?"
    rf"(?:{units.PREFIX}|{units.SHARE_PREFIX})? ?"
)
_BETWEEN = re.compile(rf"(?:{either(_LIST, 'between')}|(?P<within>{either(_LIST, 'within')})) ?$")
_FROM = pattern(_LIST, "from", behind=" ?$")
_RANGING = pattern(_LIST, "ranging", behind=" ?$")
_MEASURE = pattern(_LIST, "measure")


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before a number and is its unit (US$, 百分之), and where it and the number begin."""

    unit: str
    start: int
    number: int


def read(
    text: str, start: int, first: Numeral, prefix: Prefix | None
) -> tuple[Numeral, re.Match[str]] | None:
    """Read two numbers as the ends of one range, where the second can be the upper end.

    Args:
        text: folded, lower-case text.
        start: code point at which the quantity begins, sign and prefix included.
        first: the number that may be the lower end.
        prefix: the unit before that number, if one stands there.

    Returns:
        The range as one number, and the match of the words between its ends; None if there is none.
    """
    unit = None if prefix and prefix.unit == PERCENT else _whole_unit(text, first.end)
    measure = None if unit else _MEASURE.match(text, first.end)
    to = _TO.match(text, unit.end if unit else measure.end() if measure else first.end)
    if to is None or not _may_join(text, start, to):
        return None
    second = numerals.read(text, to.end(), money=bool(prefix) or to.end() - to.start() > 4)
    if second and to["sign"] and not (to["word"] == to["sign"] == "-" and first.low >= 0):
        second = second.negated()
        if second.high < first.low and not _FROM.search(text[max(0, start - 14) : start]):
            # 零下10至零下15度: the warmer end first.
            first, second = replace(second, end=first.end), replace(first, end=second.end)
    if second is None or (unit and not _same(unit, _whole_unit(text, second.end), prefix)):
        return None
    joined = _joined(first, second, neighbours=bool(to["either"]), shared=unit is None)
    return (joined, to) if joined else None


def _whole_unit(text: str, at: int) -> ParsedUnit | None:
    """Read a unit that adds nothing to its number: not that of 一个半月到两个月."""
    unit = units.read(text, at)
    return None if unit and (unit.plus or unit.more) else unit


def _may_join(text: str, start: int, to: re.Match[str]) -> bool:
    """Tell whether these words join two ends: `and` does only after `between`."""
    return to["both"] is None or bool(_BETWEEN.search(text[max(0, start - 9) : start]))


def _same(unit: ParsedUnit, other: ParsedUnit | None, prefix: Prefix | None) -> bool:
    return (other is None and prefix is not None) or (other is not None and unit.name == other.name)


def _joined(first: Numeral, second: Numeral, *, neighbours: bool, shared: bool) -> Numeral | None:
    low = _lifted(first, second) if shared else first.low
    if low >= second.high or (second.approximate and second.high > 2 * second.low):
        return None
    if neighbours and not _are_neighbours(low, second):
        return None
    return replace(
        second,
        low=low,
        approximate=first.approximate or second.approximate,
        grouped=first.grouped or second.grouped,
        bare=False,
    )


def _are_neighbours(low: float, second: Numeral) -> bool:
    """Tell whether two numbers are near enough for a range: two or three, two or three hundred."""
    return second.low - low <= 2 * second.scale and second.high < 20 * second.scale


def _lifted(first: Numeral, second: Numeral) -> float:
    """Give the lower end the magnitude that only the upper end names: 三到四百亿."""
    if first.scale > 1:
        return first.low
    if first.written == "han" and first.low < 10 <= second.low:
        lifted = first.low * 10.0 ** round_down(log10(second.low))
        if lifted < second.low:
            return lifted
    return first.low * second.scale if first.low * second.scale < second.low else first.low


def settle(
    text: str, quantity: ParsedQuantity, to: re.Match[str], floor: int
) -> list[ParsedQuantity]:
    """Make of a range one quantity, or two where something went from the one number to the other.

    Args:
        text: folded, lower-case text.
        quantity: the range, with its unit.
        to: the match of the words between its ends.
        floor: code point before which nothing may be taken in.
    """
    before = text[max(floor, quantity.start - 14) : quantity.start]
    if _FROM.search(before) and not _RANGING.search(before):
        return _apart(quantity, to)
    _include_between(text, quantity, floor)
    return [quantity]


def _apart(quantity: ParsedQuantity, to: re.Match[str]) -> list[ParsedQuantity]:
    """Split `from A to B` into two quantities."""
    low, high = replace(quantity, high=quantity.low), replace(quantity, low=quantity.high)
    low.end = to.start()
    high.start = to.end("word") + (to.string[to.end("word")] == " ")
    return [low, high]


def _include_between(text: str, quantity: ParsedQuantity, floor: int) -> None:
    window = text[max(floor, quantity.start - 9) : quantity.start]
    if (match := _BETWEEN.search(window)) and match["within"] is None:
        quantity.start -= len(window) - match.start()
