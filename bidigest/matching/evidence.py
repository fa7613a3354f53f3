"""The kinds of evidence that two sentences make the same claim, one column each.

Each is a function from a prepared collection and pairs of sentence numbers to one value a
pair. Logarithms, where used, make the weights exponents: evidence multiplies.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse

from bidigest.clauses import alike
from bidigest.figures import agree, contradict
from bidigest.matching.alignment import (
    Aligned,
    Floats,
    Integers,
    align,
    paired,
    shared_weight,
    unit_rows,
)
from bidigest.matching.weighting import rarity
from bidigest.model import Figure
from bidigest.statements import is_example, stands_alone
from bidigest.terms import bigrams, folded, terms

_FLOOR = 0.05
MOST_COMPARED = 8
"""Of each sentence, how many figures are held against the other's."""

_MOST_FIGURES = 2.4
_LOOSE = 0.3
"""Least weight of figures that do not exclude each other (数百亿, 三四百亿) beside equal ones."""

_BARE = 0.4
"""Weight of equal figures said of different things beside those said of the same."""
_NEGATION = re.compile(
    r"不(?!仅|但|只|断|同|少)|没有|未|无法|無法|并非|而非|难以|缺乏|\b(?:not?|never|without|cannot|lacks?|neither|nor)\b|n't\b"
)


@dataclass(frozen=True, slots=True)
class Comparable:
    """A sentence as the matching sees it."""

    text: str
    """Its wording, without markup."""
    figures: tuple[Figure, ...] = ()
    clauses: tuple[str, ...] = ()
    """For each figure, what is said around it."""
    titles: tuple[str, ...] = ()
    """The titles of the sections that it stands in, outermost first."""
    document: int = 0


@dataclass(frozen=True, slots=True)
class Collection:
    """All sentences of a run, prepared once; documents one after another, in reading order."""

    sentences: tuple[Comparable, ...]
    aligned: Aligned
    characters: sparse.csr_array
    titles: sparse.csr_array
    figure_rarity: dict[tuple[str, float, float], float]
    negated: Floats
    examples: Floats
    leaning: Floats
    documents: Integers


def prepare(sentences: Sequence[Comparable]) -> Collection:
    """All that comparing any two of the sentences needs."""
    pairs = [bigrams(sentence.text) for sentence in sentences]
    rare = rarity(pairs)
    titles = [" ".join(sentence.titles) for sentence in sentences]
    known = {title: terms(title) for title in sorted(set(titles))}
    return Collection(
        tuple(sentences),
        align([terms(sentence.text) for sentence in sentences]),
        unit_rows({pair: rare[pair] for pair in sorted(found)} for found in pairs),
        align([known[title] for title in titles]).concepts,
        rarity([[_key(f) for f in sentence.figures] for sentence in sentences]),
        np.array([bool(_NEGATION.search(folded(s.text))) for s in sentences], dtype=np.float64),
        np.array([is_example(s.text) for s in sentences], dtype=np.float64),
        np.array([not stands_alone(s.text) for s in sentences], dtype=np.float64),
        np.array([sentence.document for sentence in sentences], dtype=np.int64),
    )


def shared(collection: Collection, first: Integers, second: Integers) -> Floats:
    """How much is said in both: the weight of the words aligned, in the poorer direction."""
    there = shared_weight(collection.aligned, first, second)
    back = shared_weight(collection.aligned, second, first)
    return np.log(np.minimum(there, back) + _FLOOR)


def covered(collection: Collection, first: Integers, second: Integers) -> Floats:
    """How much of each sentence that is: the geometric mean of the two shares."""
    totals = collection.aligned.totals
    there = shared_weight(collection.aligned, first, second) / totals[first]
    back = shared_weight(collection.aligned, second, first) / totals[second]
    return np.log(np.sqrt(there * back) + _FLOOR)


def concepts(collection: Collection, first: Integers, second: Integers) -> Floats:
    """Cosine in the space of words and English stems."""
    return np.log(likenesses(collection, first, second) + _FLOOR)


def likenesses(collection: Collection, first: Integers, second: Integers) -> Floats:
    """The same cosine as it is."""
    vectors = collection.aligned.concepts
    return paired(vectors, vectors, first, second)


def characters(collection: Collection, first: Integers, second: Integers) -> Floats:
    """Cosine over pairs of characters, the rarer the more: names, phrases, odd spellings."""
    pairs = collection.characters
    return np.log(paired(pairs, pairs, first, second) + _FLOOR)


def figures(collection: Collection, first: Integers, second: Integers) -> Floats:
    """Figures that agree, the rarer in the collection the more."""
    return _over_figures(collection, first, second, _agreement)


def differing_figures(collection: Collection, first: Integers, second: Integers) -> Floats:
    """1 where both give figures of one unit and none agree."""
    return _over_figures(collection, first, second, _difference)


def one_sided_figures(collection: Collection, first: Integers, second: Integers) -> Floats:
    """1 where only one of the two gives a figure."""
    has = np.array([bool(s.figures) for s in collection.sentences], dtype=np.float64)
    return np.abs(has[first] - has[second])


def neighbours(collection: Collection, first: Integers, second: Integers) -> Floats:
    """Is each also like what stands before or after the other? Then both tell one story."""
    return (_beside(collection, first, second) + _beside(collection, second, first)) / 2


def titles(collection: Collection, first: Integers, second: Integers) -> Floats:
    """Likeness of the titles of the sections that they stand in."""
    return paired(collection.titles, collection.titles, first, second)


def negation(collection: Collection, first: Integers, second: Integers) -> Floats:
    """1 where only one of the two denies something."""
    return np.abs(collection.negated[first] - collection.negated[second])


def examples(collection: Collection, first: Integers, second: Integers) -> Floats:
    """How many of the two tell of a case: what one company did is seldom what another says."""
    return collection.examples[first] + collection.examples[second]


def leaning(collection: Collection, first: Integers, second: Integers) -> Floats:
    """How many of the two lean on a sentence before them, so that their claim is not all there."""
    return collection.leaning[first] + collection.leaning[second]


EVIDENCE: dict[str, Callable[[Collection, Integers, Integers], Floats]] = {
    "shared words": shared,
    "coverage": covered,
    "concepts": concepts,
    "characters": characters,
    "figures": figures,
    "differing figures": differing_figures,
    "one-sided figures": one_sided_figures,
    "neighbours": neighbours,
    "titles": titles,
    "negation": negation,
    "examples": examples,
    "leaning": leaning,
}
"""All kinds, by the name that reasons give."""


def table(collection: Collection, first: Integers, second: Integers) -> Floats:
    """Pairs by kinds of evidence."""
    columns = [kind(collection, first, second) for kind in EVIDENCE.values()]
    return np.stack(columns, axis=1)


def _beside(collection: Collection, first: Integers, second: Integers) -> Floats:
    vectors, documents = collection.aligned.concepts, collection.documents
    best = np.zeros(len(first))
    for step in (-1, 1):
        beside = np.clip(second + step, 0, len(documents) - 1)
        same = (documents[beside] == documents[second]) & (beside != second) & (beside != first)
        best = np.maximum(best, paired(vectors, vectors, first, beside) * same)
    return best


def _over_figures(
    collection: Collection,
    first: Integers,
    second: Integers,
    measure: Callable[[Collection, int, int], float],
) -> Floats:
    has = np.array([bool(s.figures) for s in collection.sentences], dtype=bool)
    values = np.zeros(len(first))
    for index in np.flatnonzero(has[first] & has[second]):
        values[index] = measure(collection, int(first[index]), int(second[index]))
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
            if agree(a, b):
                weight = min(rare[_key(a)], rare[_key(b)]) * _closeness(a, b)
                weight *= 1.0 if alike(around_a, around_b) else _BARE
                weights[_key(a)] = max(weights.get(_key(a), 0.0), weight)
    return min(sum(weights[key] for key in sorted(weights)) / 5, _MOST_FIGURES)


def _difference(collection: Collection, first: int, second: int) -> float:
    one = [figure for figure, _ in _compared(collection, first)]
    other = [figure for figure, _ in _compared(collection, second)]
    if any(agree(a, b) for a in one for b in other):
        return 0.0
    return float(any(contradict(a, b) for a in one for b in other))


def _closeness(one: Figure, other: Figure) -> float:
    """1 where the intervals coincide, less the more room they leave for being different."""
    ends = ((one.low, other.low), (one.high, other.high))
    if all(a == b or abs(a - b) <= 0.05 * max(abs(a), abs(b)) for a, b in ends):
        return 1.0
    low, high = min(one.low, other.low), max(one.high, other.high)
    return _LOOSE if math.isinf(high) or high <= 0 else max(_LOOSE, low / high)


def _key(figure: Figure) -> tuple[str, float, float]:
    return figure.unit, figure.low, figure.high
