"""Salience: how much each sentence of a corpus matters.

By its own source and by all, for the subject, and by where it stands: gist stands early, and where
a source sums up (Edmundson, "New Methods in Automatic Extracting", 1969). All weights are chosen
by `benchmarks/fit_choosing.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern
from bidigest.model import Document

SALIENT = 0.67
"""Power of the rank, beside nearness to the subject and place, which count as they are."""

FEW = 10
"""Sentences of a source from which its own TextRank counts as much as that of all sources."""


def salience(
    lengths: Iterable[int],
    textrank: Sequence[float],
    lexrank: Sequence[float],
    centroid_similarity: Sequence[float],
    positional_prior: Iterable[float],
) -> list[float]:
    """Combine all signs of how much a sentence matters, one value a sentence; about 1 is usual.

    Args:
        lengths: of each sentence, the number of sentences in its source.
        textrank: rank within its source; 1 is the average, as in all that follow.
        lexrank: rank among the sentences of all sources.
        centroid_similarity: nearness to the subject of all sources.
        positional_prior: factor by its place.
    """
    ranks = _ranks(lengths, textrank, lexrank)
    each = zip(ranks, centroid_similarity, positional_prior, strict=True)
    return [rank**SALIENT * near * place for rank, near, place in each]


def _ranks(
    lengths: Iterable[int], textrank: Sequence[float], lexrank: Sequence[float]
) -> list[float]:
    """Mix both ranks: the more sentences a source has, the more its own ranking counts."""
    known = [length / (length + FEW) for length in lengths]
    each = zip(known, textrank, lexrank, strict=True)
    return [share * own + (1 - share) * among for share, own, among in each]


EARLY = 0.7
"""What the first sentence of a source counts more than its last."""

SUMMING_UP = 0.5
"""What a sentence counts more in a section whose title announces a summary."""

_SUMMARY = pattern("headings", "summing up")


def positional_prior(document: Document) -> tuple[float, ...]:
    """Compute the factor by which each sentence's place changes its salience; 1 changes nothing."""
    last = max(1, len(document.sentences) - 1)
    sums_up = [bool(_SUMMARY.search(folded(" / ".join(s.path)))) for s in document.sections]
    return tuple(
        (1 + EARLY * (1 - number / last)) * (1 + SUMMING_UP * sums_up[sentence.section])
        for number, sentence in enumerate(document.sentences)
    )
