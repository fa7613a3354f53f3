"""Whether a number is below zero, by a sign or by a word.

Signs: -3 %, 零下 5 度, 负 0.5 %, minus 22 degrees, accounting brackets, ±3. Words that give the size of a
loss or a fall: 亏损3.2亿元, down 12.5 %. Such a figure agrees with the one that carries the sign
instead: 净利润-3.2亿元, -12.5 %. A level that something fell to (降至3%) is no fall.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bidigest.languages.parsed_quantity import PERCENT, Numeral
from bidigest.languages.patterns import either, pattern
from bidigest.languages.unit_words import CURRENCIES
from bidigest.languages.zh.scripts import HAN
from bidigest.quantities.rare_notations import ACCOUNTED

_LIST = "quantities/signs"
_NEGATIVE = rf"{either(_LIST, 'minus')}|{ACCOUNTED}-"
_WORD = re.compile(rf"(?:(?P<both>±|{either(_LIST, 'plus or minus')})|(?P<minus>{_NEGATIVE}))$")
_DASH = re.compile(rf"(?:^|[\s(（,，;；:：、|])(?P<sign>[+-])$|(?P<han>[{HAN}])(?P<joined>[+-])$")
SECOND = rf"(?:{_NEGATIVE}|-(?=[\d$€£¥₹]))"
"""A sign of the upper end of a range."""
_SIGNED = frozenset((PERCENT, "percentage point", "°C", "°F"))
_BELOW_ZERO = pattern(_LIST, "below zero", behind="$")
"""What may be below zero: an amount of money behind it is negative, not a dash's next item."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, where it begins, and whether the writer may have meant a dash instead."""

    kind: Literal["minus", "plus", "both"]
    start: int
    joined: bool = False


def sign_before(text: str, at: int, floor: int) -> Sign | None:
    """Find the sign that ends at `at`.

    Args:
        text: folded, lower-case text.
        at: code point at which the number, or the currency before it, begins.
        floor: code point before which nothing may be taken in.
    """
    window = text[max(floor, at - 14) : at]
    offset = at - len(window)
    if match := _WORD.search(window):
        return Sign("both" if match["both"] else "minus", offset + match.start())
    if (match := _DASH.search(window)) is None or (offset > 0 and match.end() == 1):
        return None
    return Sign("minus" if window[-1] == "-" else "plus", at - 1, joined=bool(match["han"]))


def inside(text: str, start: int, number: int) -> Sign | None:
    """Find the sign between a currency and its number: $-750.

    Args:
        text: folded, lower-case text.
        start: code point at which the currency begins.
        number: code point at which the number begins.
    """
    return Sign("minus", start) if text[start:number].endswith("-") else None


def signed(number: Numeral, sign: Sign | None) -> Numeral:
    """Apply a sign to a number; a tolerance (±) reaches as far below zero as above."""
    if sign is None or sign.kind == "plus":
        return number
    return number.negated() if sign.kind == "minus" else replace(number, low=-number.high)


def is_meant(text: str, sign: Sign, unit: str) -> bool:
    """Tell a sign from a dash: 净利润-3.2亿元 and 同比-12.5%, but neither 腾讯-3亿元 nor 三班-40人.

    Args:
        text: folded, lower-case text.
        sign: the sign in question.
        unit: name of the unit that the number has.
    """
    if not sign.joined or unit in _SIGNED:
        return True
    if unit not in ("", "m") and unit.partition("/")[0] not in CURRENCIES:
        return False
    return bool(_BELOW_ZERO.search(text[max(0, sign.start - 4) : sign.start]))


_NEAR = 24
"""Characters on either side in which the word stands."""
_FALL_BEFORE = pattern(_LIST, "fall before", behind="$")
_FALL_AFTER = pattern(_LIST, "fall behind")


def is_decrease(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a figure call it a loss or a fall.

    Args:
        text: folded, lower-case text.
        start: code point at which the figure begins.
        end: code point after it.
    """
    sign_before = text[max(0, start - _NEAR) : start]
    return bool(_FALL_BEFORE.search(sign_before) or _FALL_AFTER.match(text, end, end + _NEAR))
