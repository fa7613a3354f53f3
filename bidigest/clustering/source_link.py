"""Link by sources: groups join by the best pair of each two of their sources, on average.

A source that makes a claim six times makes it in part each time, so that the average over all
pairs of sentences (`average_link`) keeps its sentences from those of others. Of two sources the
nearest pair tells whether both make the claim.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bidigest.clustering.groups import Groups, homes
from bidigest.clustering.strengths import strength, strengths
from bidigest.matching import Matches
from bidigest.sparse.matrices import Floats, Integers

_MOST_ROUNDS = 4
"""How often joined groups are looked at again."""


def joined_by_sources(
    groups: Groups, documents: Integers, matches: Matches, least: float
) -> Groups:
    """Join groups whose sources, two by two, have near pairs.

    Args:
        groups: that hold each sentence once.
        documents: int64, (n_sentences,), the document of each sentence.
        matches: pairs with their probabilities.
        least: probability whose log-odds the average over pairs of sources must reach.

    Returns:
        The groups, each sentence in one of them as before.
    """
    for _ in range(_MOST_ROUNDS):
        joined = _joined_once(groups, documents, matches, least)
        if len(joined) == len(groups):
            break
        groups = joined
    return groups


def _joined_once(groups: Groups, documents: Integers, matches: Matches, least: float) -> Groups:
    """Join the nearest groups, each with one other at most.

    Args:
        groups: that hold each sentence once.
        documents: int64, (n_sentences,), the document of each sentence.
        matches: pairs with their probabilities.
        least: probability whose log-odds the average over pairs of sources must reach.
    """
    ends, averages = _averages(groups, documents, matches, least)
    near = np.flatnonzero(averages >= strength(least))
    order = near[np.lexsort((ends[near, 1], ends[near, 0], -averages[near]))]
    taken: set[int] = set()
    found = {name: list(group) for name, group in enumerate(groups)}
    for one, other in ends[order].tolist():
        if one not in taken and other not in taken:
            taken |= {one, other}
            found[one] += found.pop(other)
    return tuple(tuple(sorted(found[name])) for name in sorted(found))


def _averages(
    groups: Groups, documents: Integers, matches: Matches, least: float
) -> tuple[Integers, Floats]:
    """Average the best pair of each two sources, for all groups that a near pair connects.

    Returns:
        int64, (n_connected, 2), two groups by their index, the lower first; float64,
        (n_connected,), how near they are.
    """
    home, sources = homes(groups, documents)
    one, other = matches.first, matches.second
    turned = home[one] > home[other]
    one, other = np.where(turned, other, one), np.where(turned, one, other)
    keys = home[one] * len(groups) + home[other]
    across = (home[one] != home[other]) & (documents[one] != documents[other])
    connected = np.unique(keys[across & (matches.scores >= least)])
    rows = np.flatnonzero(across & np.isin(keys, connected))
    pair = np.searchsorted(connected, keys[rows])
    size = int(documents.max(initial=0)) + 1
    sides = (pair * size + documents[one[rows]]) * size + documents[other[rows]]
    found, which = np.unique(sides, return_inverse=True)
    best = np.zeros(len(found))
    np.maximum.at(best, which, strengths(matches.scores[rows]))
    totals = np.bincount(found // size**2, weights=best, minlength=len(connected))
    ends = np.stack(np.divmod(connected, len(groups)), axis=1)
    return ends, (totals / _source_pairs(groups, sources, ends)).round(6)


def _source_pairs(groups: Groups, sources: Sequence[set[int]], pairs: Integers) -> Floats:
    """Count the pairs of two sources that each two groups make.

    Returns:
        float64, (n_pairs,); infinite where no source has two sentences in the two groups, which
        average link has compared by the same pairs, or neither group is of several sources.
    """
    found = np.full(len(pairs), np.inf)
    for at, (one, other) in enumerate(pairs.tolist()):
        ours, theirs = sources[one], sources[other]
        again = len(groups[one]) + len(groups[other]) > len(ours | theirs)
        if again and max(len(ours), len(theirs)) > 1:
            found[at] = len(ours) * len(theirs) - len(ours & theirs)
    return found
