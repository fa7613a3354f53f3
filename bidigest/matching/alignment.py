"""Sentences as weighted words, and how much of one is said again in another.

A word of one sentence is aligned with the word of the other that means most nearly the same;
synonyms and translations meet through the shared vocabulary. All of it is sparse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse

from bidigest.matching.weighting import background, meaning, rarity

LEAST_SIMILAR = 0.35
"""Cosine of two words' meanings below which they have nothing to do with each other."""

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


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
    """Prepare sentences, each given by its terms."""
    sets = [sorted(set(sentence)) for sentence in sentences]
    vocabulary = sorted({term for terms in sets for term in terms})
    number = {term: index for index, term in enumerate(vocabulary)}
    rare = rarity(sets)
    telling = np.array([background(term) ** 0.5 * rare[term] for term in vocabulary])
    weights = rows([{number[term]: telling[number[term]] for term in terms} for terms in sets])
    weights = _widened(weights, len(vocabulary))
    covered = _maxima(weights, _similarities(vocabulary))
    totals = np.asarray(weights.sum(axis=1)).ravel()
    return Aligned(weights, covered, _concepts(sets), np.maximum(totals, 1e-9))


def shared_weight(aligned: Aligned, first: Integers, second: Integers) -> Floats:
    """Of each first sentence, the weight of the words that the second one says too."""
    return paired(aligned.weights, aligned.covered, first, second)


def paired(
    left: sparse.csr_array, right: sparse.csr_array, first: Integers, second: Integers
) -> Floats:
    """Dot products of `left`'s rows `first` with `right`'s rows `second`."""
    products = [
        np.asarray(left[first[i : i + 65536]].multiply(right[second[i : i + 65536]]).sum(axis=1))
        for i in range(0, len(first), 65536)
    ]
    return np.concatenate([p.ravel() for p in products]) if products else np.zeros(0)


def rows(vectors: Sequence[Mapping[int, float]]) -> sparse.csr_array:
    """Vectors, given by column, as the rows of a sparse matrix."""
    starts = np.cumsum([0, *(len(vector) for vector in vectors)])
    columns = np.array([c for vector in vectors for c in sorted(vector)], dtype=np.int64)
    values = np.array([vector[c] for vector in vectors for c in sorted(vector)], dtype=np.float64)
    width = int(columns.max()) + 1 if len(columns) else 1
    return sparse.csr_array((values, columns, starts), shape=(len(vectors), width))


def unit_rows(vectors: Iterable[Mapping[str, float]]) -> sparse.csr_array:
    """Vectors, given by name, as the unit-length rows of a sparse matrix."""
    number: dict[str, int] = {}
    matrix = rows([{number.setdefault(n, len(number)): v for n, v in x.items()} for x in vectors])
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(norms, 1e-12)) @ matrix)


def _widened(matrix: sparse.csr_array, width: int) -> sparse.csr_array:
    parts = (matrix.data, matrix.indices, matrix.indptr)
    return sparse.csr_array(parts, shape=(matrix.shape[0], max(1, width)))


def _similarities(vocabulary: Sequence[str]) -> sparse.csr_array:
    """Words by words: the cosine of their meanings, where it is worth anything."""
    meanings = unit_rows(meaning(term) for term in vocabulary)
    similar = sparse.csr_array(meanings @ meanings.T)
    similar.data[similar.data < LEAST_SIMILAR] = 0.0
    similar.eliminate_zeros()
    return similar


def _maxima(weights: sparse.csr_array, similar: sparse.csr_array) -> sparse.csr_array:
    """Sentences by words: the greatest similarity of the word to one of the sentence."""
    lengths = np.diff(similar.indptr)[weights.indices]
    sentence = np.repeat(np.arange(weights.shape[0]), np.diff(weights.indptr))
    owner = np.repeat(sentence, lengths)
    offsets = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    at = np.repeat(similar.indptr[weights.indices], lengths) + offsets
    word, value = similar.indices[at], similar.data[at]
    order = np.lexsort((value, word, owner))
    owner, word, value = owner[order], word[order], value[order]
    last = np.r_[(owner[1:] != owner[:-1]) | (word[1:] != word[:-1]), True][: len(owner)]
    entries = (value[last], (owner[last], word[last]))
    return sparse.csr_array(sparse.coo_array(entries, shape=weights.shape))


def _concepts(sets: Sequence[Sequence[str]]) -> sparse.csr_array:
    """Sentences as unit vectors over concepts, each weighted by its rarity in the collection."""
    rare = rarity([[c for term in terms for c in meaning(term)] for terms in sets])
    return unit_rows(_concept_vector(terms, rare) for terms in sets)


def _concept_vector(terms: Sequence[str], rare: Mapping[str, float]) -> dict[str, float]:
    vector: dict[str, float] = {}
    for term in terms:
        telling = background(term) ** 0.5
        for concept, weight in meaning(term).items():
            vector[concept] = vector.get(concept, 0.0) + telling * weight * rare[concept]
    return vector
