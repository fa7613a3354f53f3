"""The protocol of rerankers: costlier ways to tell whether two sentences make the same claim.

Candidate pairs with their scores go in; what each pair gains in log-odds comes out, under the
name that its reasons give it. Off by default; who implements it is loaded when it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from bidigest.model import Note
from bidigest.sparse.matrices import Booleans, Floats, Integers

_CERTAIN = 1e-6


@dataclass(frozen=True, slots=True)
class CandidatePairs:
    """Candidate pairs (first < second), sorted, with what is known of them so far."""

    texts: tuple[str, ...]
    """The wording of every sentence, without markup."""
    documents: Integers
    """Of every sentence: which document it stands in."""
    first: Integers
    second: Integers
    scores: Floats


@dataclass(frozen=True, slots=True)
class Adjustments:
    """What a reranker says of the pairs, in their order."""

    added: Floats
    """To the log-odds; 0 where it has nothing to say."""
    certain: Booleans
    """Where it has the last word, so that the pair is no mere estimate any more."""
    notes: tuple[Note, ...] = field(default=())
    """What a reader should know, such as that it could not be had."""


class Reranker(Protocol):
    """A reranker: one more kind of evidence."""

    @property
    def name(self) -> str:
        """What reasons call it."""

    def rerank(self, pairs: CandidatePairs) -> Adjustments:
        """Adjust the pairs.

        Raises:
            OptionsError: the user has to mend something.
        """


def log_odds(probability: Floats) -> Floats:
    """Compute the log-odds of probabilities, kept away from 0 and 1: float64, (n_pairs,)."""
    kept = np.clip(probability, _CERTAIN, 1 - _CERTAIN)
    return np.log(kept / (1 - kept))


def adjusted(scores: Floats, added: Floats) -> Floats:
    """Add to the log-odds of probabilities; where nothing is added they stay to the bit.

    Args:
        scores: float64, (n_pairs,), probabilities.
        added: float64, (n_pairs,), to their log-odds.

    Returns:
        float64, (n_pairs,), probabilities.
    """
    moved = 1 / (1 + np.exp(-(log_odds(scores) + added)))
    return np.where(added == 0, scores, moved.round(6))
