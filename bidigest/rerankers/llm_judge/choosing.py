"""The choice of pairs that are worth a question.

Those of different sources first; the likelier the better, but of each sentence and each other
source the best partners before the many: shared points are found by one right pair each.
Sentences that answers have put together need no more questions among themselves, and a "no"
between two such groups speaks against the next pair of them. A "yes" speaks for the pairs
near it in both sources: a retelling keeps the order. All of it is measured by
`benchmarks/judged.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.context_similarity import within
from bidigest.matching.reranker import CandidatePairs, log_odds
from bidigest.sparse.matrices import Floats, Integers, components, symmetric

LEAST, MOST = 0.02, 0.98
"""Probabilities beyond which a pair is not ambiguous."""

REACH = 4
"""How many sentences away from a pair that got a "yes" others are near it."""

_NEAR = 1.0
"""What each such pair adds to the log-odds."""

_MOST_NEAR = 3
"""Pairs with a "yes" that count."""

_RANKED = 0.25
"""What a pair loses for its rank among those of the same sentence, times the rank's logarithm."""


_SAME_SOURCE = 1000.0
"""What a pair within one source loses: it is asked about after all others."""


def worth(pairs: CandidatePairs) -> Floats:
    """Estimate how much an answer about each pair would be worth, before any is given.

    Returns:
        float64, (n_pairs,), rounded; greater is worth more.
    """
    value = log_odds(pairs.scores)
    value -= _RANKED * np.log1p(_rank(pairs, pairs.first, pairs.second))
    value -= _RANKED * np.log1p(_rank(pairs, pairs.second, pairs.first))
    value[pairs.documents[pairs.first] == pairs.documents[pairs.second]] -= _SAME_SOURCE
    return value.round(6)


def next_rows(
    pairs: CandidatePairs, value: Floats, asked: Mapping[int, bool | None], count: int
) -> list[int]:
    """Choose the pairs to ask about now.

    Args:
        pairs: all candidates, n_pairs of them.
        value: float64, (n_pairs,), what `worth` says of them.
        asked: yes, no or nothing, by row of those that were asked about.
        count: how many to choose at most.

    Returns:
        Their rows, the best first.
    """
    agreed = [(int(pairs.first[r]), int(pairs.second[r])) for r, yes in asked.items() if yes]
    group = components(len(pairs.documents), agreed)
    one, other = group[pairs.first], group[pairs.second]
    open_ = (pairs.scores >= LEAST) & (pairs.scores <= MOST) & (one != other)
    open_[list(asked)] = False
    size = len(group)
    key = np.minimum(one, other) * size + np.maximum(one, other)
    refused = Counter(int(key[row]) for row, answer in asked.items() if answer is False)
    against = np.array([refused.get(each, 0) for each in key.tolist()], dtype=np.float64)
    near = np.minimum(_near(pairs, agreed), _MOST_NEAR)
    rows = np.flatnonzero(open_)
    order = np.lexsort((rows, -(value - against + _NEAR * near)[rows]))
    chosen: list[int] = rows[order][:count].tolist()
    return chosen


def _near(pairs: CandidatePairs, agreed: Sequence[tuple[int, int]]) -> Floats:
    """Count for each pair the agreed ones that stand within reach of it in both sources.

    Returns:
        float64, (n_pairs,).
    """
    size = len(pairs.documents)
    ends = np.array(agreed, dtype=np.int64).reshape(-1, 2)
    said = symmetric(np.ones(len(ends)), ends[:, 0], ends[:, 1], size)
    band = sparse.csr_array(within(pairs.documents, REACH, 1.0) + sparse.eye_array(size))
    spread = sparse.csr_array(band @ said @ band.T)
    spread.sort_indices()
    owner = np.repeat(np.arange(size), np.diff(spread.indptr))
    keys, wanted = owner * size + spread.indices, pairs.first * size + pairs.second
    at = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
    return np.where(keys[at] == wanted, spread.data[at], 0.0) if len(keys) else np.zeros(len(at))


def _rank(pairs: CandidatePairs, here: Integers, there: Integers) -> Integers:
    """Count for each pair how many of the other's source score better with the sentence here.

    Args:
        pairs: all candidates, n_pairs of them.
        here: int64, (n_pairs,), one sentence of each pair.
        there: int64, (n_pairs,), the other.

    Returns:
        int64, (n_pairs,).
    """
    group = here * (int(pairs.documents.max(initial=0)) + 1) + pairs.documents[there]
    order = np.lexsort((np.arange(len(group)), -pairs.scores, group))
    starts = np.searchsorted(group[order], group[order])
    rank = np.empty(len(group), dtype=np.int64)
    rank[order] = np.arange(len(group)) - starts
    return rank
