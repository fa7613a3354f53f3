"""Links: how near groups of sentences come to each other, over all their pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bidigest.matching import Matches
from bidigest.sparse.matrices import Floats, Integers

NOBODY = -1
"""Owner of a sentence that is left out."""


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of groups (one < other), sorted, with the greatest score of two of their sentences.

    All arrays are of shape (n_links,).
    """

    one: Integers
    other: Integers
    scores: Floats
    rows: Integers
    """Where the pair of sentences with that score stands in the matches."""

    def nearest(self, count: int) -> dict[int, list[tuple[int, int]]]:
        """Find for each group the others that come nearest to it, with rows in the matches."""
        group, neighbour = np.r_[self.one, self.other], np.r_[self.other, self.one]
        one, other, scores, rows = (
            np.r_[x, x] for x in (self.one, self.other, self.scores, self.rows)
        )
        order = np.lexsort((other, one, -scores, group))
        group, neighbour, rows = group[order], neighbour[order], rows[order]
        kept = np.arange(len(group)) - np.searchsorted(group, group) < count
        near: dict[int, list[tuple[int, int]]] = {}
        columns = (group[kept].tolist(), neighbour[kept].tolist(), rows[kept].tolist())
        for own, another, row in zip(*columns, strict=True):
            near.setdefault(own, []).append((another, row))
        return near


def links(matches: Matches, owner: Integers) -> Links:
    """Link groups by the pairs of their sentences.

    Args:
        matches: pairs with their probabilities.
        owner: int64, (n_sentences,), each sentence's group.
    """
    first, second = owner[matches.first], owner[matches.second]
    apart = (first != NOBODY) & (second != NOBODY) & (first != second)
    one = np.minimum(first[apart], second[apart])
    other = np.maximum(first[apart], second[apart])
    scores = matches.scores[apart]
    order = np.lexsort((-scores, other, one))
    one, other, scores, rows = (x[order] for x in (one, other, scores, np.flatnonzero(apart)))
    best = np.r_[True, (one[1:] != one[:-1]) | (other[1:] != other[:-1])][: len(one)]
    return Links(one[best], other[best], scores[best], rows[best])
