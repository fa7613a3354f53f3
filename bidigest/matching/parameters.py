"""Parameters of matching and clustering, which experiments set: weights and thresholds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from bidigest.matching.evidence_table import EvidenceTable
from bidigest.sparse.matrices import Floats

SUPPORT = (
    "first look",
    "third sources",
    "each other's best",
    "claimed by others",
    "said again",
    "neighbours",
    "share",
    "rivals",
    "shorter source",
)
"""What the second look sees, in the order of its columns (`matching/transitive_evidence.py`)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each kind of evidence, in the order of `kind_names`, and the constant."""

    kinds: Floats
    constant: float

    def without(self, columns: Collection[int]) -> Weights:
        """Return the weights as if some kinds of evidence, by their columns, weighed nothing."""
        weighed = self.kinds.copy()
        weighed[list(columns)] = 0.0
        return Weights(weighed, self.constant)


@dataclass(frozen=True, slots=True)
class Relations:
    """Weights for each relation of two sentences."""

    one_language: Weights
    two_languages: Weights
    one_source: Weights

    def odds(self, values: Floats, evidence: EvidenceTable) -> Floats:
        """Compute the log-odds of pairs.

        Args:
            values: float64, (n_pairs, n_kinds).
            evidence: of the same pairs, for their relation.

        Returns:
            float64, (n_pairs,).
        """
        one, two, own = (
            values @ each.kinds + each.constant
            for each in (self.one_language, self.two_languages, self.one_source)
        )
        found: Floats = np.where(
            evidence.same_source, own, np.where(evidence.cross_lingual, two, one)
        )
        return found

    def of(self, cross_lingual: bool, same_source: bool) -> Weights:
        """Return the weights for a pair."""
        if same_source:
            return self.one_source
        return self.two_languages if cross_lingual else self.one_language

    def without(self, columns: Collection[int]) -> Relations:
        """Return the weights as if some kinds of evidence, by their columns, weighed nothing."""
        return Relations(
            self.one_language.without(columns),
            self.two_languages.without(columns),
            self.one_source.without(columns),
        )


@dataclass(frozen=True, slots=True)
class Scoring:
    """All that turns evidence into probabilities; experiments pass in their own."""

    with_model: Relations
    """Where a sentence model has been asked."""
    by_words: Relations
    """Where there is none."""
    by_themselves: Relations
    """Of two texts that stand in no collection."""
    typical: Floats
    """What each kind of evidence is on average: taken where it can tell nothing."""
    second_look_with_model: Relations
    """Of the second look, over `SUPPORT`; here and below with a model and without."""
    second_look_by_words: Relations

    def second_look(self, modelled: bool) -> Relations:
        """Return the weights of the second look, for a run with or without a sentence model."""
        return self.second_look_with_model if modelled else self.second_look_by_words

    def relations(self, modelled: bool) -> Relations:
        """Return the weights for a run with or without a sentence model."""
        return self.with_model if modelled else self.by_words


@dataclass(frozen=True, slots=True)
class Parameters:
    """The defaults are chosen on subjects held out of the learning, by `benchmarks/fit_merging`."""

    scoring: Scoring | None = None
    """Weights of the evidence; None for the learned ones."""
    average: float = 0.45
    """Probability whose log-odds the average of two clusters must reach for them to be one."""
    average_certain: float = 0.5
    """The same where a reranker is certain of pairs: a yes and a no together join nobody."""
    strong: float = 0.55
    """Probability from which a pair is worth a point of its own."""
    by_sources: float = 0.55
    """Probability whose log-odds the best pairs of each two sources of two groups must reach, on
    average, for the groups to be one."""
    further: float = 0.75
    """Probability whose log-odds a sentence that has a point must reach with the sentences of
    another one, on average, to stand in that one, too."""
    certain_weight: float = 2.0
    """What a pair weighs of which a reranker is certain; chosen by `benchmarks/judged.py`."""
    rounds: int = 6
    """How often strong pairs that are left over are clustered again."""


DEFAULT = Parameters()
