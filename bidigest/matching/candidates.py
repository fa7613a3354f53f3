"""Candidate pairs, which are worth a closer look: sentences that say most of the same words.

A sentence's rarest words tell who its candidates are. Its commoner ones are left out as soon
as the sentences that say its words are more than `MOST_MET`, which never happens in a
collection of a few hundred: there the answer is exact. So the work for a sentence is bounded,
and that for a collection grows with its size, not with its square.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.alignment import Aligned
from bidigest.sparse.matrices import Integers, counts, distinct, slices
from bidigest.sparse.row_selection import keep_rarest, top_columns

CANDIDATES = 20
"""Of each sentence, how many others are looked at more closely."""

WIDER = 60
"""The same in other sources only, where further evidence is at hand to tell right from wrong:
by cheap evidence, the right partner is often near and seldom first."""

MOST_WIDER = 1_000_000
"""Pairs; beyond, sentences are looked at as if nothing further was at hand."""

MOST_MET = 3000
"""With how many sentences a sentence's words are looked up in, each word for itself."""

_ROWS = 1024


Proposed = tuple[Integers, Integers]
"""Pairs (first < second), sorted, each once."""


def candidates(
    aligned: Aligned,
    most: int = CANDIDATES,
    documents: Integers | None = None,
    first_occurrences: Integers | None = None,
) -> Proposed:
    """Pair each sentence with those that say most of its words.

    Args:
        aligned: the collection, of n_sentences.
        most: how many candidates a sentence has at most.
        documents: int64, (n_sentences,), the document of each; where given, only sentences of
            other documents are candidates.
        first_occurrences: int64, (n_sentences,), which sentence stands for each; exact
            duplicates are candidates of that one alone.

    Returns:
        First and second sentences (first < second), both int64, (n_pairs,), sorted.
    """
    size = aligned.weights.shape[0]
    everyone = np.arange(size)
    first_occurrences = everyone if first_occurrences is None else first_occurrences
    asked = np.flatnonzero(first_occurrences == everyone)
    duplicates = np.flatnonzero(first_occurrences != everyone)
    apart = everyone if documents is None else documents
    proposed = _near(aligned.weights[asked], aligned.covered[asked], most, apart[asked])
    keys = [asked[proposed // len(asked)] * size + asked[proposed % len(asked)]] if size else []
    unique = distinct(np.concatenate([*keys, first_occurrences[duplicates] * size + duplicates]))
    return unique // max(size, 1), unique % max(size, 1)


def _near(
    weights: sparse.csr_array, covered: sparse.csr_array, most: int, apart: Integers
) -> Integers:
    """Pair each sentence with its best others.

    Args:
        weights: (n_sentences, n_words).
        covered: (n_sentences, n_words).
        most: how many others a sentence has at most.
        apart: int64, (n_sentences,); sentences of one number are no candidates of each other.

    Returns:
        int64, (n_pairs,): the smaller number times n_sentences, plus the other.
    """
    size = weights.shape[0]
    others_of, apart = sparse.csr_array(covered.T), apart.astype(weights.indices.dtype)
    asked = keep_rarest(weights, counts(covered), MOST_MET)
    keys = [np.zeros(0, dtype=np.int64)]
    for rows in slices(size, _ROWS):
        mass = sparse.csr_array(asked[rows] @ others_of)
        own = np.repeat(apart[rows], np.diff(mass.indptr))
        mass.data = np.rint(mass.data * 1e6)  # as rounded, for their order alone
        mass.data[apart[mass.indices] == own] = -1.0
        row, best = top_columns(mass, most)
        sentence = rows.start + row
        keys.append(np.minimum(best, sentence) * size + np.maximum(best, sentence))
    return distinct(np.concatenate(keys))


def expanded(
    proposed: Proposed,
    aligned: Aligned,
    documents: Integers,
    first_occurrences: Integers | None = None,
) -> Proposed:
    """Expand pairs by more of each sentence with those of other documents, if there is room.

    Args:
        proposed: first and second sentences, both int64, (n_pairs,).
        aligned: the collection, of n_sentences.
        documents: int64, (n_sentences,), the document of each.
        first_occurrences: int64, (n_sentences,), which sentence stands for each.

    Returns:
        First and second sentences, both int64, (n_expanded_pairs,), sorted.
    """
    most = WIDER if len(documents) * WIDER <= MOST_WIDER else CANDIDATES
    expanded_pairs = candidates(aligned, most, documents, first_occurrences)
    size = max(len(documents), 1)
    keys = distinct(
        np.r_[proposed[0] * size + proposed[1], expanded_pairs[0] * size + expanded_pairs[1]]
    )
    return keys // size, keys % size
