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
from bidigest.matching.collection import Collection, Pairs, figure_key
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.meaning import Meanings
from bidigest.model import Figure
from bidigest.quantities import agree, aligned, contradict
from bidigest.quantities.units import is_count
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import Floats, Integers
from bidigest.text.clauses import alike

_FLOOR = 0.05
_WORTH_A_LOOK = 0.2
"""Coverage from which contrasts are looked for where there is no sentence model."""

MOST_COMPARED = 8
"""Of each sentence, how many figures are held against the other's."""

_MOST_FIGURES = 2.4
_LOOSE = 0.3
"""Least weight of figures that do not exclude each other (数百亿, 三四百亿) beside equal ones."""

_BARE = 0.4
"""Weight of equal figures said of different things beside those said of the same."""

_MANY = 10
"""Count from which two equal ones of differently named things are hardly a coincidence."""


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


def figures(pairs: Pairs) -> Floats:
    """Figures that agree, the rarer in the collection the more."""
    return _over_figures(pairs, _agreement)


def differing_figures(pairs: Pairs) -> Floats:
    """1 where both give figures of one unit and none agree."""
    return _over_figures(pairs, _difference)


def one_sided_figures(pairs: Pairs) -> Floats:
    """1 where only one of the two gives a figure."""
    return pairs.only_one(pairs.collection.figured)


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


NAMES = (*EVIDENCE, *CONTRASTS)
"""All kinds, in the order of the columns."""


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


def _over_figures(pairs: Pairs, measure: Callable[[Collection, int, int], float]) -> Floats:
    values = np.zeros(len(pairs.first))
    for row, one, other in pairs.measured_alike:
        values[row] = measure(pairs.collection, one, other)
    return values


def _compared(collection: Collection, index: int) -> list[tuple[Figure, str]]:
    """A sentence's first figures with their clauses: a list may have hundreds of them."""
    sentence = collection.sentences[index]
    return list(zip(sentence.figures, sentence.clauses, strict=True))[:MOST_COMPARED]


def _agreement(collection: Collection, first: int, second: int) -> float:
    rare = collection.figure_rarity
    weights: dict[tuple[str, float, float], float] = {}
    for a, around_a in _compared(collection, first):
        for b, around_b in _compared(collection, second):
            same = agree(a, b)
            if same or _equal_counts(a, b):
                weight = min(rare[figure_key(a)], rare[figure_key(b)]) * _closeness(a, b)
                weight *= 1.0 if same and alike(around_a, around_b) else _BARE
                weights[figure_key(a)] = max(weights.get(figure_key(a), 0.0), weight)
    return min(sum(weights[key] for key in sorted(weights)) / 5, _MOST_FIGURES)


def _difference(collection: Collection, first: int, second: int) -> float:
    one = [figure for figure, _ in _compared(collection, first)]
    other = [figure for figure, _ in _compared(collection, second)]
    if any(agree(a, b) for a in one for b in other):
        return 0.0
    return float(any(contradict(a, b) for a in one for b in other))


def _equal_counts(a: Figure, b: Figure) -> bool:
    """110 人 and 110 passengers: as many, of what may be the same in other words."""
    equal = a.low == b.low >= _MANY and a.high == b.high
    return equal and is_count(a.unit) and is_count(b.unit)


def _closeness(one: Figure, other: Figure) -> float:
    """1 where the intervals coincide, less the more room they leave for being different."""
    one, other = aligned(one, other)
    ends = ((one.low, other.low), (one.high, other.high))
    if all(a == b or abs(a - b) <= 0.05 * max(abs(a), abs(b)) for a, b in ends):
        return 1.0
    low, high = min(one.low, other.low), max(one.high, other.high)
    return _LOOSE if math.isinf(high) or high <= 0 else max(_LOOSE, low / high)
