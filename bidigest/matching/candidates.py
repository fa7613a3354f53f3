"""Which pairs of sentences are worth a closer look: those that say most of the same words.

A sentence's rarest words tell who its candidates are. Its commoner ones are left out as soon
as the sentences that say its words are more than `MOST_MET`, which never happens in a
collection of a few hundred: there the answer is exact. So the work for a sentence is bounded,
and that for a collection grows with its size, not with its square.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.alignment import Aligned
from bidigest.matching.sparsity import (
    Integers,
    counts,
    distinct,
    each_row,
    rarest,
    slices,
    strongest,
)

CANDIDATES = 20
"""Of each sentence, how many others are looked at more closely."""

MOST_MET = 3000
"""With how many sentences a sentence's words are looked up in, each word for itself."""

_ROWS = 1024


def candidates(aligned: Aligned) -> tuple[Integers, Integers]:
    """Pairs (first < second), sorted, of each sentence with its `CANDIDATES` best others."""
    size = aligned.weights.shape[0]
    covered = sparse.csr_array(aligned.covered.T)
    asked = rarest(aligned.weights, counts(aligned.covered), MOST_MET)
    keys = [np.zeros(0, dtype=np.int64)]
    for rows in slices(size, _ROWS):
        mass = sparse.csr_array(asked[rows] @ covered)
        for row, values, others in each_row(mass):
            sentence = rows.start + row
            best = strongest(values.round(6), others, CANDIDATES, sentence)
            keys.append(np.minimum(best, sentence) * size + np.maximum(best, sentence))
    unique = distinct(np.concatenate(keys))
    return unique // max(size, 1), unique % max(size, 1)
