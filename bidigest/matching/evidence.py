"""The kinds of evidence that two sentences make the same claim, one column each.

Each is a function from pairs of sentences in a prepared collection to one value a pair, which
is not a number where this kind can tell nothing. Logarithms, where used, make the weights
exponents: evidence multiplies.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bidigest.contrasts import CONTRASTS, analyse
from bidigest.matching.collection import Pairs
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.figure_evidence import differing_figures, figures, one_sided_figures
from bidigest.matching.meaning import Meanings
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import Floats, Integers

_FLOOR = 0.05
_WORTH_A_LOOK = 0.2
"""Coverage from which contrasts are looked for where there is no sentence model."""


def shared(pairs: Pairs) -> Floats:
    """How much is said in both: the weight of the words aligned, in the poorer direction."""
    return np.log(np.minimum(pairs.there, pairs.back) + 1.0)


def covered(pairs: Pairs) -> Floats:
    """How much of each sentence that is: the geometric mean of the two shares."""
    totals = pairs.collection.aligned.totals
    there, back = pairs.there / totals[pairs.first], pairs.back / totals[pairs.second]
    return np.log(np.sqrt(there * back) + _FLOOR)


def concepts(pairs: Pairs) -> Floats:
    """Cosine in the space of words and English stems."""
    return np.log(pairs.likeness + _FLOOR)


def characters(pairs: Pairs) -> Floats:
    """Cosine over runs of characters, the rarer the more: names, phrases, odd spellings.

    It tells nothing of an English sentence beside a Chinese one.
    """
    vectors = pairs.collection.characters
    cosines = np.log(paired(vectors, vectors, pairs.first, pairs.second) + _FLOOR)
    return np.where(pairs.cross_lingual, np.nan, cosines)


def surroundings(pairs: Pairs) -> Floats:
    """How much more alike what is spoken of around each is than usual: then both tell one story."""
    around = pairs.collection.surroundings
    alike = around.alike(pairs.first, pairs.second) + _FLOOR
    usually = around.usually(pairs.first, pairs.second) + _FLOOR
    found: Floats = np.log(alike / usually)
    return found


def titles(pairs: Pairs) -> Floats:
    """Likeness of the titles of the sections that they stand in."""
    vectors = pairs.collection.titles
    return paired(vectors, vectors, pairs.first, pairs.second)


def negation(pairs: Pairs) -> Floats:
    """1 where only one of the two denies something."""
    return pairs.only_one(pairs.collection.negated)


def examples(pairs: Pairs) -> Floats:
    """How many of the two tell of a case: what one company did is seldom what another says."""
    return pairs.added(pairs.collection.examples)


def leaning(pairs: Pairs) -> Floats:
    """How many of the two lean on a sentence before them, so that their claim is not all there."""
    return pairs.added(pairs.collection.leaning)


def unequal_lengths(pairs: Pairs) -> Floats:
    """How much longer one is, from 0 to 1: what is shared can be all of the shorter one only."""
    one, other = pairs.collection.lengths[pairs.first], pairs.collection.lengths[pairs.second]
    found: Floats = np.abs(one - other) / np.maximum(np.maximum(one, other), 1.0)
    return found


def meaning(pairs: Pairs) -> Floats:
    """Cosine by the sentence model."""
    return _by_model(pairs, lambda known: known.whole(pairs.first, pairs.second))


def nearest_meaning(pairs: Pairs) -> Floats:
    """1 where each is the other's nearest in its source by the sentence model."""

    def mutual(known: Meanings) -> Floats:
        cosines = known.whole(pairs.first, pairs.second)
        return known.mutual(cosines, known.nearest, pairs.first, pairs.second)

    return _by_model(pairs, mutual)


def clause_meaning(pairs: Pairs) -> Floats:
    """Cosine of the two nearest clauses (or wholes) by the sentence model."""
    return _by_model(pairs, lambda _: pairs.nearest_pieces)


def nearest_clause_meaning(pairs: Pairs) -> Floats:
    """1 where no other sentence of either source has a clause that is nearer."""

    def mutual(known: Meanings) -> Floats:
        tables = known.nearest_pieces
        return known.mutual(pairs.nearest_pieces, tables, pairs.first, pairs.second)

    return _by_model(pairs, mutual)


def _by_model(pairs: Pairs, measure: Callable[[Meanings], Floats]) -> Floats:
    known = pairs.collection.meanings
    return np.full(len(pairs.first), np.nan) if known is None else measure(known)


EVIDENCE: dict[str, Callable[[Pairs], Floats]] = {
    "shared words": shared,
    "coverage": covered,
    "concepts": concepts,
    "characters": characters,
    "figures": figures,
    "differing figures": differing_figures,
    "one-sided figures": one_sided_figures,
    "surroundings": surroundings,
    "titles": titles,
    "negation": negation,
    "examples": examples,
    "leaning": leaning,
    "unequal lengths": unequal_lengths,
    "meaning": meaning,
    "nearest meaning": nearest_meaning,
    "clause meaning": clause_meaning,
    "nearest clause meaning": nearest_clause_meaning,
}
"""All kinds but contrasts, by the name that reasons give."""


def contrasts(pairs: Pairs) -> Floats:
    """What tells claims apart that sound alike: a column a kind, 0 where nobody has looked."""
    rows = _alike(pairs)
    both = list(zip(pairs.first[rows].tolist(), pairs.second[rows].tolist(), strict=True))
    numbers = sorted({number for pair in both for number in pair})
    sentences = pairs.collection.sentences
    analysed = {number: analyse(sentences[number].text) for number in numbers}
    found = np.zeros((len(pairs.first), len(CONTRASTS)))
    for column, kind in enumerate(CONTRASTS.values()):
        found[rows, column] = [kind(analysed[i], analysed[j]) for i, j in both]
    return found


def _alike(pairs: Pairs) -> Integers:
    """Pairs that are worth it: without a model, of which there may be millions, few are."""
    if pairs.collection.meanings is not None:
        return np.arange(len(pairs.first))
    return np.flatnonzero(covered(pairs) >= math.log(_WORTH_A_LOOK + _FLOOR))


def kind_names() -> tuple[str, ...]:
    """Name all kinds, in the order of the columns."""
    return (*EVIDENCE, *CONTRASTS)


def table(pairs: Pairs) -> EvidenceTable:
    """Return the evidence of pairs; not a number where a kind can tell nothing."""
    columns = [kind(pairs) for kind in EVIDENCE.values()]
    collection = pairs.collection
    return EvidenceTable(
        np.c_[np.stack(columns, axis=1), contrasts(pairs)],
        cross_lingual=pairs.cross_lingual,
        same_source=collection.documents[pairs.first] == collection.documents[pairs.second],
        modelled=collection.meanings is not None,
    )
