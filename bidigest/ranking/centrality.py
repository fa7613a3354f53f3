"""How central each sentence is among the sentences of all sources.

LexRank is a walk over all candidate pairs, as TextRank walks over one source (after Erkan and
Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text Summarization", 2004). It is
worth most where a source has so few sentences that it cannot tell which of them matter. The
centroid is that of all sentences, every source counting alike (Radev, Jing and Budzikowska,
"Centroid-based summarization of multiple documents", 2000), in the space of words and English
stems that both languages share.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

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


_APART = 0.5
"""Added to each nearness, where 1 is the average: no sentence counts for nothing."""


def centroid_similarity(vectors: sparse.csr_array, documents: Integers) -> Floats:
    """Compute how near each sentence comes to the centroid of all.

    Args:
        vectors: (n_sentences, n_concepts), rows of length 1.
        documents: int64, (n_sentences,), the document of each sentence.

    Returns:
        float64, (n_sentences,): 1 is the average, a third of it the least.
    """
    lengths = np.bincount(documents, minlength=1)
    share = 1.0 / (lengths[documents] * np.count_nonzero(lengths))
    centroid = np.asarray(vectors.T @ share).ravel()
    # A sentence does not speak for itself: its own part of the centroid is taken out.
    own = np.asarray(vectors.multiply(vectors).sum(axis=1)).ravel() * share
    near = np.maximum(np.asarray(vectors @ centroid).ravel() - own, 0.0)
    average = float(near.mean()) if len(near) else 0.0
    relative = near / average if average > 1e-9 else np.ones(len(near))
    found: Floats = ((relative + _APART) / (1 + _APART)).round(6)
    return found
