"""Members: sentences as often as they have groups, for what wants groups that share none."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from bidigest.clustering.groups import Groups
from bidigest.matching import Matches
from bidigest.sparse.matrices import Integers


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
    """Turn groups that share sentences into groups of members that share none."""
    listed = sorted((number, name) for name, group in enumerate(groups) for number in group)
    sentences = np.array([number for number, _ in listed], dtype=np.int64)
    apart: list[list[int]] = [[] for _ in groups]
    for member, (_, name) in enumerate(listed):
        apart[name].append(member)
    return Members(sentences, tuple(map(tuple, apart)), _between(sentences, matches))


def _between(sentences: Integers, matches: Matches) -> Matches:
    """Extend what is known of two sentences to all their members.

    Args:
        sentences: int64, (n_members,), the sentence of each member, in order.
        matches: pairs of sentences.

    Returns:
        Pairs of members.
    """
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
    return replace(matches.view(row[order]), first=first[order], second=second[order])
