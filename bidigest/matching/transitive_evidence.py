"""A second look at a pair, at what the first one found for the pairs around it.

Who makes the claim of both in a third source or again in one of theirs; whether what stands before
and after them agrees as well, since who retells keeps the order; whether each is the other's best
in its source, and how much goes to others there. Sources that could not speak for a pair are silent
as well as those that do not, so that what speaks against a pair counts half.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sparse

from bidigest.matching.context_similarity import within
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.parameters import SUPPORT, Relations
from bidigest.matching.reranker import log_odds
from bidigest.matching.source_lengths import of_few, shorter_source
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import Floats, Integers, distinct, symmetric

_MOST_SHARED = 2.0
_MOST_CLAIMED = 4.0
_MOST_RIVALS = 2.0
_LEAST = 1e-3
_DIGITS = 6
_REACH, _FADING = 2, 0.7
"""Sentences before and after that count, and what each step away leaves of one."""
_AGAINST = 0.5
"""What counts of that which speaks against a pair: most of it is silence, and claims that only two
sources make would be lost. Chosen on subjects held out of the learning (docs/merging.md)."""
_FURTHEST = 9.0
"""Log-odds beyond which a first look is as good as certain."""


def transitive_evidence(
    first: Integers, second: Integers, scores: Floats, evidence: EvidenceTable, documents: Integers
) -> Floats:
    """Compute the second look's evidence of pairs.

    Args:
        first: int64, (n_pairs,); the pairs are all of a run.
        second: int64, (n_pairs,).
        scores: float64, (n_pairs,), their probabilities by the first look.
        evidence: theirs, for whether they are of one source.
        documents: int64, (n_sentences,), the document of each, one after another.

    Returns:
        float64, (n_pairs, len(SUPPORT)).
    """
    across = np.where(evidence.same_source, 0.0, scores)
    size = len(documents)
    known = symmetric(across, first, second, size)
    own = symmetric(np.where(evidence.same_source, scores, 0.0), first, second, size)
    claimed = np.asarray(known.sum(axis=1), dtype=np.float64).ravel()
    # To be the best of few says nothing: as much as the first look leaves to others is theirs.
    best, total = _in_other_source(first, second, across, documents)
    few = of_few(first, second, documents)
    columns = (
        np.clip(log_odds(scores), -_FURTHEST, _FURTHEST),
        _root(paired(known, known, first, second)),
        np.where(few, across, across / np.maximum(np.maximum(*best), _LEAST)),
        np.minimum(np.minimum(claimed[first], claimed[second]), _MOST_CLAIMED),
        _root(paired(own, known, first, second) + paired(own, known, second, first)),
        _root(_around(known, first, second, documents)),
        np.where(few, across, across / np.maximum(np.maximum(*total), _LEAST)),
        np.minimum(np.maximum(*total) - across, _MOST_RIVALS),
        shorter_source(first, second, documents),
    )
    return np.stack(columns, axis=1).round(_DIGITS)


def _root(values: Floats) -> Floats:
    """Take the root of values, up to a limit: float64, (n_pairs,)."""
    found: Floats = np.sqrt(np.clip(values, 0.0, _MOST_SHARED))
    return found


def _around(
    known: sparse.csr_array, first: Integers, second: Integers, documents: Integers
) -> Floats:
    """Add up the probabilities of pairs of what stands before and after the two.

    Args:
        known: (n_sentences, n_sentences), probabilities.
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
        documents: int64, (n_sentences,), the document of each.

    Returns:
        float64, (n_pairs,).
    """
    near = within(documents, _REACH, _FADING)
    return paired(sparse.csr_array(near @ known), near, first, second)


def _in_other_source(
    first: Integers, second: Integers, scores: Floats, documents: Integers
) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    """Find the greatest probability that each of a pair has in the other's source, and the sum.

    Returns:
        The greatest of the first and of the second, and the sums of both: float64, (n_pairs,).
    """
    width = int(documents.max(initial=0)) + 1
    keys = np.r_[first * width + documents[second], second * width + documents[first]]
    names = distinct(keys)
    places = np.searchsorted(names, keys)
    both = np.r_[scores, scores]
    greatest = np.zeros(len(names))
    np.maximum.at(greatest, places, both)
    total = np.bincount(places, weights=both, minlength=len(names))
    half = len(first)
    best, sums = greatest[places], total[places]
    return (best[:half], best[half:]), (sums[:half], sums[half:])


def gained(values: Floats, evidence: EvidenceTable, weights: Relations) -> Floats:
    """Compute what the pairs around it add to the log-odds of each pair, or take away.

    Args:
        values: float64, (n_pairs, len(SUPPORT)), as `transitive_evidence` returns them.
        evidence: of the pairs.
        weights: of the second look.

    Returns:
        float64, (n_pairs,), rounded.
    """
    odds = weights.odds(values, evidence)
    found = odds - values[:, SUPPORT.index("first look")]
    moved: Floats = np.where(found < 0, _AGAINST * found, found).round(_DIGITS)
    return moved
