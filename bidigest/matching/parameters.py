"""Parameters of matching and clustering, which experiments set: weights and thresholds."""

from __future__ import annotations

from dataclasses import dataclass

from bidigest.matching.scoring import Scoring


@dataclass(frozen=True, slots=True)
class Parameters:
    """The defaults are chosen on subjects held out of the learning, by `benchmarks/fit_merging`."""

    scoring: Scoring | None = None
    """Weights of the evidence; None for the learned ones."""
    average: float = 0.45
    """Probability whose log-odds the average of two clusters must reach for them to be one."""
    average_certain: float = 0.5
    """The same where a reranker is certain of pairs: a yes and a no together join nobody."""
    strong: float = 0.6
    """Probability from which a pair is worth a point of its own."""
    certain_weight: float = 2.0
    """What a pair weighs of which a reranker is certain; chosen by `benchmarks/judged.py`."""
    rounds: int = 6
    """How often strong pairs that are left over are clustered again."""


DEFAULT = Parameters()
