"""The points that a page shows: each time the one that adds most to those already chosen.

What a point adds is its worth, times the sources whose sentences say something that no shown
statement has said yet, among them those that only probably make its claim (after Carbonell and
Goldstein's maximal marginal relevance, SIGIR 1998). What is added only ever shrinks, so a point is
weighed again only when it comes to the top (Minoux's lazy greedy). A point whose representative
says what a shown statement says, as a sentence of two claims does, is shown in the words of
another of its sentences that does not.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sparse

from bidigest.matching import Matches
from bidigest.selection.corroborations import Corroborations, expected
from bidigest.selection.representative import score
from bidigest.sparse.matrices import Floats, symmetric

MOST_ALIKE = 0.5
"""Probability of making the same claim from which two statements are not both shown."""

SAID = 0.4
"""Power of the probability that two sentences make one claim: how much of the one the other says.

Pairs at .3 read like the same again far more often than they are: a reader counts .6. Chosen by
`benchmarks/fit_choosing.py`, as the next one.
"""

UNSAID = 1.0
"""Power of what part of the statement is not said yet."""


@dataclass(frozen=True, slots=True)
class CandidatePoint:
    """A point as one that might be shown; sentences by their numbers in the run."""

    representative: int
    worth: float
    sides: tuple[tuple[int, ...], ...]
    """The point's sentences, source by source."""
    corroborations: Corroborations = ()
    """Sentences of further sources that probably make its claim."""
    others: tuple[int, ...] = ()
    """Sentences that may represent it instead, the best first."""


@dataclass(frozen=True, slots=True)
class _Near:
    """Neighbours of each sentence: how much of what they say it says too, and those too alike.

    Both are (n_sentences, n_sentences).
    """

    said: sparse.csr_array
    alike: sparse.csr_array

    def of(self, sentence: int) -> tuple[list[tuple[int, float]], list[int]]:
        """Return sentences with how much of them is said, and those too alike to be shown too."""
        return _row(self.said, sentence), [n for n, _ in _row(self.alike, sentence)]


def select(
    candidates: Sequence[CandidatePoint],
    matches: Matches,
    size: int,
    limit: int,
    reserve: Sequence[CandidatePoint] = (),
) -> list[tuple[int, int]]:
    """Choose the points to show, each time the one that adds most.

    Args:
        candidates: the points.
        matches: what is known of pairs of sentences.
        size: number of sentences in the run.
        limit: how many points to show at most.
        reserve: points to show only where no candidate is left.

    Returns:
        Indexes of the candidates, and behind them of the reserve, in the order of choosing, each
        with its representative.
    """
    first = len(candidates)
    candidates = [*candidates, *reserve]
    near = _near(matches, size)
    said = [0.0] * size
    barred: set[int] = set()
    shown: list[tuple[int, int]] = []
    later = list(range(first, len(candidates)))
    waiting = [(-_added(candidates[at], said), at) for at in range(first)]
    heapq.heapify(waiting)
    while (waiting or later) and len(shown) < limit:
        if not waiting:
            waiting, later = [(-_added(candidates[at], said), at) for at in later], []
            heapq.heapify(waiting)
        at = heapq.heappop(waiting)[1]
        candidates[at] = _spoken_otherwise(candidates[at], barred)
        added = _added(candidates[at], said)
        if candidates[at].representative in barred or added <= 0:
            continue
        if waiting and (-added, at) > waiting[0]:
            heapq.heappush(waiting, (-added, at))
            continue
        shown.append((at, candidates[at].representative))
        _say(candidates[at], near, said, barred)
    return shown


def _spoken_otherwise(candidate: CandidatePoint, barred: Collection[int]) -> CandidatePoint:
    """Have another sentence represent a point whose representative says what is said already."""
    if candidate.representative not in barred:
        return candidate
    free = [other for other in candidate.others if other not in barred]
    return replace(candidate, representative=free[0], others=tuple(free[1:])) if free else candidate


def _added(candidate: CandidatePoint, said: Sequence[float]) -> float:
    new = sum(1 - min(said[number] for number in side) for side in candidate.sides)
    unsaid: float = max(0.0, 1 - said[candidate.representative]) ** UNSAID
    return round(score(candidate.worth, new, expected(candidate.corroborations, said)) * unsaid, 6)


def _say(candidate: CandidatePoint, near: _Near, said: list[float], barred: set[int]) -> None:
    """Note what the point says from now on."""
    neighbours, alike = near.of(candidate.representative)
    for number, part in neighbours:
        said[number] = max(said[number], part)
    for side in candidate.sides:
        for number in side:
            said[number] = 1.0
    barred.update(alike)


def _near(matches: Matches, size: int) -> _Near:
    part = np.minimum(np.maximum(matches.concept_cosine, matches.scores**SAID), 1.0)
    return _Near(
        _both_ways(matches, part, size),
        _both_ways(matches, np.where(matches.scores >= MOST_ALIKE, 1.0, 0.0), size),
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
