"""A sentence that makes two claims stands in two points.

Average link gives each sentence one group. Where further evidence is certain that two sentences
of different sources make the same claim and they did not come together, one of them makes
another claim too: what is left over is grouped again, until every such pair stands in a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from bidigest.matching import Matches
from bidigest.matching.alignment import Integers
from bidigest.matching.further import Booleans
from bidigest.merging import cluster

Groups = tuple[tuple[int, ...], ...]

_YES = 0.5
"""Probability from which a settled pair makes the same claim."""


def memberships(documents: Sequence[int], matches: Matches) -> Groups:
    """Groups of sentences, given by their documents; some share sentences, none holds another."""
    groups = list(cluster(len(documents), matches))
    if matches.settled is None:
        return tuple(groups)
    number = np.array(documents, dtype=np.int64)
    across = number[matches.first] != number[matches.second]
    left = matches.settled & (matches.scores >= _YES) & across
    refused = matches.settled & (matches.scores < _YES)
    left &= ~_together(groups, matches)
    while left.any():
        more = [g for g in cluster(len(documents), _only(matches, left | refused)) if len(g) > 1]
        groups += more
        left &= ~_together(more, matches)
    return _largest(groups)


def _together(groups: Iterable[Sequence[int]], matches: Matches) -> Booleans:
    """Of each pair: does one of these groups, which share no sentence, hold both?"""
    size = int(max(matches.second, default=0)) + 1
    home: Integers = -1 - np.arange(size)
    for name, group in enumerate(groups):
        inside = [number for number in group if number < size]
        home[inside] = name
    same: Booleans = home[matches.first] == home[matches.second]
    return same


def _only(matches: Matches, keep: Booleans) -> Matches:
    return Matches(
        matches.first[keep],
        matches.second[keep],
        matches.evidence[keep],
        matches.likeness[keep],
        matches.scores[keep],
        np.ones(int(keep.sum()), dtype=np.bool_),
    )


def _largest(groups: Sequence[tuple[int, ...]]) -> Groups:
    """Without groups that another one holds whole, such as a sentence by itself."""
    holders: dict[int, list[int]] = {}
    for name, group in enumerate(groups):
        for number in group:
            holders.setdefault(number, []).append(name)
    return tuple(g for name, g in enumerate(groups) if not _held(name, groups, holders))


def _held(name: int, groups: Sequence[tuple[int, ...]], holders: dict[int, list[int]]) -> bool:
    group = set(groups[name])
    others = (other for other in holders[groups[name][0]] if other != name)
    return any(group < set(groups[other]) for other in others)
