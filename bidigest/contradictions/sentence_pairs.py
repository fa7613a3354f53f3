"""Pairs of sentences by their numbers, the smaller one first, as tables of pairs have them."""

from __future__ import annotations

__all__ = ["Numbers", "numbers_of"]

Numbers = tuple[int, int]
"""Two sentences, the smaller number first."""


def numbers_of(one: int, other: int) -> Numbers:
    """Return the pair of two sentences, whichever is named first."""
    return (one, other) if one <= other else (other, one)
