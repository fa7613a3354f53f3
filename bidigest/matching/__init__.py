"""Do two sentences say the same? Candidate pairs, their evidence, and a score with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bidigest.matching.candidates import candidates
from bidigest.matching.collection import Comparable, Pairs, prepare
from bidigest.matching.evidence import EVIDENCE, table
from bidigest.matching.scoring import contributions, probabilities
from bidigest.matching.sparsity import Floats, Integers, slices

__all__ = ["Comparable", "Matches", "match", "similarity"]

_PAIRS = 65536


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
    first, second = candidates(collection.aligned)
    evidence = np.zeros((len(first), len(EVIDENCE)))
    likeness = np.zeros(len(first))
    for at in slices(len(first), _PAIRS):
        pairs = Pairs(collection, first[at], second[at])
        evidence[at], likeness[at] = table(pairs), pairs.likeness.round(6)
    return Matches(first, second, evidence, likeness, probabilities(evidence))


def similarity(one: str, other: str) -> float:
    """How probably two texts by themselves, in either language, make the same claim."""
    collection = prepare([Comparable(one, document=0), Comparable(other, document=1)])
    pair = Pairs(collection, np.array([0]), np.array([1]))
    return float(probabilities(table(pair))[0])


def reason(evidence: Floats) -> dict[str, float]:
    """A pair's evidence by name, as contributions to the log-odds."""
    return dict(contributions(evidence))
