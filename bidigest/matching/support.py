"""Support of third sources: a sentence close to both makes it more probable that they agree.

A second look, at the probabilities of the first: a sentence of a third source that probably makes
the claim of both; whether each is the other's best; and how many others claim it at all. Their
silence does not speak against a pair, since two sources may be all that make a claim.
"""

from __future__ import annotations

import numpy as np

from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.reranker import log_odds
from bidigest.matching.scoring import SUPPORT, Relations
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import Floats, Integers, distinct, symmetric

_MOST_SHARED = 2.0
_MOST_CLAIMED = 4.0
_LEAST = 1e-3
_DIGITS = 6
_FEW = 5
"""Sentences; in a shorter source some sentence is always the best, which says nothing."""
_FURTHEST = 9.0
"""Log-odds beyond which a first look is as good as certain."""


def support(
    first: Integers, second: Integers, scores: Floats, evidence: EvidenceTable, documents: Integers
) -> Floats:
    """Compute the second look's evidence of pairs.

    Args:
        first: int64, (n_pairs,); the pairs are all of a run.
        second: int64, (n_pairs,).
        scores: float64, (n_pairs,), their probabilities by the first look.
        evidence: theirs, for whether they are of one source.
        documents: int64, (n_sentences,), the document of each.

    Returns:
        float64, (n_pairs, len(SUPPORT)).
    """
    across = np.where(evidence.same_source, 0.0, scores)
    size = len(documents)
    known = symmetric(across, first, second, size)
    shared = np.sqrt(np.minimum(paired(known, known, first, second), _MOST_SHARED))
    claimed = np.asarray(known.sum(axis=1), dtype=np.float64).ravel()
    fewer = np.minimum(np.minimum(claimed[first], claimed[second]), _MOST_CLAIMED)
    best = across / np.maximum(_best(first, second, across, documents), _LEAST)
    lengths = np.bincount(documents, minlength=1)[documents]
    best = np.where(np.minimum(lengths[first], lengths[second]) < _FEW, 0.0, best)
    odds = np.clip(log_odds(scores), -_FURTHEST, _FURTHEST)
    return np.stack([odds, shared, best, fewer], axis=1).round(_DIGITS)


def _best(first: Integers, second: Integers, scores: Floats, documents: Integers) -> Floats:
    """Find the greatest probability that one of a pair has in the other's source.

    Args:
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
        scores: float64, (n_pairs,).
        documents: int64, (n_sentences,).

    Returns:
        float64, (n_pairs,).
    """
    width = int(documents.max(initial=0)) + 1
    keys = np.r_[first * width + documents[second], second * width + documents[first]]
    names = distinct(keys)
    found = np.zeros(len(names))
    places = np.searchsorted(names, keys)
    np.maximum.at(found, places, np.r_[scores, scores])
    each: Floats = found[places]
    greatest: Floats = np.maximum(each[: len(first)], each[len(first) :])
    return greatest


def gained(values: Floats, evidence: EvidenceTable, weights: Relations) -> Floats:
    """Compute what third sources add to the log-odds of each pair, never less than nothing.

    Args:
        values: float64, (n_pairs, len(SUPPORT)), as `support` returns them.
        evidence: of the pairs.
        weights: of the second look.

    Returns:
        float64, (n_pairs,), rounded.
    """
    odds = weights.odds(values, evidence)
    found: Floats = np.maximum(odds - values[:, SUPPORT.index("first look")], 0.0).round(_DIGITS)
    return found
