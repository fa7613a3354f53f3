"""Pairs that would be merged, but for what is looked for: opposites, or figures that differ."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from bidigest.contradictions.sentence_pairs import Numbers
from bidigest.contrasts.evidence_kinds import CONTRASTS
from bidigest.corpus import Corpus
from bidigest.matching.reranker import adjusted
from bidigest.matching.scoring import probabilities
from bidigest.sparse.matrices import Floats

OPPOSITES = frozenset((*CONTRASTS, "negation", "shorter source"))
"""Kinds of evidence that opposites differ in; and that nothing is near in short sources by chance,
as words that exclude each other, or figures of one thing, are not found by chance.
"""

FIGURES = OPPOSITES | {"differing figures"}
"""The same of those that give different figures."""


def pairs_alike_without(
    corpus: Corpus, kinds: Collection[str], least: float | Floats
) -> Iterator[tuple[Numbers, float]]:
    """Score pairs of sentences of two sources as if nobody had looked at some kinds of evidence.

    Args:
        corpus: all sentences, with the evidence of their pairs.
        kinds: names of the kinds of evidence that are left out.
        least: least probability of the pairs returned; or of each, float64, (n_pairs,).

    Returns:
        Pairs, by the numbers of their sentences, with their probabilities.
    """
    matches = corpus.matches
    documents = np.array([document for document, _ in corpus.sentences], dtype=np.int64)
    scores = _scores_without(corpus, kinds)
    across = documents[matches.first] != documents[matches.second]
    rows = np.flatnonzero(across & (scores >= least))
    pairs = zip(matches.first[rows].tolist(), matches.second[rows].tolist(), strict=True)
    return zip(pairs, scores[rows].tolist(), strict=True)


def _scores_without(corpus: Corpus, kinds: Collection[str]) -> Floats:
    """Score all pairs as if kinds of evidence had found nothing: float64, (n_pairs,)."""
    matches = corpus.matches
    scores = probabilities(matches.evidence, corpus.parameters.scoring, without=kinds)
    for added in matches.adjustments.values():
        scores = adjusted(scores, added)
    return np.maximum(scores, matches.scores)
