"""From evidence to a probability: logistic regression, its weights learned in the open.

`benchmarks/fit_matching.py` learns them from the readings in `benchmarks/gold/` and writes
`weights.yaml`; nothing here is set by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import isnan
from typing import Any

import numpy as np
import yaml

from bidigest.matching.evidence import CHARACTERS, EVIDENCE, in_two_languages
from bidigest.sparse.matrices import Floats


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each kind of evidence, in the order of `EVIDENCE`, and the constant."""

    kinds: Floats
    constant: float


@dataclass(frozen=True, slots=True)
class Learned:
    """What has been learned: one set of weights for each relation of two sentences."""

    same_language: Weights
    two_languages: Weights
    by_themselves: Weights
    """Of two texts in one language that stand in no collection."""
    typical: Floats
    """What each kind of evidence is on average: taken where it can tell nothing."""


@cache
def learned() -> Learned:
    """The learned weights, as the package comes with them."""
    text = files("bidigest.matching").joinpath("weights.yaml").read_text(encoding="utf-8")
    values = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return Learned(
        _weights(values["same language"]),
        _weights(values["two languages"]),
        _weights(values["by themselves"]),
        _in_order(values["typical"]),
    )


def _weights(values: Mapping[str, Any]) -> Weights:
    return Weights(_in_order(values["evidence"]), float(values["constant"]))


def _in_order(values: Mapping[str, float]) -> Floats:
    return np.array([float(values[kind]) for kind in EVIDENCE])


def probabilities(evidence: Floats, *, alone: bool = False) -> Floats:
    """Of pairs (rows of evidence): how probably both sentences make the same claim.

    `alone`: they are two texts by themselves, not sentences of a collection.
    """
    known = np.where(np.isnan(evidence), learned().typical, evidence)
    same, two = (
        known @ weights.kinds + weights.constant
        for weights in (
            learned().by_themselves if alone else learned().same_language,
            learned().two_languages,
        )
    )
    odds = np.where(in_two_languages(evidence), two, same)
    return (1 / (1 + np.exp(-odds))).round(6)


def contributions(evidence: Floats) -> Mapping[str, float]:
    """What each kind of evidence adds to one pair's log-odds, the strongest first."""
    # Of a single pair: numpy would take ten times as long.
    values = evidence.tolist()
    each = zip(EVIDENCE, values, _kinds(isnan(values[CHARACTERS])), strict=True)
    added = [(0.0 if isnan(value) else round(value * kind, 3), name) for name, value, kind in each]
    ordered = sorted([(-abs(part), name, part) for part, name in added])
    return {name: part for _, name, part in ordered}


@cache
def _kinds(apart: bool) -> tuple[float, ...]:
    """The weights for two sentences in two languages, or in one."""
    weights = learned().two_languages if apart else learned().same_language
    return tuple(weights.kinds.tolist())
