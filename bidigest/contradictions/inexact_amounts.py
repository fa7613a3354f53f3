"""Amounts that are not meant to the last digit: 603 and 600 million, “as much as 15 billion”."""

from __future__ import annotations

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.model import Quantity

_MOST_APART = 0.01
"""Share of the greater by which the two may differ at most."""

_LEAST = 100
"""Amount from which fewer digits are told of it."""


def is_rounded(one: Quantity, other: Quantity) -> bool:
    """Tell whether the rounder of two amounts, near the other, is that in fewer digits."""
    if one.unit != other.unit or (one.low, other.low) != (one.high, other.high):
        return False
    smaller, greater = sorted((abs(one.low), abs(other.low)))
    near = greater - smaller <= _MOST_APART * greater and smaller >= _LEAST
    return near and _digits(one.low) != _digits(other.low)


def _digits(amount: float) -> int:
    """Count the digits of an amount without the zeros that end it."""
    return len(f"{amount:.6f}".strip("0").strip("-").replace(".", "").rstrip("0"))


def is_told_at_most(first: str, one: Quantity, second: str, other: Quantity) -> bool:
    """Tell whether the greater of two amounts, and it alone, is what it may be as much as.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    (_, smaller), (_, greater) = sorted(
        ((one.low, _is_most(first, one)), (other.low, _is_most(second, other))),
        key=lambda each: each[0],
    )
    return greater and not smaller


def _is_most(text: str, figure: Quantity) -> bool:
    said = folded(text[: figure.span.end])
    return bool(pattern("contrasts/figures", "at most").search(said, figure.span.start))
