"""Shards of a run: when pairs are divided into blocks, who works on these, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np

from bidigest.sharding.blocks import blocks
from bidigest.sharding.pair_block import FindValues, Measure, PairBlock, Told, in_turn
from bidigest.sharding.processes import processes
from bidigest.sparse.matrices import Floats, Integers, distinct

MOST_SENTENCES = 2_000
"""Of a block: some seconds of work, and some megabytes of sentences taken apart."""

WORTH_A_TRIP = 20_000
"""Pairs from which sending blocks to other processes pays: about a second of work."""


WORTH_PROCESSES = 100_000
"""The same where processes have to be started, each with its dictionaries: some three seconds."""

MERGED_WHOLE = 200_000
"""Sentences beyond which pairs are worked on block by block, whoever does it: what all sentences
taken apart need would be most of a run's memory."""


@dataclass(frozen=True, slots=True)
class Shards:
    """How the work on a run's pairs is divided."""

    run: FindValues = in_turn
    least_pairs: int = WORTH_A_TRIP
    """Fewer are not divided; at least 1."""
    most_sentences: int = MOST_SENTENCES
    """That a group has; its block has those as well that its pairs reach."""

    def values(
        self,
        measure: Measure[Told],
        told: Callable[[int], Told],
        first: Integers,
        second: Integers,
        nearness: Floats,
    ) -> Floats:
        """Find values of pairs block by block; they are those that one process finds.

        Args:
            measure: finds values of pairs.
            told: tells of a sentence, by its number, what the values hang on.
            first: int64, (n_pairs,), numbers of sentences.
            second: int64, (n_pairs,).
            nearness: float64, (n_pairs,), how near the two are.

        Returns:
            float64, (n_pairs, n_columns).
        """
        places = blocks(first, second, nearness, self.most_sentences)
        made = [_block(measure, told, first[rows], second[rows]) for rows in places]
        found = list(self.run(made))
        values = np.empty((len(first), found[0].shape[1]))
        for rows, each in zip(places, found, strict=True):
            values[rows] = each
        return values


def by_default(sentences: int) -> Shards | None:
    """Divide the work of a run of very many sentences; it needs less memory so."""
    return Shards() if sentences > MERGED_WHOLE else None


@contextmanager
def among_processes(count: int) -> Iterator[Shards | None]:
    """Divide the work among so many processes on this machine, where that pays."""
    with processes(count) as run:
        yield Shards(run, WORTH_PROCESSES) if count > 1 else None


def value_finder(
    shards: Shards | None,
    here: Callable[[Integers], Floats],
    measure: Measure[Told],
    told: Callable[[int], Told],
    first: Integers,
    second: Integers,
    nearness: Floats,
) -> Callable[[Integers], Floats]:
    """Return what finds values of some of the pairs, by their places: at once, or block by block.

    Args:
        shards: how the work is divided, if it is.
        here: finds values of some pairs in this process, which may know more than is told.
        measure: finds the same values of pairs of a block.
        told: tells of a sentence, by its number, what the values hang on.
        first: int64, (n_pairs,), numbers of sentences.
        second: int64, (n_pairs,).
        nearness: float64, (n_pairs,), how near the two are.
    """

    def some(chosen: Integers) -> Floats:
        """Find values of some pairs, by places, int64, (n_chosen,): (n_chosen, n_columns)."""
        if shards is None or len(chosen) < shards.least_pairs:
            return here(chosen)
        return shards.values(measure, told, first[chosen], second[chosen], nearness[chosen])

    return some


def _block(
    measure: Measure[Told], told: Callable[[int], Told], first: Integers, second: Integers
) -> PairBlock[Any]:
    """Make the block of some pairs, numbers of sentences, both int64, (n_pairs,)."""
    sentences = distinct(np.r_[first, second])
    return PairBlock(
        measure,
        tuple(told(number) for number in sentences.tolist()),
        np.searchsorted(sentences, first),
        np.searchsorted(sentences, second),
    )
