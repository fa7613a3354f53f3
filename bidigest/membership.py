"""A sentence that makes two claims stands in two points.

Average link gives each sentence one group. Where two sentences of different sources very
probably make the same claim and did not come together, one of them makes another claim too:
what is left over is grouped again, until every such pair stands in a point. That is so where
further evidence is certain of a pair, and where cheap evidence is strong and one of the two
would otherwise stand with no other source.
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

STRONG = 0.65
"""Probability from which a pair is worth a point of its own; chosen by
`benchmarks/fit_merging.py`."""

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
    if not (times > 1).any():
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
    groups = list(cluster(len(documents), matches))
    number = np.array(documents, dtype=np.int64)
    settled = np.zeros(len(matches.first), bool) if matches.settled is None else matches.settled
    across = number[matches.first] != number[matches.second]
    refused = settled & (matches.scores < _YES)
    certain = settled & (matches.scores >= _YES)
    left = across & (certain | _strong(groups, number, matches) & ~settled)
    left &= ~_together(groups, matches)
    while left.any():
        rows = np.flatnonzero(left | refused)
        more = [g for g in cluster(len(documents), matches.rows(rows)) if len(g) > 1]
        groups += more
        left &= ~_together(more, matches)
    return _largest(groups)


def _strong(groups: Sequence[tuple[int, ...]], number: Integers, matches: Matches) -> Booleans:
    """Of each pair: is it strong, and does one of the two stand with no other source so far?"""
    company = np.zeros(len(number), dtype=np.bool_)
    for group in groups:
        company[list(group)] = len(set(number[list(group)].tolist())) > 1
    together = company[matches.first] & company[matches.second]
    found: Booleans = (matches.scores >= STRONG) & ~together
    return found


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
