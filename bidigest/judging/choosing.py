"""Which pairs are worth a question.

Those of different sources first; the likelier the better, but of each sentence and each other
source the best partners before the many: shared points are found by one right pair each.
Sentences that answers have put together need no more questions among themselves, and a "no"
between two such companies speaks against the next pair of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np

from bidigest.components import components
from bidigest.matching.further import Candidates, log_odds
from bidigest.matching.sparsity import Floats, Integers

LEAST, MOST = 0.02, 0.98
"""Probabilities beyond which a pair is not ambiguous."""

_SAME_SOURCE = 1000.0


def worth(pairs: Candidates) -> Floats:
    """How much an answer about each pair would be worth, before any is given."""
    value = log_odds(pairs.scores)
    value -= 0.5 * np.log1p(_rank(pairs, pairs.first, pairs.second))
    value -= 0.5 * np.log1p(_rank(pairs, pairs.second, pairs.first))
    value[pairs.documents[pairs.first] == pairs.documents[pairs.second]] -= _SAME_SOURCE
    return value.round(6)


def next_rows(
    pairs: Candidates, value: Floats, asked: Mapping[int, bool | None], count: int
) -> list[int]:
    """Rows of the `count` pairs to ask about now; `asked` has yes, no or nothing by row."""
    agreed = [(int(pairs.first[r]), int(pairs.second[r])) for r, yes in asked.items() if yes]
    company = components(len(pairs.documents), agreed)
    one, other = company[pairs.first], company[pairs.second]
    open_ = (pairs.scores >= LEAST) & (pairs.scores <= MOST) & (one != other)
    open_[list(asked)] = False
    size = len(company)
    key = np.minimum(one, other) * size + np.maximum(one, other)
    refused = Counter(int(key[row]) for row, answer in asked.items() if answer is False)
    against = np.array([refused.get(each, 0) for each in key.tolist()], dtype=np.float64)
    rows = np.flatnonzero(open_)
    order = np.lexsort((rows, -(value - against)[rows]))
    chosen: list[int] = rows[order][:count].tolist()
    return chosen


def _rank(pairs: Candidates, here: Integers, there: Integers) -> Integers:
    """Of each pair: how many of the other's source score better with the sentence here."""
    group = here * (int(pairs.documents.max(initial=0)) + 1) + pairs.documents[there]
    order = np.lexsort((np.arange(len(group)), -pairs.scores, group))
    starts = np.searchsorted(group[order], group[order])
    rank = np.empty(len(group), dtype=np.int64)
    rank[order] = np.arange(len(group)) - starts
    return rank
