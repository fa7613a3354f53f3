"""Pairs of sentences of which one probably says the other again, though that is not certain.

Whether two sentences make exactly one claim is asked strictly, since sources are counted by it. A
reader who has read one of them is bored sooner: by the same words, or by the same sense beside what
is usual (in an essay all sentences are near each other), whichever source says it. Other figures
of the same kind are news.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from bidigest.matching import Matches
from bidigest.matching.evidence import kind_names
from bidigest.sparse.matrices import Booleans, Floats, Integers

LEAST_CONCEPTS = 0.35
"""Cosine in the space of concepts from which one of two sentences restates the other."""

LEAST_MEANING = 0.22
"""Cosine by the sentence model, above what either has with its nearest, from which it does."""


LEAST_CONCEPTS_BESIDE, LEAST_MEANING_BESIDE = 0.22, 0.1
"""The same for what is shown beside a full page, whatever figures differ: it must be news."""


def possible_restatements(matches: Matches) -> Booleans:
    """Tell of each pair whether one sentence may restate the other: bool, (n_pairs,)."""
    near: Booleans = matches.concept_cosine >= LEAST_CONCEPTS_BESIDE
    return near | (_evidence(matches, "meaning beyond usual") >= LEAST_MEANING_BESIDE)


def likely_restatements(matches: Matches, apart: Collection[tuple[int, int]] = ()) -> Integers:
    """Find the pairs of which one sentence probably restates the other.

    Args:
        matches: pairs of sentences.
        apart: pairs, the smaller number first, that say different things of one matter.

    Returns:
        int64, (n_found,), rows of the matches.
    """
    near = matches.concept_cosine >= LEAST_CONCEPTS
    near |= _evidence(matches, "meaning beyond usual") >= LEAST_MEANING
    rows = np.flatnonzero(near & (_evidence(matches, "differing figures") <= 0))
    ends = zip(matches.first[rows].tolist(), matches.second[rows].tolist(), strict=True)
    return rows[np.array([pair not in apart for pair in ends], dtype=np.bool_)]


def _evidence(matches: Matches, kind: str) -> Floats:
    """Return one kind of evidence of all pairs: float64, (n_pairs,), 0 where it tells nothing."""
    values = matches.evidence.values[:, kind_names().index(kind)]
    found: Floats = np.nan_to_num(values if matches.places is None else values[matches.places])
    return found
