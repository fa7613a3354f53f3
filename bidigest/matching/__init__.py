"""Matching: whether two sentences make the same claim, by candidate pairs, evidence and a score.

In: the sentences of all sources, prepared as a `Collection`. Out: `Matches`: pairs of sentence
numbers, each with its evidence and the probability that both make one claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bidigest.features.fragments import names_only
from bidigest.features.metadiscourse import claims_nothing
from bidigest.matching.candidates import CANDIDATES, Proposed, candidates, expanded
from bidigest.matching.collection import Collection, Comparable, Pairs, prepare_collection
from bidigest.matching.evidence import add_contrasts, kind_names, without_contrasts
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.matching.reranker import CandidatePairs, Reranker, adjusted
from bidigest.matching.scoring import contributions, learned, probabilities
from bidigest.matching.transitive_evidence import gained, transitive_evidence
from bidigest.model import Note
from bidigest.sparse.matrices import Booleans, Floats, Integers, distinct, slices

__all__ = [
    "Comparable",
    "EvidenceTable",
    "Matches",
    "Reranker",
    "match",
    "prepare_collection",
]

SECOND_LOOK = "pairs around it"
"""What reasons call the evidence of the second look."""

_PAIRS = 65536


@dataclass(frozen=True, slots=True)
class Matches:
    """Candidate pairs (first < second) with their evidence and score, sorted by pair.

    All arrays are of shape (n_pairs,), int64 or float64, but `first_occurrences`.
    """

    first: Integers
    second: Integers
    evidence: EvidenceTable
    concept_cosine: Floats
    """Cosines in the space of concepts: how near two sentences are, even if they differ."""
    scores: Floats
    certain: Booleans | None = None
    """Where further evidence has had the last word; None where there was none."""
    adjustments: Mapping[str, Floats] = field(default_factory=dict)
    """What further evidence, by name, has added to the log-odds."""
    notes: tuple[Note, ...] = ()
    first_occurrences: Integers | None = None
    """Of each sentence, the one that stands for it; None where each stands for itself."""
    places: Integers | None = None
    """Of each pair, the row of its evidence; None where that is its own."""

    def rows(self, rows: Integers) -> Matches:
        """Return some of the pairs, in the given order.

        Args:
            rows: int64, (n_chosen,), row numbers.
        """
        chosen = self.view(rows)
        assert chosen.places is not None
        return replace(chosen, evidence=self.evidence.rows(chosen.places), places=None)

    def view(self, rows: Integers) -> Matches:
        """Return some of the pairs, in the given order, without copying their evidence.

        Args:
            rows: int64, (n_chosen,), row numbers.
        """
        return Matches(
            self.first[rows],
            self.second[rows],
            evidence=self.evidence,
            concept_cosine=self.concept_cosine[rows],
            scores=self.scores[rows],
            certain=None if self.certain is None else self.certain[rows],
            adjustments={name: added[rows] for name, added in self.adjustments.items()},
            notes=self.notes,
            first_occurrences=self.first_occurrences,
            places=rows if self.places is None else self.places[rows],
        )

    def reason(self, row: int) -> dict[str, float]:
        """Return a pair's evidence by name: contributions to the log-odds, rerankers' first."""
        more = {name: round(float(added[row]), 3) for name, added in self.adjustments.items()}
        place = row if self.places is None else int(self.places[row])
        return {k: v for k, v in more.items() if v} | dict(contributions(self.evidence, place))


def match(
    collection: Collection,
    rerankers: Sequence[Reranker] = (),
    parameters: Parameters = DEFAULT,
) -> Matches:
    """Match prepared sentences: the pairs that may make the same claim, and how probably they do.

    Args:
        collection: the sentences of a run.
        rerankers: rerankers, asked one after the other.
        parameters: with the weights of the evidence.
    """
    aligned, first_occurrences = collection.aligned, collection.first_occurrences
    proposed = _claiming(_near(collection), collection)
    if not rerankers:
        return _measured(collection, proposed, parameters)
    expanded_pairs = _claiming(
        expanded(proposed, aligned, collection.documents, first_occurrences), collection
    )
    return _known(
        _weighed(collection, _measured(collection, expanded_pairs, parameters), rerankers), proposed
    )


def _near(collection: Collection) -> Proposed:
    """Propose candidates: sentences with most of the same words, and those nearest in meaning.

    Returns:
        First and second sentences, both int64, (n_pairs,).
    """
    by_words = candidates(collection.aligned, first_occurrences=collection.first_occurrences)
    if collection.meanings is None:
        return by_words
    size = len(collection.sentences)
    asked = np.flatnonzero(collection.first_occurrences == np.arange(size))
    by_model = collection.meanings.candidates(CANDIDATES, asked)
    keys = distinct(np.r_[by_words[0] * size + by_words[1], by_model])
    return keys // size, keys % size


def _claiming(proposed: Proposed, collection: Collection) -> Proposed:
    """Drop pairs of which both sentences only ask or announce, or one surely claims nothing.

    Args:
        proposed: first and second sentences, both int64, (n_pairs,).
        collection: the sentences.
    """
    first, second = proposed
    empty = np.array([_is_empty(each) for each in collection.sentences], dtype=np.bool_)
    kept = (collection.non_assertive[first] == 0) | (collection.non_assertive[second] == 0)
    kept &= ~(empty[first] | empty[second])
    return first[kept], second[kept]


def _is_empty(sentence: Comparable) -> bool:
    """Tell whether a sentence surely claims nothing: a bare question, or names without a verb.

    A heading may be short of a verb that is not told from a noun (Lender announces cuts).
    """
    if claims_nothing(sentence.text):
        return True
    return names_only(sentence.text) and sentence.text.strip() not in sentence.titles


def _measured(collection: Collection, proposed: Proposed, parameters: Parameters) -> Matches:
    """Compute evidence and scores of the proposed pairs.

    Args:
        collection: the sentences.
        proposed: first and second sentences, both int64, (n_pairs,).
        parameters: with the weights.
    """
    first, second = proposed
    concept_cosine = np.zeros(len(first))
    evidence = EvidenceTable.empty(len(first), len(kind_names()), collection.meanings is not None)
    for at in slices(len(first), _PAIRS):
        pairs = Pairs(collection, first[at], second[at])
        evidence.put(at, without_contrasts(pairs))
        concept_cosine[at] = pairs.concept_cosine.round(6)
    add_contrasts(evidence, collection, first, second)
    scores = probabilities(evidence, parameters.scoring)
    found = Matches(
        first,
        second,
        evidence,
        concept_cosine,
        scores,
        first_occurrences=collection.first_occurrences,
    )
    return _looked_again(found, collection.documents, parameters)


def _looked_again(matches: Matches, documents: Integers, parameters: Parameters) -> Matches:
    """Add to the scores what the pairs around each say for it or against it.

    Args:
        matches: pairs with their scores by the first look.
        documents: int64, (n_sentences,), the document of each.
        parameters: with the weights.
    """
    first, second, evidence = matches.first, matches.second, matches.evidence
    seen = transitive_evidence(first, second, matches.scores, evidence, documents)
    weights = (parameters.scoring or learned()).second_look(evidence.modelled)
    added = gained(seen, evidence, weights)
    return replace(
        matches, scores=adjusted(matches.scores, added), adjustments={SECOND_LOOK: added}
    )


def _weighed(collection: Collection, matches: Matches, rerankers: Sequence[Reranker]) -> Matches:
    """Ask the rerankers one after the other, each knowing what those before it have added."""
    texts = tuple(sentence.text for sentence in collection.sentences)
    scores, certain = matches.scores, np.zeros(len(matches.scores), dtype=np.bool_)
    added = dict(matches.adjustments)
    notes: list[Note] = []
    for kind in rerankers:
        pairs = CandidatePairs(texts, collection.documents, matches.first, matches.second, scores)
        weighed = kind.rerank(pairs)
        scores, certain = adjusted(scores, weighed.added), certain | weighed.certain
        added[kind.name] = weighed.added
        notes += weighed.notes
    # Who could not be asked is certain of nothing, and leaves the digest as it would be without.
    known = certain if certain.any() else None
    return replace(matches, scores=scores, certain=known, adjustments=added, notes=tuple(notes))


def _known(matches: Matches, proposed: Proposed) -> Matches:
    """Drop the expanded pairs that no reranker knows anything of.

    Args:
        matches: the expanded pairs.
        proposed: first and second sentences of those proposed before, both int64, (n_pairs,).
    """
    size = int(matches.second.max(initial=0)) + 1
    keep = np.isin(matches.first * size + matches.second, proposed[0] * size + proposed[1])
    keep |= False if matches.certain is None else matches.certain
    for name, added in matches.adjustments.items():
        keep |= (added != 0) & (name != SECOND_LOOK)
    return matches.rows(np.flatnonzero(keep))
