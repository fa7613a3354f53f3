"""Evidence by figures: whether two sentences tell the same ones, other ones, or one none.

And by numbers, whatever they are of: one that is rare in the collection tells more.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from bidigest.matching.collection import Collection, Pairs, quantity_key
from bidigest.model import Quantity
from bidigest.quantities.agreement import agree, aligned, contradict
from bidigest.quantities.units import is_count
from bidigest.sparse.dot_products import paired
from bidigest.sparse.matrices import Floats
from bidigest.text.figure_clauses import clause_overlap

MOST_COMPARED = 8
"""Of each sentence, how many figures are held against the other's."""


_MOST_FIGURES = 2.4


_LOOSE = 0.3
"""Least weight of figures that do not exclude each other (数百亿, 三四百亿) beside equal ones."""


_BARE = 0.4
"""Weight of equal figures said of different things beside those said of the same."""


_MANY = 10
"""Count from which two equal ones of differently named things are hardly a coincidence."""


def figures(pairs: Pairs) -> Floats:
    """Sum up figures that agree, the rarer in the collection the more: float64, (n_pairs,)."""
    return _over_quantities(pairs, _agreement)


def differing_quantities(pairs: Pairs) -> Floats:
    """Return 1 where both give figures of one unit and none agree, else 0: float64, (n_pairs,)."""
    return _over_quantities(pairs, _difference)


def one_sided_quantities(pairs: Pairs) -> Floats:
    """Return 1 where only one of the two gives a figure, else 0: float64, (n_pairs,)."""
    return pairs.only_one(pairs.collection.gives_quantities)


def _over_quantities(pairs: Pairs, measure: Callable[[Collection, int, int], float]) -> Floats:
    """Measure pairs that both give figures of one kind; 0 for all others: float64, (n_pairs,)."""
    """Measure pairs that both give figures of one kind; 0 for all others: float64, (n_pairs,)."""
    values = np.zeros(len(pairs.first))
    for row, one, other in pairs.measured_alike:
        values[row] = measure(pairs.collection, one, other)
    return values


def _compared(collection: Collection, index: int) -> list[tuple[Quantity, str]]:
    """Pair a sentence's first figures with their clauses: a list may have hundreds of them."""
    sentence = collection.sentences[index]
    return list(zip(sentence.figures, sentence.clauses, strict=True))[:MOST_COMPARED]


def _agreement(collection: Collection, first: int, second: int) -> float:
    rare = collection.quantity_rarity
    weights: dict[tuple[str, float, float], float] = {}
    for a, around_a in _compared(collection, first):
        for b, around_b in _compared(collection, second):
            same = agree(a, b)
            if same or _equal_counts(a, b):
                weight = min(rare[quantity_key(a)], rare[quantity_key(b)]) * _closeness(a, b)
                weight *= 1.0 if same and clause_overlap(around_a, around_b) else _BARE
                weights[quantity_key(a)] = max(weights.get(quantity_key(a), 0.0), weight)
    return min(sum(weights[key] for key in sorted(weights)) / 5, _MOST_FIGURES)


def _difference(collection: Collection, first: int, second: int) -> float:
    one = [figure for figure, _ in _compared(collection, first)]
    other = [figure for figure, _ in _compared(collection, second)]
    if any(agree(a, b) for a in one for b in other):
        return 0.0
    return float(any(contradict(a, b) for a in one for b in other))


def _equal_counts(a: Quantity, b: Quantity) -> bool:
    """Tell whether two counts are equal, of what may be the same: 110 人 and 110 passengers."""
    equal = a.low == b.low >= _MANY and a.high == b.high
    return equal and is_count(a.unit) and is_count(b.unit)


def _closeness(one: Quantity, other: Quantity) -> float:
    """Return 1 where the intervals coincide, less the more room they leave for being different."""
    one, other = aligned(one, other)
    ends = ((one.low, other.low), (one.high, other.high))
    if all(a == b or abs(a - b) <= 0.05 * max(abs(a), abs(b)) for a, b in ends):
        return 1.0
    low, high = min(one.low, other.low), max(one.high, other.high)
    return _LOOSE if math.isinf(high) or high <= 0 else max(_LOOSE, low / high)


_MOST_SHARED, _MOST_UNSHARED = 10.0, 20.0
"""Nats of rarity beyond which more numbers tell no more."""


_DIGITS = 6


def shared_numbers(pairs: Pairs) -> Floats:
    """Add up the rarity of the numbers that both give: float64, (n_pairs,), from 0 to 1."""
    return (np.minimum(_shared(pairs), _MOST_SHARED) / _MOST_SHARED).round(_DIGITS)


def unshared_numbers(pairs: Pairs) -> Floats:
    """Add up the rarity of the numbers that only one gives: float64, (n_pairs,), from 0 to 1."""
    given = np.asarray(pairs.collection.numbers.power(2).sum(axis=1), dtype=np.float64).ravel()
    unshared = given[pairs.first] + given[pairs.second] - 2 * _shared(pairs)
    return (np.clip(unshared, 0.0, _MOST_UNSHARED) / _MOST_UNSHARED).round(_DIGITS)


def _shared(pairs: Pairs) -> Floats:
    """Add up the rarity of the numbers that both give: float64, (n_pairs,)."""
    numbers = pairs.collection.numbers
    return paired(numbers, numbers, pairs.first, pairs.second)
