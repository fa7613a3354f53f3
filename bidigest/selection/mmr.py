"""The points that a page shows: each time the one that adds most to those already chosen.

What a point adds is its worth, times the sources whose sentences say something that no shown
statement has said yet, among them those that only probably make its claim (after Carbonell and
Goldstein's maximal marginal relevance, SIGIR 1998). What is added only ever shrinks, so a point is
weighed again only when it comes to the top (Minoux's lazy greedy). A point whose representative
says what a shown statement says, as a sentence of two claims does, is shown in the words of
another of its sentences that does not. What one source alone says comes last if a shown point of
several sources may hold it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import scipy.sparse as sparse

from bidigest.matching import Matches
from bidigest.selection.corroborations import Corroborations
from bidigest.selection.representative import score
from bidigest.sparse.matrices import Floats, symmetric

MOST_ALIKE = 0.5
"""Probability of making the same claim from which two statements are not both shown."""

MAY_REPEAT = 0.1
"""Probability of making a claim of a shown point of several sources from which what one source
alone says is shown last. Chosen on subjects held out of the learning (docs/merging.md)."""

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

    @property
    def sentences(self) -> Iterator[int]:
        """All its sentences."""
        return chain.from_iterable(self.sides)

    @property
    def shared(self) -> bool:
        """Whether several sources make it."""
        return len(self.sides) > 1


@dataclass(frozen=True, slots=True)
class _Near:
    """Neighbours of each sentence: how much of what they say it says, and how probably the same.

    Both are (n_sentences, n_sentences).
    """

    said: sparse.csr_array
    scores: sparse.csr_array


@dataclass(slots=True)
class _Said:
    """What the points shown so far say, by sentence of the run."""

    near: _Near
    part: list[float]
    """How much of each sentence is said;"""
    again: list[float]
    """how probably it says a shown statement again;"""
    shared_again: list[float]
    """and how probably a sentence of a shown point that several sources make."""

    @classmethod
    def nothing(cls, matches: Matches, size: int) -> _Said:
        """Return that of a page on which nothing is said yet."""
        return cls(_near(matches, size), [0.0] * size, [0.0] * size, [0.0] * size)

    def say(self, candidate: CandidatePoint) -> None:
        """Note what a point says from now on."""
        _raise(self.part, self.near.said, candidate.representative)
        _raise(self.again, self.near.scores, candidate.representative)
        for number in candidate.sentences:
            self.part[number] = 1.0
            if candidate.shared:
                _raise(self.shared_again, self.near.scores, number)

    def bars(self, sentence: int) -> bool:
        """Tell whether a sentence says what a shown statement says."""
        return self.again[sentence] >= MOST_ALIKE

    def may_hold(self, candidate: CandidatePoint) -> bool:
        """Tell whether a shown point of several sources may hold what one source alone says."""
        again = self.shared_again[candidate.representative]
        return not candidate.shared and again >= MAY_REPEAT


def select(
    candidates: Sequence[CandidatePoint], matches: Matches, size: int, limit: int
) -> list[tuple[int, int]]:
    """Choose the points to show, each time the one that adds most.

    Args:
        candidates: the points.
        matches: what is known of pairs of sentences.
        size: number of sentences in the run.
        limit: how many points to show at most.

    Returns:
        Indexes of the candidates, in the order of choosing, each with its representative.
    """
    candidates, said = list(candidates), _Said.nothing(matches, size)
    shown: list[tuple[int, int]] = []
    waiting = [(*_rank(candidate, said), at) for at, candidate in enumerate(candidates)]
    heapq.heapify(waiting)
    while waiting and len(shown) < limit:
        at = heapq.heappop(waiting)[-1]
        candidates[at] = _spoken_otherwise(candidates[at], said)
        rank = _rank(candidates[at], said)
        if said.bars(candidates[at].representative) or rank[1] >= 0:
            continue
        if waiting and (*rank, at) > waiting[0]:
            heapq.heappush(waiting, (*rank, at))
            continue
        shown.append((at, candidates[at].representative))
        said.say(candidates[at])
    return shown


def _rank(candidate: CandidatePoint, said: _Said) -> tuple[bool, float]:
    """Tell whether a point is shown last, and the negative of what it adds: less comes first."""
    return said.may_hold(candidate), -_added(candidate, said)


def _spoken_otherwise(candidate: CandidatePoint, said: _Said) -> CandidatePoint:
    """Have another sentence represent a point whose representative says what is said already."""
    if not said.bars(candidate.representative):
        return candidate
    free = [other for other in candidate.others if not said.bars(other)]
    return replace(candidate, representative=free[0], others=tuple(free[1:])) if free else candidate


def _added(candidate: CandidatePoint, said: _Said) -> float:
    new = sum(1 - min(said.part[number] for number in side) for side in candidate.sides)
    unsaid: float = max(0.0, 1 - said.part[candidate.representative]) ** UNSAID
    return round(score(candidate.worth, new, _expected(candidate, said.part)) * unsaid, 6)


def _expected(candidate: CandidatePoint, said: Sequence[float]) -> float:
    """Tell how many further sources are expected to make the claim in words not said yet."""
    each = (((1 - said[n]) * chance for n, chance in side) for side in candidate.corroborations)
    return sum(max(side) for side in each)


def _raise(values: list[float], matrix: sparse.csr_array, row: int) -> None:
    """Raise values to those in a row of a matrix (n_rows, n_values) where these are greater."""
    for column, value in _row(matrix, row):
        values[column] = max(values[column], value)


def _near(matches: Matches, size: int) -> _Near:
    part = np.minimum(np.maximum(matches.concept_cosine, matches.scores**SAID), 1.0)
    return _Near(_both_ways(matches, part, size), _both_ways(matches, matches.scores, size))


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
