"""Similarity of contexts: sources that retell each other keep together what goes together.

How alike the contexts of two sentences are tells little by itself: those of two short
sources on one subject always are. So it is held against the average of the two sources, as
hubness is in retrieval (Conneau et al., "Word translation without parallel data", 2018).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from bidigest.sparse.dot_products import MOST_AT_ONCE, comparable_columns, paired
from bidigest.sparse.matrices import Floats, Integers, distinct, placed, slices, unit
from bidigest.sparse.row_selection import keep_top

REACH = 3
"""Sentences before and after that count."""

FADING = 0.7
"""What a sentence counts, for each step away from the one in question."""

MOST_CONCEPTS = 16
"""Of each sentence, how many of its most telling concepts count: keeps the sums small."""


@dataclass(frozen=True, slots=True)
class Contexts:
    """The context of each sentence, and the average context in each document."""

    documents: Integers
    vectors: sparse.csr_array
    """Sentences by concepts, of length 1; empty for a sentence that stands alone."""
    averages: sparse.csr_array
    """Documents by concepts."""
    by_concept: sparse.csr_array
    """The same the other way round, as comparing them needs it."""

    def cosines(self, first: Integers, second: Integers) -> Floats:
        """Compute the cosines of pairs' contexts.

        Args:
            first: int64, (n_pairs,).
            second: int64, (n_pairs,).

        Returns:
            float64, (n_pairs,); not a number where one of the two stands alone.
        """
        alone = np.diff(self.vectors.indptr) == 0
        cosines = paired(self.vectors, self.vectors, first, second)
        return np.where(alone[first] | alone[second], np.nan, cosines)

    def average_cosines(self, first: Integers, second: Integers) -> Floats:
        """Compute the average cosine of contexts over the documents of two sentences.

        Args:
            first: int64, (n_pairs,).
            second: int64, (n_pairs,).

        Returns:
            float64, (n_pairs,).
        """
        one, other = self.documents[first], self.documents[second]
        found, asked = np.zeros(len(first)), distinct(one)
        for at in slices(len(asked), max(1, MOST_AT_ONCE // self.averages.shape[0])):
            inside = (one >= asked[at][0]) & (one <= asked[at][-1])
            products = sparse.csr_array(self.averages[asked[at]] @ self.by_concept).toarray()
            found[inside] = products[np.searchsorted(asked[at], one[inside]), other[inside]]
        return found


def contexts(concepts: sparse.csr_array, documents: Integers) -> Contexts:
    """Compute the contexts of sentences.

    Args:
        concepts: (n_sentences, n_concepts), sentences in reading order.
        documents: int64, (n_sentences,), the document of each.
    """
    near = within(documents, REACH, FADING)
    vectors = unit(sparse.csr_array(near @ keep_top(concepts, MOST_CONCEPTS)))
    lengths = np.bincount(documents, minlength=1)
    size = len(documents)
    shares = placed(1.0 / lengths[documents], documents, np.arange(size), (len(lengths), size))
    averages = sparse.csr_array(shares @ vectors)
    by_concept = sparse.csr_array(averages.T)
    return Contexts(documents, comparable_columns(vectors), averages, by_concept)


def within(documents: Integers, reach: int, fading: float) -> sparse.csr_array:
    """Weight the neighbours of each sentence in its document.

    Args:
        documents: int64, (n_sentences,), the document of each, in reading order.
        reach: how many sentences away a neighbour may be.
        fading: factor for each step away.

    Returns:
        (n_sentences, n_sentences).
    """
    size = len(documents)
    steps = np.array([step for step in range(-reach, reach + 1) if step])
    row = np.repeat(np.arange(size), len(steps))
    column = row + np.tile(steps, size)
    faded = np.array([fading ** abs(step) for step in steps.tolist()])
    inside = (column >= 0) & (column < size)
    row, column, value = row[inside], column[inside], np.tile(faded, size)[inside]
    same = documents[row] == documents[column]
    return placed(value[same], row[same], column[same], (size, size))
