"""Sentences to points: those that make the same claim, put together by average link.

Average link asks of two groups how probable it is, on average over all their pairs, that both
make the same claim. Connected components would chain: a is like b, b like c, and in the end
everything is one point. Pairs that are no candidates count as impossible.

An average reaches the threshold only if one of its pairs does. So the components that such
pairs make are found first, and each is worked on by itself: the answer is the same.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bidigest.matching import Matches

THRESHOLD = 0.5
"""Least average probability at which two groups become one; chosen by `benchmarks/merging.py`."""

_ROUNDING = 1e-6


@dataclass(slots=True)
class _Groups:
    """The state of the agglomeration: groups named by their smallest member."""

    members: dict[int, list[int]]
    links: dict[int, dict[int, float]] = field(default_factory=dict)
    heap: list[tuple[float, int, int]] = field(default_factory=list)


def cluster(
    size: int, matches: Matches, *, threshold: float = THRESHOLD
) -> tuple[tuple[int, ...], ...]:
    """Sentences 0 … size - 1 in groups, each sorted, in the order of their first sentence."""
    groups = _linked(size, matches, threshold)
    for first, linked in groups.links.items():
        for second, score in linked.items():
            if first < second and score >= threshold:
                groups.heap.append((-score, first, second))
    heapq.heapify(groups.heap)
    while groups.heap:
        average, first, second = heapq.heappop(groups.heap)
        if average == -_average(groups, first, second):
            _join(groups, first, second, threshold)
    return tuple(tuple(sorted(groups.members[name])) for name in sorted(groups.members))


def _linked(size: int, matches: Matches, threshold: float) -> _Groups:
    """Each sentence by itself, with all pairs that lie within one component."""
    groups = _Groups({index: [index] for index in range(size)})
    component = _components(size, matches, threshold)
    within = component[matches.first] == component[matches.second]
    columns = (matches.first, matches.second, matches.scores)
    pairs = zip(*(column[within].tolist() for column in columns), strict=True)
    for first, second, score in pairs:
        groups.links.setdefault(first, {})[second] = score
        groups.links.setdefault(second, {})[first] = score
    return groups


def _components(size: int, matches: Matches, threshold: float) -> npt.NDArray[np.int64]:
    """Of each sentence, the component of pairs that reach the threshold: its smallest member."""
    above = list(range(size))

    def top(sentence: int) -> int:
        while above[sentence] != sentence:
            above[sentence] = above[above[sentence]]
            sentence = above[sentence]
        return sentence

    strong = matches.scores >= threshold
    ends = matches.first[strong].tolist(), matches.second[strong].tolist()
    for first, second in zip(*ends, strict=True):
        one, other = top(first), top(second)
        above[max(one, other)] = min(one, other)
    return np.array([top(sentence) for sentence in range(size)], dtype=np.int64)


def _average(groups: _Groups, first: int, second: int) -> float:
    """Average probability over all pairs of two groups; -1 if one of them is gone."""
    if first not in groups.members or second not in groups.members:
        return -1.0
    total = groups.links[first].get(second, 0.0)
    return round(total / (len(groups.members[first]) * len(groups.members[second])), 6)


def _offer(groups: _Groups, first: int, second: int, threshold: float) -> None:
    first, second = min(first, second), max(first, second)
    average = _average(groups, first, second)
    if average >= threshold:
        heapq.heappush(groups.heap, (-average, first, second))


def _join(groups: _Groups, first: int, second: int, threshold: float) -> None:
    """Put the second group into the first and tell their neighbours."""
    groups.members[first] += groups.members.pop(second)
    merged = groups.links[first]
    for other, total in groups.links.pop(second).items():
        merged[other] = merged.get(other, 0.0) + total
    merged.pop(first, None)
    merged.pop(second, None)
    enough = (threshold - _ROUNDING) * len(groups.members[first])
    for other, total in merged.items():
        linked = groups.links[other]
        linked.pop(second, None)
        linked[first] = total
        if total >= enough * len(groups.members[other]):
            _offer(groups, first, other, threshold)
