"""The kinds of evidence that two sentences make the same claim, one column each.

Each is a function from pairs of sentences in a prepared collection to one value a pair, which
is not a number where this kind can tell nothing. Logarithms, where used, make the weights
exponents: evidence multiplies.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bidigest.contrasts.evidence_kinds import CONTRASTS
from bidigest.matching.collection import Collection, Pairs
from bidigest.matching.contrast_evidence import contrasts
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.meaning_evidence import (
    clause_meaning,
    meaning,
    meaning_beyond_usual,
    nearest_clause_meaning,
    nearest_meaning,
)
from bidigest.matching.quantity_evidence import (
    differing_quantities,
    figures,
    one_sided_quantities,
    shared_numbers,
    unshared_numbers,
)
from bidigest.matching.source_lengths import shorter_source
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import Floats, Integers

_FLOOR = 0.05
_WORTH_A_LOOK = 0.2
"""Coverage from which contrasts are looked for where there is no sentence model."""


def shared(pairs: Pairs) -> Floats:
    """Measure how much is said in both: the weight of the words aligned, in the poorer direction.

    Returns:
        float64, (n_pairs,), a logarithm.
    """
    return np.log(np.minimum(pairs.coverage_ab, pairs.coverage_ba) + 1.0)


def covered(pairs: Pairs) -> Floats:
    """Measure how much of each sentence that is: the geometric mean of the two shares.

    Returns:
        float64, (n_pairs,), a logarithm.
    """
    totals = pairs.collection.aligned.totals
    coverage_ab, coverage_ba = (
        pairs.coverage_ab / totals[pairs.first],
        pairs.coverage_ba / totals[pairs.second],
    )
    return np.log(np.sqrt(coverage_ab * coverage_ba) + _FLOOR)


def content(pairs: Pairs) -> Floats:
    """Measure how much the poorer one says at all: the same share of more words is more.

    Returns:
        float64, (n_pairs,), a logarithm.
    """
    totals = pairs.collection.aligned.totals
    return np.log(np.minimum(totals[pairs.first], totals[pairs.second]) + 1.0)


def concepts(pairs: Pairs) -> Floats:
    """Compute the cosine in the space of words and English stems.

    Returns:
        float64, (n_pairs,), a logarithm.
    """
    return np.log(pairs.concept_cosine + _FLOOR)


def characters(pairs: Pairs) -> Floats:
    """Compute the cosine over character n-grams, the rarer the more: names, phrases, odd spellings.

    Returns:
        float64, (n_pairs,), a logarithm; not a number for an English sentence beside a Chinese one.
    """
    vectors = pairs.collection.characters
    cosines = np.log(paired(vectors, vectors, pairs.first, pairs.second) + _FLOOR)
    return np.where(pairs.cross_lingual, np.nan, cosines)


def context_similarity(pairs: Pairs) -> Floats:
    """Compare the similarity of the contexts with what is usual; greater tells of one story.

    Returns:
        float64, (n_pairs,), a logarithm.
    """
    around = pairs.collection.contexts
    alike = around.cosines(pairs.first, pairs.second) + _FLOOR
    usually = around.average_cosines(pairs.first, pairs.second) + _FLOOR
    found: Floats = np.log(alike / usually)
    return found


def titles(pairs: Pairs) -> Floats:
    """Compute the cosine of the titles of the sections that they stand in: float64, (n_pairs,)."""
    vectors = pairs.collection.titles
    return paired(vectors, vectors, pairs.first, pairs.second)


def negation(pairs: Pairs) -> Floats:
    """Return 1 where only one of the two denies something, else 0: float64, (n_pairs,)."""
    return pairs.only_one(pairs.collection.negated)


def examples(pairs: Pairs) -> Floats:
    """Count how many of the two tell of a case, which another source seldom tells of too.

    Returns:
        float64, (n_pairs,): 0, 1 or 2.
    """
    return pairs.added(pairs.collection.examples)


def anaphoric(pairs: Pairs) -> Floats:
    """Count how many of the two refer to a sentence before them, which holds part of the claim.

    Returns:
        float64, (n_pairs,): 0, 1 or 2.
    """
    return pairs.added(pairs.collection.anaphoric)


def unequal_lengths(pairs: Pairs) -> Floats:
    """Measure how much longer one is: what is shared can be all of the shorter one only.

    Returns:
        float64, (n_pairs,), from 0 to 1.
    """
    one, other = pairs.collection.lengths[pairs.first], pairs.collection.lengths[pairs.second]
    found: Floats = np.abs(one - other) / np.maximum(np.maximum(one, other), 1.0)
    return found


def source_length(pairs: Pairs) -> Floats:
    """Measure by how much the shorter source is shorter than usual: float64, (n_pairs,)."""
    return shorter_source(pairs.first, pairs.second, pairs.collection.documents)


EVIDENCE: dict[str, Callable[[Pairs], Floats]] = {
    "shared words": shared,
    "coverage": covered,
    "content": content,
    "concepts": concepts,
    "characters": characters,
    "figures": figures,
    "differing figures": differing_quantities,
    "one-sided figures": one_sided_quantities,
    "shared numbers": shared_numbers,
    "unshared numbers": unshared_numbers,
    "surroundings": context_similarity,
    "titles": titles,
    "negation": negation,
    "examples": examples,
    "leaning": anaphoric,
    "unequal lengths": unequal_lengths,
    "shorter source": source_length,
    "meaning": meaning,
    "nearest meaning": nearest_meaning,
    "clause meaning": clause_meaning,
    "nearest clause meaning": nearest_clause_meaning,
    "meaning beyond usual": meaning_beyond_usual,
}
"""All kinds but contrasts, by the name that reasons give."""


def kind_names() -> tuple[str, ...]:
    """Name all kinds, in the order of the columns."""
    return (*EVIDENCE, *CONTRASTS)


_COVERAGE = tuple(EVIDENCE).index("coverage")


def table(pairs: Pairs) -> EvidenceTable:
    """Compute the evidence of pairs, float64, (n_pairs, n_kinds), with what else is known of them.

    It is not a number where a kind can tell nothing.
    """
    found = without_contrasts(pairs)
    add_contrasts(found, pairs.collection, pairs.first, pairs.second)
    return found


def without_contrasts(pairs: Pairs) -> EvidenceTable:
    """Compute the evidence of pairs, but for contrasts, whose columns hold 0."""
    collection, values = pairs.collection, np.zeros((len(pairs.first), len(kind_names())))
    for column, kind in enumerate(EVIDENCE.values()):
        values[:, column] = kind(pairs)
    return EvidenceTable(
        values,
        cross_lingual=pairs.cross_lingual,
        same_source=collection.documents[pairs.first] == collection.documents[pairs.second],
        modelled=collection.meanings is not None,
    )


def add_contrasts(
    found: EvidenceTable, collection: Collection, first: Integers, second: Integers
) -> None:
    """Fill the columns of contrasts in a table; they stay 0 where nobody looks.

    Args:
        found: the evidence of the pairs, as `without_contrasts` returns it.
        collection: the sentences.
        first: int64, (n_pairs,).
        second: int64, (n_pairs,).
    """
    coverage = found.values[:, _COVERAGE]
    # Without a model, of which there may be millions of pairs, few are worth it.
    rows = np.flatnonzero(found.modelled | (coverage >= math.log(_WORTH_A_LOOK + _FLOOR)))
    told = contrasts(collection, first[rows], second[rows], coverage[rows])
    found.values[rows, len(EVIDENCE) :] = told
