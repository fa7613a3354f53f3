"""Sentences to points: those that make the same claim, put together by average link.

Average link asks of two groups how probable it is, on average over all their pairs, that both
make the same claim. Connected components would chain: a is like b, b like c, and in the end
everything is one point. Pairs that are no candidates count as impossible. A pair of which
further evidence is certain counts for more than one that is estimated.

An average reaches the threshold only if one of its pairs does. So the components that such
pairs make are found first, and each is worked on by itself: the answer is the same.

Copies of a sentence that stands for them are one group from the start, and the pairs of that
sentence count for each of them: the answer is that of all their pairs, without making them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from bidigest.components import components
from bidigest.matching import Matches
from bidigest.matching.further import Booleans
from bidigest.matching.sparsity import Floats, Integers

SETTLED = 2.0
"""What a pair weighs of which further evidence is certain; chosen by `benchmarks/judged.py`."""

THRESHOLD = 0.55
"""Least average probability at which two groups become one; chosen by `benchmarks/merging.py`."""

_ROUNDING = 1e-6


@dataclass(slots=True)
class _Groups:
    """The state of the agglomeration: groups named by their smallest member."""

    members: dict[int, list[int]]
    links: dict[int, dict[int, float]] = field(default_factory=dict)
    """Between groups: the sum of their pairs' probabilities, each times its weight."""
    extra: dict[int, dict[int, float]] = field(default_factory=dict)
    """Between groups: what their pairs weigh beyond 1 each."""
    heap: list[tuple[float, int, int]] = field(default_factory=list)


def cluster(
    size: int,
    matches: Matches,
    *,
    threshold: float = THRESHOLD,
    originals: Integers | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Sentences 0 … size - 1 in groups, each sorted, in the order of their first sentence.

    `originals` tells of each sentence which one stands for it, before or at its own place.
    """
    groups = _linked(size, matches, threshold, originals)
    while groups.heap:
        average, first, second = heapq.heappop(groups.heap)
        if average == -_average(groups, first, second):
            _join(groups, first, second, threshold)
    return tuple(tuple(sorted(groups.members[name])) for name in sorted(groups.members))


def _linked(size: int, matches: Matches, threshold: float, originals: Integers | None) -> _Groups:
    """Each sentence with its copies, and all pairs that lie within one component."""
    stands = np.arange(size) if originals is None else originals
    groups = _Groups({})
    for index, original in enumerate(stands.tolist()):
        groups.members.setdefault(original, []).append(index)
    component = _components(size, matches, threshold)
    within = component[matches.first] == component[matches.second]
    within &= stands[matches.first] != stands[matches.second]
    weights, times = _weights(matches), _times(matches, stands)
    columns = (matches.first, matches.second, matches.scores * weights * times, weights, times)
    pairs = zip(*(column[within].tolist() for column in columns), strict=True)
    for first, second, score, weight, often in pairs:
        _set(groups.links, first, second, score)
        if weight > 1.0:
            _set(groups.extra, first, second, (weight - 1.0) * often)
    strong = within & (matches.scores >= threshold - _ROUNDING)
    for first, second in _ends(matches, strong):
        _offer(groups, first, second, threshold)
    return groups


def _ends(matches: Matches, rows: Booleans) -> Iterator[tuple[int, int]]:
    return zip(matches.first[rows].tolist(), matches.second[rows].tolist(), strict=True)


def _weights(matches: Matches) -> Floats:
    """What each pair counts for."""
    weights: Floats = np.ones(len(matches.first))
    if matches.settled is not None:
        weights[matches.settled] = SETTLED
    return weights


def _times(matches: Matches, stands: Integers) -> Integers:
    """For how many pairs of copies each pair stands."""
    copies = np.bincount(stands, minlength=len(stands))
    times: Integers = copies[matches.first] * copies[matches.second]
    return times


def _set(table: dict[int, dict[int, float]], first: int, second: int, value: float) -> None:
    table.setdefault(first, {})[second] = value
    table.setdefault(second, {})[first] = value


def _components(size: int, matches: Matches, threshold: float) -> Integers:
    """Of each sentence, the component of pairs that reach the threshold: its smallest member."""
    return components(size, _ends(matches, matches.scores >= threshold))


def _average(groups: _Groups, first: int, second: int) -> float:
    """Average probability over all pairs of two groups; -1 if one of them is gone."""
    if first not in groups.members or second not in groups.members:
        return -1.0
    total = groups.links[first].get(second, 0.0)
    weight = len(groups.members[first]) * len(groups.members[second])
    return round(total / (weight + groups.extra.get(first, {}).get(second, 0.0)), 6)


def _offer(groups: _Groups, first: int, second: int, threshold: float) -> None:
    first, second = min(first, second), max(first, second)
    average = _average(groups, first, second)
    if average >= threshold:
        heapq.heappush(groups.heap, (-average, first, second))


def _join(groups: _Groups, first: int, second: int, threshold: float) -> None:
    """Put the second group into the first and tell their neighbours."""
    groups.members[first] += groups.members.pop(second)
    _add(groups.links, first, second)
    _add(groups.extra, first, second)
    enough = (threshold - _ROUNDING) * len(groups.members[first])
    for other, total in groups.links[first].items():
        if total >= enough * len(groups.members[other]):
            _offer(groups, first, other, threshold)


def _add(table: dict[int, dict[int, float]], first: int, second: int) -> None:
    """What the second has in common with others, the first has from now on."""
    merged = table.setdefault(first, {})
    for other, value in table.pop(second, {}).items():
        merged[other] = merged.get(other, 0.0) + value
    merged.pop(first, None)
    merged.pop(second, None)
    for other, value in merged.items():
        linked = table[other]
        linked.pop(second, None)
        linked[first] = value
