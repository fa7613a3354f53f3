"""Similarity of each sentence to the centroid of all sources.

The subject is the centroid of all sentences, every source counting alike (Radev, Jing and
Budzikowska, "Centroid-based summarization of multiple documents", 2000), in the space of words
and English stems that both languages share.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.sparse.matrices import Floats, Integers

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
