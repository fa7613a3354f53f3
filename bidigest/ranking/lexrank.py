"""LexRank: how much each sentence matters among the sentences of all sources.

A walk over all candidate pairs, as TextRank walks over one source (after Erkan and Radev,
"LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", 2004). It is worth
most where a source has so few sentences that it cannot tell which of them matter.
"""

from __future__ import annotations

import numpy as np

from bidigest.ranking.textrank import DAMPING
from bidigest.sparse.matrices import Floats, Integers, symmetric

CLOSE = 3
"""Power of the cosine by which two sentences recommend each other.

Chosen, as the weights of `salience`, by `benchmarks/fit_choosing.py`.
"""

_STEPS = 60
"""Iterations, after which less than a ten-thousandth of the start is left: 0.85 to the 60th."""


def lexrank(first: Integers, second: Integers, cosines: Floats, size: int) -> tuple[float, ...]:
    """Rank sentences by a random walk over the candidate pairs they stand in.

    Args:
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
        cosines: float64, (n_pairs,), how alike the two are.
        size: number of sentences, numbered 0 … size - 1.

    Returns:
        One rank a sentence, rounded; 1 is the average.
    """
    known = symmetric(cosines**CLOSE, first, second, size)
    given = np.asarray(known.sum(axis=1), dtype=np.float64).ravel()
    share = DAMPING / np.where(given > 0, given, 1.0)
    found: Floats = np.full(size, 1.0)
    for _ in range(_STEPS):
        found = (1 - DAMPING) + known @ (found * share)
    average = float(found.mean()) if size else 1.0
    return tuple((found / average).round(6).tolist())
