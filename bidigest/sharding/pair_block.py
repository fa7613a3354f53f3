"""A block of pairs as it goes to whoever finds its values: all that these hang on, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bidigest.sparse.matrices import Floats, Integers

Told = TypeVar("Told")
"""What a measure wants to know of a sentence."""

Measure = Callable[[Sequence[Told], Integers, Integers], Floats]
"""A function of a module, as it is sent to other processes by its name. Of what is told of
sentences and of pairs of their places, both int64, (n_pairs,), it returns float64, (n_pairs,
n_columns)."""


@dataclass(frozen=True, slots=True)
class PairBlock(Generic[Told]):
    """Pairs of sentences, with what is told of each; it can be sent to another process."""

    measure: Measure[Told]
    told: tuple[Told, ...]
    """Of each sentence."""
    first: Integers
    """int64, (n_pairs,), places among these sentences."""
    second: Integers

    def values(self) -> Floats:
        """Find the pairs' values: float64, (n_pairs, n_columns)."""
        return self.measure(self.told, self.first, self.second)


FindValues = Callable[[Sequence[PairBlock[Any]]], Iterable[Floats]]
"""Finds the values of blocks, in their order, wherever it likes."""


def in_turn(blocks: Sequence[PairBlock[Any]]) -> Iterable[Floats]:
    """Find the values of blocks one after the other, here: float64, (n_pairs, n_columns)."""
    return (block.values() for block in blocks)
