"""From evidence to a probability: logistic regression, its weights learned in the open.

`benchmarks/fit_matching.py` learns them on many subjects, each weighing the same; nothing here is
set by hand. Two sentences in one language, in two, and of one source are different matters: a
source seldom makes a claim twice, but what it says is all on one subject.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.parameters import SUPPORT, Relations, Scoring, Weights
from bidigest.package_data import load_yaml
from bidigest.sparse.matrices import Floats, slices

_ROWS = 65_536
"""Pairs that are scored at a time: the table of all is large, and would be copied."""


@cache
def learned() -> Scoring:
    """Load the learned weights, as the package comes with them."""
    return scoring(load_yaml("bidigest.matching", "weights.yaml"))


def scoring(values: Mapping[str, Any]) -> Scoring:
    """Read the weights of `weights.yaml`; a kind that it does not name weighs nothing."""
    return Scoring(
        relations_of(values["with a sentence model"], kind_names()),
        relations_of(values["by words"], kind_names()),
        relations_of(values["by themselves"], kind_names()),
        _in_order(values["typical"], kind_names()),
        relations_of(values["second look, with a sentence model"], SUPPORT),
        relations_of(values["second look, by words"], SUPPORT),
    )


def relations_of(values: Mapping[str, Any], kinds: Sequence[str]) -> Relations:
    """Read weights by relation, as `weights.yaml` has them."""
    one = _weights(values["one language"], kinds)
    return Relations(
        one,
        _weights(values["two languages"], kinds),
        _weights(values["one source"], kinds) if "one source" in values else one,
    )


def _weights(values: Mapping[str, Any], kinds: Sequence[str]) -> Weights:
    return Weights(_in_order(values["evidence"], kinds), float(values["constant"]))


def _in_order(values: Mapping[str, float], kinds: Sequence[str]) -> Floats:
    """Put weights in the order of the kinds; 0 for one not named: float64, (n_kinds,)."""
    return np.array([float(values.get(kind, 0.0)) for kind in kinds])


def probabilities(
    evidence: EvidenceTable,
    given: Scoring | None = None,
    *,
    alone: bool = False,
    without: Collection[str] = (),
) -> Floats:
    """Compute how probably both sentences of each pair make the same claim.

    Args:
        evidence: of the pairs.
        given: the weights; by default the learned ones.
        alone: whether they are texts by themselves, not sentences of a collection.
        without: names of kinds of evidence that count as if they had found nothing.

    Returns:
        float64, (n_pairs,), from 0 to 1, rounded.
    """
    weights = given or learned()
    relations = weights.by_themselves if alone else weights.relations(evidence.modelled)
    if without:
        relations = relations.without([kind_names().index(kind) for kind in without])
    found = np.empty(len(evidence.values))
    for at in slices(len(found), _ROWS):
        part = evidence.part(at)
        known = np.where(np.isnan(part.values), weights.typical, part.values)
        found[at] = 1 / (1 + np.exp(-relations.odds(known, part)))
    return found.round(6)


def contributions(evidence: EvidenceTable, row: int) -> Mapping[str, float]:
    """Return what each kind of evidence adds to one pair's log-odds, the strongest first."""
    relations = learned().relations(evidence.modelled)
    pair = bool(evidence.cross_lingual[row]), bool(evidence.same_source[row])
    values, weights = evidence.values[row], relations.of(*pair).kinds
    parts = np.where(np.isnan(values), 0.0, values * weights).round(3).tolist()
    ordered = sorted(
        (-abs(part), name, part) for name, part in zip(kind_names(), parts, strict=True)
    )
    return {name: part for _, name, part in ordered}
