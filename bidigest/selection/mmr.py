"""The points that a page shows: each time the one that adds most to those already chosen.

What a point adds is its worth, times the sources whose sentences say something that no shown
statement has said yet (after Carbonell and Goldstein's maximal marginal relevance, SIGIR 1998).
What is added only ever shrinks, so a point is weighed again only when it comes to the top
(Minoux's lazy greedy).
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from bidigest.matching import Matches
from bidigest.selection.representative import score
from bidigest.sparse.matrices import Floats, symmetric

MOST_ALIKE = 0.5
"""Probability of making the same claim from which two statements are not both shown."""

ALREADY_SAID = 0.65
"""The same of a shown statement and any sentence of a point, from which the point is not shown:
whatever its statement says besides, part of it was said."""


UNSAID = 1.0
"""Power of what part of the statement is not said yet; chosen by `benchmarks/fit_choosing.py`."""


@dataclass(frozen=True, slots=True)
class CandidatePoint:
    """A point as one that might be shown; sentences by their numbers in the run."""

    representative: int
    worth: float
    sides: tuple[tuple[int, ...], ...]
    """The point's sentences, source by source."""
    partial_corroboration: float


@dataclass(frozen=True, slots=True)
class _Near:
    """Neighbours of each sentence: how much of what they say it says too, and those too alike.

    Both are (n_sentences, n_sentences).
    """

    said: sparse.csr_array
    alike: sparse.csr_array

    def of(self, sentence: int) -> list[tuple[int, float]]:
        """Return sentences with how much of them a sentence says."""
        return _row(self.said, sentence)

    def alike_to(self, sentence: int, least: float) -> list[int]:
        """Return sentences that so probably make a sentence's claim."""
        return [number for number, score in _row(self.alike, sentence) if score >= least]


@dataclass(frozen=True, slots=True)
class _Barred:
    """Sentences, by number, because of which a point is not shown any more."""

    speakers: set[int]
    """Where one of them speaks for it,"""
    members: set[int]
    """or where one of them stands in it."""


def select(
    candidates: Sequence[CandidatePoint], matches: Matches, size: int, limit: int
) -> list[int]:
    """Choose the points to show, each time the one that adds most.

    Args:
        candidates: the points.
        matches: what is known of pairs of sentences.
        size: number of sentences in the run.
        limit: how many points to show at most.

    Returns:
        Indexes of the candidates, in the order of choosing.
    """
    near = _near(matches, size)
    said = [0.0] * size
    barred = _Barred(set(), set())
    shown: list[int] = []
    waiting = [(-_added(candidate, said), at) for at, candidate in enumerate(candidates)]
    heapq.heapify(waiting)
    while waiting and len(shown) < limit:
        at = heapq.heappop(waiting)[1]
        added = _added(candidates[at], said)
        if added <= 0 or _barred(candidates[at], barred):
            continue
        if waiting and (-added, at) > waiting[0]:
            heapq.heappush(waiting, (-added, at))
            continue
        shown.append(at)
        _say(candidates[at], near, said, barred)
    return shown


def _added(candidate: CandidatePoint, said: Sequence[float]) -> float:
    new = sum(1 - min(said[number] for number in side) for side in candidate.sides)
    unsaid: float = max(0.0, 1 - said[candidate.representative]) ** UNSAID
    return round(score(candidate.worth, new, candidate.partial_corroboration) * unsaid, 6)


def _barred(candidate: CandidatePoint, barred: _Barred) -> bool:
    members = (number for side in candidate.sides for number in side)
    return candidate.representative in barred.speakers or not barred.members.isdisjoint(members)


def _say(candidate: CandidatePoint, near: _Near, said: list[float], barred: _Barred) -> None:
    """Note what the point says from now on."""
    for number, part in near.of(candidate.representative):
        said[number] = max(said[number], part)
    for side in candidate.sides:
        for number in side:
            said[number] = 1.0
    barred.speakers.update(near.alike_to(candidate.representative, MOST_ALIKE))
    barred.members.update(near.alike_to(candidate.representative, ALREADY_SAID))


def _near(matches: Matches, size: int) -> _Near:
    part = np.minimum(np.maximum(matches.concept_cosine, matches.scores), 1.0)
    return _Near(
        _both_ways(matches, part, size),
        _both_ways(matches, np.where(matches.scores >= MOST_ALIKE, matches.scores, 0.0), size),
    )


def _both_ways(matches: Matches, values: Floats, size: int) -> sparse.csr_array:
    """Tabulate values of pairs both ways.

    Args:
        matches: the pairs, n_pairs of them.
        values: float64, (n_pairs,).
        size: number of sentences.

    Returns:
        (n_sentences, n_sentences).
    """
    found = symmetric(values, matches.first, matches.second, size)
    found.eliminate_zeros()
    return found


def _row(matrix: sparse.csr_array, row: int) -> list[tuple[int, float]]:
    """List the columns and values of one row of a matrix (n_rows, n_columns)."""
    at = slice(matrix.indptr[row], matrix.indptr[row + 1])
    return list(zip(matrix.indices[at].tolist(), matrix.data[at].tolist(), strict=True))
