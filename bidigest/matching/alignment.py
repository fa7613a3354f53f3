"""Alignment: sentences as weighted words, and how much of one is said again in another.

A word of one sentence is aligned with the word of the other that means most nearly the same;
synonyms and translations meet through the shared vocabulary. All of it is sparse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.term_weighting import (
    background_rarity,
    cross_lingual_vector,
    learn,
    rarities,
)
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import (
    Floats,
    Integers,
    compact,
    counts,
    entries,
    incidence,
    scaled,
    slices,
    unit,
)

LEAST_SIMILAR = 0.35
"""Cosine of two words' meanings below which they have nothing to do with each other."""

_ROWS = 2048


@dataclass(frozen=True, slots=True)
class Aligned:
    """A collection of sentences, ready for comparing any of them with any other."""

    weights: sparse.csr_array
    """Sentences by words: how much each word of the sentence tells."""
    covered: sparse.csr_array
    """Sentences by words: how nearly the sentence says each word of the collection."""
    concepts: sparse.csr_array
    """Sentences by concepts (words and English stems): unit vectors."""
    totals: Floats
    """The sum of each sentence's weights."""


def align(sentences: Sequence[Sequence[str]]) -> Aligned:
    """Prepare sentences, each given by its terms, for comparing any two of them."""
    words, said = incidence(sentences)
    telling = _telling(words)
    meanings = _meanings(words)
    weights = scaled(said, telling * rarities(counts(said), len(sentences)))
    covered = _maxima(weights, _similarities(unit(meanings)))
    totals = np.asarray(weights.sum(axis=1)).ravel()
    concepts = _concepts(scaled(said, telling), meanings)
    return Aligned(weights, covered, concepts, np.maximum(totals, 1e-9))


def concepts(sentences: Sequence[Sequence[str]]) -> sparse.csr_array:
    """Represent sentences, each given by its terms, as unit vectors over concepts.

    Returns:
        (n_sentences, n_concepts), rows of length 1.
    """
    words, said = incidence(sentences)
    return _concepts(scaled(said, _telling(words)), _meanings(words))


def shared_weight(aligned: Aligned, first: Integers, second: Integers) -> Floats:
    """Sum the weights of the words of one sentence that the other says too.

    Args:
        aligned: the collection.
        first: int64, (n_pairs,), the sentences whose words count.
        second: int64, (n_pairs,), the others.

    Returns:
        float64, (n_pairs,).
    """
    return paired(aligned.weights, aligned.covered, first, second)


def _telling(words: Sequence[str]) -> Floats:
    """Weight each word by how telling it is on any subject: float64, (n_words,), at least one."""
    learn(words)
    return np.array([background_rarity(word) ** 0.5 for word in words] or [0.0])


def _meanings(words: Sequence[str]) -> sparse.csr_array:
    """Represent words by concepts: (n_words, n_concepts)."""
    number: dict[str, int] = {}
    vectors = [cross_lingual_vector(word) for word in words] or [{}]
    columns = [number.setdefault(concept, len(number)) for v in vectors for concept in v]
    values = [weight for vector in vectors for weight in vector.values()]
    starts = np.cumsum([0, *(len(vector) for vector in vectors)])
    shape = (len(vectors), max(1, len(number)))
    places = np.array(columns, dtype=np.int64)
    return compact(np.array(values, dtype=np.float64), places, starts, shape)


def _similarities(meanings: sparse.csr_array) -> sparse.csr_array:
    """Compute the cosines of words' meanings, where they are worth anything.

    Args:
        meanings: (n_words, n_concepts), rows of length 1.

    Returns:
        (n_words, n_words).
    """
    others = sparse.csr_array(meanings.T)
    blocks = []
    for rows in slices(meanings.shape[0], _ROWS):
        similar = sparse.csr_array(meanings[rows] @ others)
        similar.data[similar.data < LEAST_SIMILAR] = 0.0
        similar.eliminate_zeros()
        blocks.append(similar)
    return sparse.csr_array(sparse.vstack(blocks))


def _maxima(weights: sparse.csr_array, similar: sparse.csr_array) -> sparse.csr_array:
    """Find the greatest similarity of each word to a word of each sentence.

    Args:
        weights: (n_sentences, n_words).
        similar: (n_words, n_words).

    Returns:
        (n_sentences, n_words).
    """
    width = weights.shape[1]
    lengths, columns, values = [np.zeros(1, dtype=np.int64)], [], []
    for rows in slices(weights.shape[0], _ROWS):
        block = weights[rows]
        at, said = entries(similar, block.indices.astype(np.int64))
        sentence = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr))
        keys = sentence[said] * width + similar.indices[at]
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]][: len(keys)])
        if len(starts):
            values.append(np.maximum.reduceat(similar.data[at[order]], starts))
            columns.append(keys[starts] % width)
        lengths.append(np.bincount(keys[starts] // width, minlength=block.shape[0]))
    indices = np.concatenate(columns) if columns else np.zeros(0, dtype=np.int64)
    data = np.concatenate(values) if values else np.zeros(0)
    return compact(data, indices, np.cumsum(np.concatenate(lengths)), weights.shape)


def _concepts(said: sparse.csr_array, meanings: sparse.csr_array) -> sparse.csr_array:
    """Represent sentences over concepts, each weighted by its rarity in the collection.

    Args:
        said: (n_sentences, n_words), weights.
        meanings: (n_words, n_concepts).

    Returns:
        (n_sentences, n_concepts), rows of length 1.
    """
    vectors = sparse.csr_array(said @ meanings)
    vectors.sort_indices()
    return unit(scaled(vectors, rarities(counts(vectors), said.shape[0])))
