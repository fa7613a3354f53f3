"""How strongly pairs of sentences bind their groups: log-odds, and what each pair weighs."""

from __future__ import annotations

import numpy as np

from bidigest.matching import Matches
from bidigest.matching.parameters import Parameters
from bidigest.matching.reranker import log_odds
from bidigest.sparse.matrices import Floats

LEAST, MOST = 0.02, 0.9
"""Probabilities beyond which a pair says no more: what is no candidate, and what is sure enough.
Chosen on subjects held out of the learning (docs/merging.md)."""

_NO_CANDIDATE = float(log_odds(np.array([LEAST]))[0])


def least_average(matches: Matches, parameters: Parameters) -> float:
    """Return the average probability from which two groups of sentences become one."""
    return parameters.average if matches.certain is None else parameters.average_certain


def strengths(scores: Floats) -> Floats:
    """Compute how strongly pairs bind: log-odds above those of a pair that is no candidate.

    Args:
        scores: float64, (n_pairs,), probabilities.

    Returns:
        float64, (n_pairs,), from 0.
    """
    found: Floats = log_odds(np.clip(scores, LEAST, MOST)) - _NO_CANDIDATE
    return found


def strength(score: float) -> float:
    """Compute how strongly a pair of this probability binds."""
    return float(strengths(np.array([score]))[0])


def pair_weights(matches: Matches, parameters: Parameters) -> Floats:
    """Weight each pair: float64, (n_pairs,); one of which a reranker is certain counts for more."""
    weights: Floats = np.ones(len(matches.first))
    if matches.certain is not None:
        weights[matches.certain] = parameters.certain_weight
    return weights
