"""Pairs of sentences by their numbers, and the contrasts between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bidigest.contrasts.contrast import Contrast

Numbers = tuple[int, int]
"""Two sentences, the smaller number first, as tables of pairs have them."""

Contrasts = Mapping[Numbers, Contrast]
"""What sets pairs of sentences apart that sound alike."""


def numbers_of(one: int, other: int) -> Numbers:
    """Return the pair of two sentences, whichever is named first."""
    return (one, other) if one <= other else (other, one)


def opposed(contrasts: Contrasts) -> Iterator[Numbers]:
    """Find the pairs of which the one says what the other denies, or another date of it."""
    return (pair for pair, each in contrasts.items() if each.kind in ("polarity", "date"))
