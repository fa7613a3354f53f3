"""A quantity while it is being read: mutable on purpose, one object a reading."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from bidigest.languages.numeral import tidy

Sense = Literal["about", "over", "under", "exactly"]
"""What the words around a number make of it."""

PERCENT, TIMES, RATIO = "%", "x", "ratio"
"""Names of units that are no words of a text."""


@dataclass(slots=True)
class ParsedQuantity:
    """An interval, its unit and its stretch of text, before the words around it are taken in.

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
