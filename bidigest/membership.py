"""A sentence that makes two claims stands in two points.

Average link gives each sentence one group. Where further evidence is certain that two sentences
of different sources make the same claim and they did not come together, one of them makes
another claim too: what is left over is grouped again, until every such pair stands in a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bidigest.matching import Matches
from bidigest.matching.further import Booleans
from bidigest.matching.sparsity import Integers
from bidigest.merging import cluster

Groups = tuple[tuple[int, ...], ...]

_YES = 0.5
"""Probability from which a settled pair makes the same claim."""


@dataclass(frozen=True, slots=True)
class Members:
    """Sentences, each as often as it has groups, so that every member has one group."""

    sentences: Integers
    """Of each member, in order: which sentence it is."""
    groups: Groups
    """Of members."""
    matches: Matches
    """Between members."""


def members(groups: Groups, matches: Matches) -> Members:
    """Groups that share sentences as groups of members that share none."""
    listed = sorted((number, name) for name, group in enumerate(groups) for number in group)
    sentences = np.array([number for number, _ in listed], dtype=np.int64)
    apart: list[list[int]] = [[] for _ in groups]
    for member, (_, name) in enumerate(listed):
        apart[name].append(member)
    return Members(sentences, tuple(map(tuple, apart)), _between(sentences, matches))


def _between(sentences: Integers, matches: Matches) -> Matches:
    """What is known of two sentences is known of all their members."""
    start = np.searchsorted(sentences, np.arange(sentences.max(initial=-1) + 2))
    times = np.diff(start)
    if matches.settled is None or not (times > 1).any():
        return matches
    one, other = times[matches.first], times[matches.second]
    row = np.repeat(np.arange(len(one)), one * other)
    place = np.arange(len(row)) - np.repeat(np.cumsum(one * other) - one * other, one * other)
    first = start[matches.first[row]] + place // other[row]
    second = start[matches.second[row]] + place % other[row]
    order = np.lexsort((second, first))
    return replace(matches.rows(row[order]), first=first[order], second=second[order])


def memberships(documents: Sequence[int], matches: Matches) -> Groups:
    """Groups of sentences, given by their documents; some share sentences, none holds another."""
    groups = list(cluster(len(documents), matches, originals=matches.originals))
    if matches.settled is None:
        return tuple(groups)
    number = np.array(documents, dtype=np.int64)
    across = number[matches.first] != number[matches.second]
    left = matches.settled & (matches.scores >= _YES) & across
    refused = matches.settled & (matches.scores < _YES)
    left &= ~_together(groups, matches)
    while left.any():
        more = [
            g
            for g in cluster(len(documents), matches.rows(np.flatnonzero(left | refused)))
            if len(g) > 1
        ]
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
