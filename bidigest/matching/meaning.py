"""Nearness of sentences in meaning, by the centred vectors of a sentence model.

Which sentence of a source is nearest tells more than how near it is (hubness: Conneau et al.,
2018).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bidigest.embedding.encoder import SentenceVectors
from bidigest.embedding.sentence_vectors import whole_and_clauses
from bidigest.matching.centred_vectors import centred
from bidigest.matching.cosine_blocks import blocks_of, top_columns_dense
from bidigest.matching.source_lengths import of_few
from bidigest.sparse.matrices import Booleans, Floats, Integers, slices
from bidigest.text.attribution import only_reports

NEIGHBOURS = 3
"""How many of a document's sentences tell how near any of them comes to one that makes no claim
of theirs."""

USUALLY_NEAR = 0.2
"""What `usual` is on average over the pairs from which the weights are learned."""

_LEAST = 1e-3
_DIGITS = 6
_PAIRS = 4096
"""Pairs whose vectors are held at once."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """The sentences of a run as centred unit vectors, with how near they come to each source."""

    vectors: Floats
    """float64, (n_pieces, n_dimensions): pieces of one sentence side by side, the whole first."""
    starts: Integers
    """int64, (n_sentences,): where each sentence's pieces start."""
    documents: Integers
    """int64, (n_sentences,), sorted."""
    nearest: Floats
    """float64, (n_sentences, n_documents): cosine of the nearest other sentence of a document."""
    nearest_clauses: Floats
    """The same of their nearest pieces."""
    usual: Floats
    """The same of whole sentences, the mean of the `NEIGHBOURS` nearest other ones."""

    def pieces(self, number: int) -> Floats:
        """Return a sentence's vectors, the whole first: float64, (n_pieces, n_dimensions)."""
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.vectors)
        return self.vectors[self.starts[number] : end]

    def whole(self, first: Integers, second: Integers) -> Floats:
        """Compute the cosines of whole sentences.

        Args:
            first: int64, (n_pairs,).
            second: int64, (n_pairs,).

        Returns:
            float64, (n_pairs,), rounded.
        """
        found = np.zeros(len(first))
        for rows in slices(len(first), _PAIRS):
            one = self.vectors[self.starts[first[rows]]]
            other = self.vectors[self.starts[second[rows]]]
            found[rows] = np.einsum("ij,ij->i", one, other)
        return found.round(_DIGITS)

    def clauses(self, first: Integers, second: Integers) -> Floats:
        """Compute the greatest cosine of a clause (or whole) of the one with one of the other.

        Args:
            first: int64, (n_pairs,).
            second: int64, (n_pairs,).

        Returns:
            float64, (n_pairs,).
        """
        found = np.zeros(len(first))
        for rows, _, cosines in self.blocks(first):
            inside = (first >= rows.start) & (first < rows.stop)
            found[inside] = cosines[first[inside] - rows.start, second[inside]]
        return found

    def few(self, first: Integers, second: Integers) -> Booleans:
        """Tell `of_few` of each pair: bool, (n_pairs,), of two int64, (n_pairs,)."""
        return of_few(first, second, self.documents)

    def beyond_usual(self, first: Integers, second: Integers) -> Floats:
        """Measure how much nearer each pair is than either is to what is nearest in the other's.

        Cross-domain similarity local scaling (Conneau et al., 2018). Of few sentences none is
        usual: there it is what is usual on many subjects.

        Args:
            first: int64, (n_pairs,).
            second: int64, (n_pairs,).

        Returns:
            float64, (n_pairs,).
        """
        one = self.usual[first, self.documents[second]]
        other = self.usual[second, self.documents[first]]
        usual = np.where(self.few(first, second), USUALLY_NEAR, (one + other) / 2)
        found: Floats = (self.whole(first, second) - usual).round(_DIGITS)
        return found

    def mutual(self, cosines: Floats, nearest: Floats, first: Integers, second: Integers) -> Floats:
        """Measure how near each pair comes to being each other's nearest: 1 if they are.

        Args:
            cosines: float64, (n_pairs,).
            nearest: float64, (n_sentences, n_documents), the table that they belong to.
            first: int64, (n_pairs,).
            second: int64, (n_pairs,).

        Returns:
            float64, (n_pairs,), from -1 to 1.
        """
        one = cosines / np.maximum(nearest[first, self.documents[second]], _LEAST)
        other = cosines / np.maximum(nearest[second, self.documents[first]], _LEAST)
        found: Floats = np.clip(np.minimum(one, other), -1.0, 1.0).round(_DIGITS)
        return found

    def blocks(self, wanted: Integers | None = None) -> Iterator[tuple[slice, Floats, Floats]]:
        """Yield rows of sentences with their cosines to all: of wholes, and of nearest clauses.

        Both tables are float64, (n_rows, n_sentences).

        Args:
            wanted: int64, (n_wanted,), sentences that have to be in a block; by default all.
        """
        yield from blocks_of(self.vectors, self.starts, wanted)

    def candidates(self, most: int, asked: Integers) -> Integers:
        """Pair each sentence asked with those asked whose clauses are nearest to its own.

        Args:
            most: how many others a sentence has at most.
            asked: int64, (n_asked,), sentences.

        Returns:
            int64, (n_pairs,): the smaller number times n_sentences, plus the greater one.
        """
        size, keys = len(self.starts), [np.zeros(0, dtype=np.int64)]
        free = np.zeros(size, dtype=bool)
        free[asked] = True
        for rows, _, cosines in self.blocks():
            numbers = np.arange(rows.start, rows.stop)
            near = np.where(free, cosines, -2.0)
            near[np.arange(len(numbers)), numbers] = -2.0
            row, other = top_columns_dense(near, most)
            sentence = numbers[row]
            kept = free[sentence] & free[other] & (sentence != other)
            one, two = sentence[kept], other[kept]
            keys.append(np.minimum(one, two) * size + np.maximum(one, two))
        return np.concatenate(keys)


def meanings(
    vectors: SentenceVectors, chinese: Floats, documents: Integers, reporting: Booleans
) -> Meanings:
    """Centre the sentences' vectors, and find which sentence comes nearest to which.

    A clause that only tells who says something counts as its whole sentence: any two sentences
    that the judge said would share a clause.

    Args:
        vectors: of the run's sentences, in order, int8, (n_texts, n_dimensions).
        chinese: float64, (n_sentences,), 1 where a sentence has Han characters.
        documents: int64, (n_sentences,), sorted.
        reporting: bool, (n_texts,), the texts that are such clauses.
    """
    starts = np.flatnonzero(np.r_[True, np.diff(vectors.owners) > 0][: len(vectors.owners)])
    values = centred(vectors, chinese[vectors.owners] > 0, starts)
    values[reporting] = values[starts[vectors.owners[reporting]]]
    bounds = np.flatnonzero(np.r_[True, np.diff(documents) > 0][: len(documents)])
    size = int(documents.max(initial=-1)) + 1
    tables = np.full((2, len(starts), size), -1.0)
    near_by = np.zeros((len(starts), size))
    for rows, *both in blocks_of(values, starts):
        numbers = np.arange(rows.start, rows.stop)
        for table, cosines in zip(tables, both, strict=True):
            others = cosines.copy()
            others[np.arange(len(numbers)), numbers] = -1.0
            table[numbers[:, None], documents[bounds]] = np.maximum.reduceat(others, bounds, axis=1)
        near_by[rows] = _usual(both[0], numbers, documents, size)
    return Meanings(values, starts, documents, tables[0], tables[1], near_by)


def _usual(cosines: Floats, numbers: Integers, documents: Integers, size: int) -> Floats:
    """Compute the mean cosine of the nearest other sentences in each document, or 0.

    Args:
        cosines: float64, (n_rows, n_sentences).
        numbers: int64, (n_rows,), the sentence of each row.
        documents: int64, (n_sentences,), sorted.
        size: number of documents.

    Returns:
        float64, (n_rows, n_documents).
    """
    found = np.zeros((len(numbers), size))
    bounds = np.searchsorted(documents, np.arange(size + 1)).tolist()
    own = documents[numbers]
    for document, (start, end) in enumerate(pairwise(bounds)):
        here = cosines[:, start:end].copy()
        inside = own == document
        here[inside, numbers[inside] - start] = -np.inf
        # Only the nearest are put in order: a document may have thousands.
        least = max(0, here.shape[1] - NEIGHBOURS)
        top = np.partition(here, least, axis=1)[:, least:] if least else here
        nearest = -np.sort(-top, axis=1)
        known = np.isfinite(nearest)
        total = np.where(known, nearest, 0.0).sum(axis=1)
        found[:, document] = total / np.maximum(known.sum(axis=1), 1)
    return found


def reporting_pieces(sentences: Iterable[str]) -> Booleans:
    """Tell of each sentence and its clauses, one after another, which only report.

    Args:
        sentences: their wordings.

    Returns:
        bool, (n_texts,); whole sentences never do.
    """
    split = (whole_and_clauses(sentence) for sentence in sentences)
    found = [at > 0 and only_reports(text) for each in split for at, text in enumerate(each)]
    return np.array(found, dtype=np.bool_)
