"""Average-link clustering: sentences that make the same claim, put together.

Average link asks of two groups how probable it is, on average over all their pairs, that both
make the same claim. The average is that of log-odds: one sure pair does not outweigh several that
speak against it, which a mean of probabilities lets it do. Connected components would chain: a is
like b, b like c, and in the end everything is one point. Pairs that are no candidates count as
all but impossible. A pair of which a reranker is certain counts for more than one that is
estimated.

An average reaches the threshold only if one of its pairs does. So the components that such
pairs make are found first, and each is worked on by itself: the answer is the same.

Exact duplicates of a sentence that stands for them are one group from the start, and the pairs of
that sentence count for each of them: the answer is that of all their pairs, without making them.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from bidigest.clustering.strengths import least_average, pair_weights, strength, strengths
from bidigest.matching import Matches
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.sparse.matrices import Booleans, Floats, Integers, components

_ROUNDING = 1e-6


_Links = dict[int, dict[int, float]]
"""From one group to others and back: something that adds up when groups become one."""

_Offer = tuple[float, int, int, int, int]
"""The negative average of two groups, their names, how often they had changed by then, and which
of the two made the offer."""


@dataclass(slots=True)
class _Groups:
    """The state of the agglomeration: groups named by their smallest member."""

    members: dict[int, list[int]]
    sizes: list[int]
    changes: list[int]
    """How often each group has grown or gone."""
    links: _Links = field(default_factory=dict)
    """Between groups: the sum of their pairs' strengths, each times its weight."""
    extra: _Links = field(default_factory=dict)
    """Between groups: what their pairs weigh beyond 1 each."""
    offers: list[_Offer] = field(default_factory=list)
    """As a heap: of each group its best, or what that was before the other one changed."""
    latest: dict[int, _Offer] = field(default_factory=dict)


def cluster(
    size: int,
    matches: Matches,
    *,
    parameters: Parameters = DEFAULT,
    first_occurrences: Integers | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Cluster sentences by average link.

    Args:
        size: number of sentences, numbered 0 … size - 1.
        matches: pairs with their probabilities.
        parameters: with the threshold.
        first_occurrences: int64, (size,), which sentence stands for each, not behind it.

    Returns:
        Groups, each sorted, in the order of their first sentence.
    """
    threshold = strength(least_average(matches, parameters))
    groups = _linked(size, matches, parameters, first_occurrences)
    while groups.offers:
        offer = heapq.heappop(groups.offers)
        _, first, second, changes, group = offer
        if groups.latest.get(group) is not offer:
            continue
        if changes == groups.changes[first] + groups.changes[second]:
            _join(groups, first, second, threshold)
        else:
            _offer(groups, group, threshold)
    return tuple(tuple(sorted(groups.members[name])) for name in sorted(groups.members))


def _linked(
    size: int, matches: Matches, parameters: Parameters, first_occurrences: Integers | None
) -> _Groups:
    """Start with each sentence and its duplicates, and all pairs that lie within one component.

    Args:
        size: number of sentences.
        matches: pairs with their probabilities.
        parameters: with the threshold.
        first_occurrences: int64, (size,), which sentence stands for each.
    """
    stands = np.arange(size) if first_occurrences is None else first_occurrences
    members: dict[int, list[int]] = {}
    for index, original in enumerate(stands.tolist()):
        members.setdefault(original, []).append(index)
    least = least_average(matches, parameters)
    component = _components(size, matches, least)
    within = component[matches.first] == component[matches.second]
    within &= stands[matches.first] != stands[matches.second]
    weights, times = pair_weights(matches, parameters), _times(matches, stands)
    groups = _Groups(
        members,
        sizes=np.bincount(stands, minlength=size).tolist(),
        changes=[0] * size,
        links=_table(matches, strengths(matches.scores) * weights * times, within),
        extra=_table(matches, (weights - 1.0) * times, within & (weights > 1.0)),
    )
    threshold = strength(least)
    for group in groups.links:
        _offer(groups, group, threshold)
    return groups


def _table(matches: Matches, values: Floats, rows: Booleans) -> _Links:
    """Tabulate pairs' values, by each of the two sentences, and the other.

    Args:
        matches: all pairs, n_pairs of them.
        values: float64, (n_pairs,).
        rows: bool, (n_pairs,), the pairs that count.
    """
    first, second, values = matches.first[rows], matches.second[rows], values[rows]
    one, other, both = np.r_[first, second], np.r_[second, first], np.r_[values, values]
    order = np.argsort(one, kind="stable")
    others, linked = other[order].tolist(), both[order].tolist()
    names, starts = np.unique(one[order], return_index=True)
    bounds = pairwise([*starts.tolist(), len(order)])
    return {
        name: dict(zip(others[start:end], linked[start:end], strict=True))
        for name, (start, end) in zip(names.tolist(), bounds, strict=True)
    }


def _times(matches: Matches, stands: Integers) -> Integers:
    """Count for each pair the pairs of duplicates that it stands for.

    Args:
        matches: all pairs, n_pairs of them.
        stands: int64, (n_sentences,), which sentence stands for each.

    Returns:
        int64, (n_pairs,).
    """
    duplicates = np.bincount(stands, minlength=len(stands))
    times: Integers = duplicates[matches.first] * duplicates[matches.second]
    return times


def _components(size: int, matches: Matches, threshold: float) -> Integers:
    """Find the components of pairs that reach the threshold.

    Returns:
        int64, (size,): of each sentence the smallest member of its component.
    """
    strong = matches.scores >= threshold
    ends = matches.first[strong].tolist(), matches.second[strong].tolist()
    return components(size, zip(*ends, strict=True))


def _join(groups: _Groups, first: int, second: int, threshold: float) -> None:
    """Join the second group to the first.

    No average of the two with a third is greater than what one of them had with it: what others
    have offered may be out of date, but never too little.
    """
    groups.members[first] += groups.members.pop(second)
    groups.sizes[first] += groups.sizes[second]
    groups.changes[first] += 1
    groups.changes[second] += 1
    groups.latest.pop(second, None)
    _add(groups.links, first, second)
    _add(groups.extra, first, second)
    _offer(groups, first, threshold)


def _offer(groups: _Groups, group: int, threshold: float) -> None:
    """Put the group's best neighbour on the heap, if there is one."""
    groups.latest.pop(group, None)
    if best := _best(groups, group, threshold):
        changes = groups.changes[best[1]] + groups.changes[best[2]]
        groups.latest[group] = offer = (*best, changes, group)
        heapq.heappush(groups.offers, offer)


def _best(groups: _Groups, group: int, threshold: float) -> tuple[float, int, int] | None:
    """Find the negative average, the group and its best neighbour, if that is good enough."""
    best: tuple[float, int, int] | None = None
    size, extra = groups.sizes[group], groups.extra.get(group, {})
    enough = (threshold - _ROUNDING) * size
    for other, total in groups.links[group].items():
        weight = groups.sizes[other]
        if total >= enough * weight:
            average = round(total / (size * weight + extra.get(other, 0.0)), 6)
            offer = (-average, group, other) if group < other else (-average, other, group)
            if average >= threshold and (best is None or offer < best):
                best, enough = offer, (average - _ROUNDING) * size
    return best


def _add(table: _Links, first: int, second: int) -> None:
    """Add to the first group what the second has in common with others."""
    gone = table.pop(second, {})
    merged = table.setdefault(first, {}) if gone else table.get(first, {})
    gone.pop(first, None)
    merged.pop(second, None)
    for other, value in gone.items():
        merged[other] = total = merged.get(other, 0.0) + value
        linked = table[other]
        del linked[second]
        linked[first] = total
