"""How much each sentence of a run matters.

By its own source and by all, for the subject, and by where it stands. All weights are chosen by
`benchmarks/fit_choosing.py`.
"""

from __future__ import annotations

from bidigest.placing import placing
from bidigest.run import Run

SALIENT = 0.67
"""Power of what TextRank says, beside nearness to the subject and place."""

FEW = 10
"""Sentences of a source from which its own TextRank counts as much as that of all sources."""


def weights(run: Run) -> list[float]:
    """Of each sentence of the run, in order; what is usual is about 1."""
    stands = (place for document in run.documents for place in placing(document))
    each = zip(_salience(run), run.nearness, stands, strict=True)
    return [salience**SALIENT * near * place for salience, near, place in each]


def _salience(run: Run) -> list[float]:
    """TextRank: the more sentences a source has, the more its own ranking counts."""
    lengths = [len(document.sentences) for document in run.documents]
    known = [lengths[index] / (lengths[index] + FEW) for index, _ in run.sentences]
    each = zip(known, run.salience, run.standing, strict=True)
    return [share * own + (1 - share) * among for share, own, among in each]
