"""From evidence to a probability: logistic regression, its weights learned in the open.

`benchmarks/fit_matching.py` learns them from the readings in `benchmarks/gold/` and writes
`weights.yaml`; nothing here is set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import yaml

from bidigest.matching.evidence import EVIDENCE
from bidigest.matching.sparsity import Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each kind of evidence, in the order of `EVIDENCE`, and the constant."""

    kinds: Floats
    constant: float


@cache
def weights() -> Weights:
    """The learned weights, as the package comes with them."""
    text = files("bidigest.matching").joinpath("weights.yaml").read_text(encoding="utf-8")
    learned = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Weights(
        np.array([float(learned["evidence"][kind]) for kind in EVIDENCE]),
        float(learned["constant"]),
    )


def probabilities(evidence: Floats) -> Floats:
    """Of pairs (rows of evidence): how probably both sentences make the same claim."""
    learned = weights()
    return (1 / (1 + np.exp(-(evidence @ learned.kinds + learned.constant)))).round(6)


def contributions(evidence: Floats) -> Mapping[str, float]:
    """What each kind of evidence adds to one pair's log-odds, the strongest first."""
    added = (evidence * weights().kinds).round(3)
    named = dict(zip(EVIDENCE, added.tolist(), strict=True))
    return dict(sorted(named.items(), key=lambda item: (-abs(item[1]), item[0])))
