"""Do two sentences say the same? Candidate pairs, their evidence, and a score with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.alignment import Floats, Integers
from bidigest.matching.evidence import Collection, Comparable, likenesses, prepare, table
from bidigest.matching.scoring import contributions, probabilities

__all__ = ["Comparable", "Matches", "match", "similarity"]

CANDIDATES = 20
"""Of each sentence, how many others are looked at more closely."""

_ROWS = 512


@dataclass(frozen=True, slots=True)
class Matches:
    """Candidate pairs (first < second) with their evidence and score, sorted by pair."""

    first: Integers
    second: Integers
    evidence: Floats
    likeness: Floats
    """Cosines in the space of concepts: how near two sentences are, even if they differ."""
    scores: Floats


def match(sentences: Sequence[Comparable]) -> Matches:
    """The pairs of sentences that may say the same, and how probably they do."""
    collection = prepare(sentences)
    first, second = candidates(collection)
    evidence = table(collection, first, second)
    likeness = likenesses(collection, first, second).round(6)
    return Matches(first, second, evidence, likeness, probabilities(evidence))


def similarity(one: str, other: str) -> float:
    """How probably two texts by themselves, in either language, make the same claim."""
    collection = prepare([Comparable(one, document=0), Comparable(other, document=1)])
    pair = np.array([0]), np.array([1])
    return float(probabilities(table(collection, *pair))[0])


def reason(evidence: Floats) -> dict[str, float]:
    """A pair's evidence by name, as contributions to the log-odds."""
    return dict(contributions(evidence))


def candidates(collection: Collection) -> tuple[Integers, Integers]:
    """Each sentence with the `CANDIDATES` others that say most of the same words."""
    keys: list[Integers] = []
    size = len(collection.sentences)
    aligned = collection.aligned
    covered = sparse.csc_array(aligned.covered.T)
    for start in range(0, size, _ROWS):
        mass = sparse.csr_array(aligned.weights[start : start + _ROWS] @ covered)
        keys.append(_strongest(mass, start, size))
    unique = np.unique(np.concatenate(keys)) if keys else np.zeros(0, dtype=np.int64)
    return unique // max(size, 1), unique % max(size, 1)


def _strongest(mass: sparse.csr_array, start: int, size: int) -> Integers:
    """The best columns of each row, as keys `smaller * size + greater`."""
    row = np.repeat(np.arange(mass.shape[0]), np.diff(mass.indptr)) + start
    column, value = mass.indices.astype(np.int64), mass.data.round(6)
    other = row != column
    row, column, value = row[other], column[other], value[other]
    order = np.lexsort((column, -value, row))
    row, column = row[order], column[order]
    starts = np.searchsorted(row, np.arange(start, start + mass.shape[0]))
    place = np.arange(len(row)) - starts[row - start]
    row, column = row[place < CANDIDATES], column[place < CANDIDATES]
    keys: Integers = np.minimum(row, column) * size + np.maximum(row, column)
    return keys
