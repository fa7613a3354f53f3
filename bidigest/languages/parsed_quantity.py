"""The common form into which every way of writing a number or a quantity is read."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Sense = Literal["about", "over", "under", "exactly"]
"""What the words around a number make of it."""

PERCENT, TIMES, RATIO = "%", "x", "ratio"
"""Names of units that are no words of a text."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, before its unit."""

    low: float
    high: float
    end: int
    """Position after its last character."""
    written: Literal["digits", "han", "words"]
    approximate: bool = False
    step: float = 1
    """Place value of the last digit that is said: 100 in 300, 0.1 in 2.5."""
    bare: bool = False
    """A magnitude without a number before it: 百, 千万."""
    scale: float = 1
    """The magnitude named last, which a range shares: 亿 in 300-400 亿."""
    grouped: bool = False
    """Digits written as an amount rather than as a label: 1,000, 2.5, 3 million."""

    def times(self, factor: float) -> Numeral:
        """Multiply the number by a magnitude that follows it."""
        return replace(
            self,
            low=tidy(self.low * factor),
            high=tidy(self.high * factor),
            step=self.step * factor,
            scale=factor,
            grouped=True,
        )

    def negated(self) -> Numeral:
        """Turn the interval below zero."""
        return replace(self, low=-self.high, high=-self.low)

    def until(self, end: int) -> Numeral:
        """Extend the number's text to another end; its value stays."""
        return replace(self, end=end)


ReadNumber: TypeAlias = Callable[[str, int], Numeral | None]
"""Reads the number, however it is written, that starts at a code point of a text."""


def tidy(value: float) -> float:
    """Round away the noise of binary fractions: 1.2 * 1e8 is 120000000."""
    return float(f"{value:.12g}")


def last_place(digits: str) -> float:
    """Return the place value of the last digit that is said: 100 of 1,300, 0.01 of 2.50."""
    whole, _, fraction = digits.replace(",", "").partition(".")
    if fraction:
        return 10.0 ** -len(fraction)
    return 10.0 ** (len(whole) - len(whole.rstrip("0") or "0"))


@dataclass(frozen=True, slots=True)
class ParsedUnit:
    """A unit as read: what the number is multiplied by, and where its words end."""

    name: str
    factor: float
    end: int
    plus: float = 0.0
    """Added after multiplying: the 五 of 九成五."""
    more: float = 0.0
    """Added to the upper end alone: the 多 of 七成多."""
    approximate: bool = False
    measure: bool = False
    """Named by a measure word, so that 1998 before it is no year."""


@dataclass(slots=True)
class ParsedQuantity:
    """An interval, its unit and its stretch of text, before the words around it are taken in.

    Mutable on purpose: one object a reading.

    `start` and `end` are code points of the folded text.
    """

    low: float
    high: float
    unit: str
    start: int
    end: int
    approximate: bool = False
    certain: bool = True
    """Whether it is a quantity even without a qualifier."""

    decrease: bool = False
    """Whether it is the size of a loss or a fall."""
    bare: bool = False
    """Whether it is a magnitude without a number: 百万人."""

    def qualify(self, sense: Sense) -> None:
        """Bound the interval (`over`, `under`) or mark it as approximate (`about`)."""
        if sense == "about":
            self.approximate = True
        elif sense == "over":
            self.approximate &= self.low < self.high
            self.high = 100.0 if self.unit == PERCENT and self.low <= 100 else math.inf
        elif sense == "under":
            self.approximate &= self.low < self.high
            self.low = 0.0 if self.high >= 0 else -math.inf

    def add(self, amount: float) -> None:
        """Add to both ends."""
        self.low, self.high = tidy(self.low + amount), tidy(self.high + amount)

    def scale(self, factor: float) -> None:
        """Multiply both ends."""
        self.low, self.high = tidy(self.low * factor), tidy(self.high * factor)


def rounded_share(share: float, start: int, end: int) -> ParsedQuantity:
    """Make a share, in per cent, that speech has rounded.

    Args:
        share: in per cent.
        start: code point at which its words begin.
        end: code point after them.
    """
    return ParsedQuantity(tidy(share), tidy(share), PERCENT, start, end, approximate=True)
