"""The points that a page shows: each time the one that adds most to those already chosen.

What a point adds is its worth, times the sources whose sentences say something that no shown
statement has said yet, among them those that only probably make its claim (after Carbonell and
Goldstein's maximal marginal relevance, SIGIR 1998). What is added only ever shrinks, so a point is
weighed again only when it comes to the top (Minoux's lazy greedy). A point whose representative
says what a shown statement says, as a sentence of two claims does, is shown in the words of
another of its sentences that does not. What one source alone says is not shown where it probably
restates any sentence of a shown point, or denies one; where what several say takes the whole page,
the best of it is shown beside them.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np
import scipy.sparse as sparse

from bidigest.contradictions.sentence_pairs import Numbers, partners_of
from bidigest.matching import Matches
from bidigest.selection.corroborations import Corroborations, expected
from bidigest.selection.likely_restatements import likely_restatements, possible_restatements
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

BESIDE = 4
"""A page has room for one point of a single source to so many that it may show at most."""


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
    before: int | None = None
    """The first of the sentences before the representative, where they are quoted with it."""
    needs_before: bool = False
    """Whether it can be shown only so."""

    @property
    def quoted_along(self) -> range:
        """The sentences before the representative that are quoted with it."""
        end = self.representative
        return range(end if self.before is None else self.before, end)


Picked = tuple[int, int, int | None]
"""A candidate's index, its representative, and the first sentence that is quoted with that."""


Apart = Mapping[Numbers, bool]
"""Pairs of sentences that say different things of a matter, and whether they deny each other."""

_NOT_APART: Apart = {}


@dataclass(frozen=True, slots=True)
class _Near:
    """Neighbours of each sentence, all (n_sentences, n_sentences)."""

    said: sparse.csr_array
    """How much of what they say it says too."""
    alike: sparse.csr_array
    """Those too alike to be shown too."""
    restated: sparse.csr_array
    """Those that probably say it again."""
    perhaps: sparse.csr_array
    """Those that may."""
    denying: Mapping[int, Sequence[int]]
    """Those that deny it: a page sets them beside it as it is."""


@dataclass(slots=True)
class _Page:
    """What the points say that are shown so far."""

    said: list[float]
    """Of each sentence of the run, what part of it."""
    barred: set[int] = field(default_factory=set)
    """Sentences that no point is shown in the words of."""
    restated: set[int] = field(default_factory=set)
    """Those that are not shown as what one source alone says."""
    perhaps: set[int] = field(default_factory=set)
    """Those that are not shown as that beside a full page."""
    lone: int = 0
    """How many of its points one source alone makes."""

    def has_said(self, candidate: CandidatePoint) -> bool:
        """Tell whether the page must not show the point in these words."""
        number = candidate.representative
        alone = len(candidate.sides) < 2 and number in self.restated
        lacks = candidate.needs_before and candidate.before is None
        return alone or lacks or number in self.barred

    def has_news(self, candidate: CandidatePoint) -> bool:
        """Tell whether the point may be shown beside a full page: of one source, and new."""
        return len(candidate.sides) < 2 and candidate.representative not in self.perhaps

    def without_repeating(self, candidate: CandidatePoint) -> CandidatePoint:
        """Leave out the sentences before the representative where the page has said one."""
        known = (each in self.barred or self.said[each] >= 1 for each in candidate.quoted_along)
        return replace(candidate, before=None) if any(known) else candidate


def select(
    candidates: Sequence[CandidatePoint],
    matches: Matches,
    size: int,
    limit: int,
    reserve: Sequence[CandidatePoint] = (),
    apart: Apart = _NOT_APART,
) -> list[Picked]:
    """Choose the points to show, each time the one that adds most.

    Args:
        candidates: the points.
        matches: what is known of pairs of sentences.
        size: number of sentences in the run.
        limit: how many points to show at most; a `BESIDE`-th of it is room for those that one
            source alone makes, and is added where those of several sources leave them less.
        reserve: points to show only where no candidate is left.
        apart: pairs of sentences that say different things of a matter.

    Returns:
        Indexes of the candidates, and behind them of the reserve, in the order of choosing, each
        with its representative and the first sentence before that, if any is quoted too.
    """
    first = len(candidates)
    candidates = [*candidates, *reserve]
    near = _near(matches, size, apart)
    page = _Page([0.0] * size)
    shown: list[Picked] = []
    later = range(first, len(candidates))
    waiting = _queued(candidates, range(first), page)
    while (waiting or later) and (len(shown) < limit or page.lone < limit // BESIDE):
        if not waiting:
            waiting, later = _queued(candidates, later, page), range(0)
        at = heapq.heappop(waiting)[1]
        candidate = page.without_repeating(candidates[at])
        candidates[at] = _spoken_otherwise(candidate, page.barred)
        added = _added(candidates[at], page.said)
        full = len(shown) >= limit and not page.has_news(candidates[at])
        if full or page.has_said(candidates[at]) or added <= 0:
            continue
        if waiting and (-added, at) > waiting[0]:
            heapq.heappush(waiting, (-added, at))
            continue
        shown.append((at, candidates[at].representative, candidates[at].before))
        _say(candidates[at], near, page)
    return shown


def _queued(
    candidates: Sequence[CandidatePoint], numbers: Sequence[int], page: _Page
) -> list[tuple[float, int]]:
    """Make a heap of candidates, by their numbers: whoever adds most comes first."""
    queue = [(-_added(candidates[at], page.said), at) for at in numbers]
    heapq.heapify(queue)
    return queue


def _spoken_otherwise(candidate: CandidatePoint, barred: Collection[int]) -> CandidatePoint:
    """Have another sentence represent a point whose representative says what is said already."""
    if candidate.representative not in barred:
        return candidate
    free = [other for other in candidate.others if other not in barred]
    if not free:
        return candidate
    return replace(candidate, representative=free[0], others=tuple(free[1:]), before=None)


def _added(candidate: CandidatePoint, said: Sequence[float]) -> float:
    new = sum(1 - min(said[number] for number in side) for side in candidate.sides)
    unsaid: float = max(0.0, 1 - said[candidate.representative]) ** UNSAID
    return round(score(candidate.worth, new, expected(candidate.corroborations, said)) * unsaid, 6)


def _say(candidate: CandidatePoint, near: _Near, page: _Page) -> None:
    """Note what the point says from now on."""
    page.lone += len(candidate.sides) < 2
    along = candidate.quoted_along
    for quoted in (candidate.representative, *along):
        for number, part in _row(near.said, quoted):
            page.said[number] = max(page.said[number], part)
        page.barred.update(other for other, _ in _row(near.alike, quoted))
    for number in chain(along, *candidate.sides):
        page.said[number] = 1.0
        page.restated.update(other for other, _ in _row(near.restated, number))
        page.restated.update(near.denying.get(number, ()))
        page.perhaps.update(other for other, _ in _row(near.perhaps, number))


def _near(matches: Matches, size: int, apart: Apart) -> _Near:
    part = np.minimum(np.maximum(matches.concept_cosine, matches.scores**SAID), 1.0)
    restated = np.zeros(len(matches.first))
    restated[likely_restatements(matches, apart)] = 1.0
    perhaps = np.where(possible_restatements(matches), 1.0, 0.0)
    return _Near(
        _both_ways(matches, part, size),
        _both_ways(matches, np.where(matches.scores >= MOST_ALIKE, 1.0, 0.0), size),
        _both_ways(matches, restated, size),
        _both_ways(matches, perhaps, size),
        partners_of(pair for pair, denying in apart.items() if denying),
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
