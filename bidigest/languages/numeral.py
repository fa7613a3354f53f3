"""The common form into which every way of writing a number is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias


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
