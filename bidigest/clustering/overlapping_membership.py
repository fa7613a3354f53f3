"""Overlapping membership: a sentence that makes two claims stands in two points.

Average link gives each sentence one group. Where two sentences of different sources very
probably make the same claim and did not come together, one of them makes another claim too:
what is left over is grouped again. Where a reranker is certain of pairs, that is done
until each stands in a point; where cheap evidence is strong it is done a few times, and only
where one of the two would otherwise stand with no other source. If its source has made the
other's claim already, it only says it again, and joins that group or stays alone. A sentence that
has a point may stand in further ones, which lack its source (`further_members`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bidigest.clustering.average_link import cluster
from bidigest.clustering.further_members import with_further_members
from bidigest.clustering.groups import Groups, homes, largest, listed
from bidigest.clustering.source_link import joined_by_sources
from bidigest.clustering.strengths import least_average, strength, strengths
from bidigest.matching import Matches
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.sparse.matrices import Booleans, Integers

_YES = 0.5
"""Probability from which a settled pair makes the same claim."""


def memberships(
    documents: Sequence[int], matches: Matches, parameters: Parameters = DEFAULT
) -> Groups:
    """Group sentences, given by their documents; some share sentences, none holds another.

    Args:
        documents: the document of each sentence.
        matches: pairs with their probabilities.
        parameters: with the thresholds.
    """
    number = np.array(documents, dtype=np.int64)
    certain = np.zeros(len(matches.first), bool) if matches.certain is None else matches.certain
    across = number[matches.first] != number[matches.second]
    strong = across & ~certain & (matches.scores >= parameters.strong)
    first = cluster(
        len(documents), matches, parameters=parameters, first_occurrences=matches.first_occurrences
    )
    if matches.certain is None:
        first = joined_by_sources(first, number, matches, parameters.by_sources)
    least = strength(least_average(matches, parameters))
    groups = _joined(first, number, matches, strong, least)
    groups += _paired(groups, number, matches, strong, parameters)
    refused = certain & (matches.scores < _YES)
    left = across & certain & (matches.scores >= _YES) & ~_together(groups, matches)
    while left.any():
        rows = np.flatnonzero(left | refused)
        more = _several(matches.view(rows), len(documents), parameters)
        groups += more
        left &= ~_together(more, matches)
    if matches.certain is None:
        return largest(with_further_members(groups, number, matches, parameters.further))
    return largest(groups)


def _paired(
    groups: Sequence[tuple[int, ...]],
    number: Integers,
    matches: Matches,
    strong: Booleans,
    parameters: Parameters,
) -> list[tuple[int, ...]]:
    """Make groups of strong pairs that stand apart: of each lonely sentence its best.

    That is done in so few rounds that the work stays in proportion where very many are alike.

    Args:
        groups: those that there are.
        number: int64, (n_sentences,), the document of each.
        matches: pairs with their probabilities, n_pairs of them.
        strong: bool, (n_pairs,).
        parameters: with the thresholds.
    """
    left = _apart(groups, number, matches, strong) & ~_together(groups, matches)
    left &= _best(left, matches)
    found: list[tuple[int, ...]] = []
    for _ in range(parameters.rounds):
        if not left.any():
            break
        rows = np.flatnonzero(left)
        more = _several(matches.view(rows), len(number), parameters)
        found += more
        left &= ~_together(more, matches)
    return found


def _several(matches: Matches, size: int, parameters: Parameters) -> list[tuple[int, ...]]:
    """Return the clusters of two or more that these pairs alone make."""
    return [group for group in cluster(size, matches, parameters=parameters) if len(group) > 1]


def _best(left: Booleans, matches: Matches) -> Booleans:
    """Tell of each pair whether it is the best that is left of one of its sentences.

    Args:
        left: bool, (n_pairs,).
        matches: the pairs.

    Returns:
        bool, (n_pairs,).
    """
    best = np.zeros(int(matches.second.max(initial=0)) + 1)
    scores = np.where(left, matches.scores, 0.0)
    np.maximum.at(best, matches.first, scores)
    np.maximum.at(best, matches.second, scores)
    found: Booleans = (scores >= best[matches.first]) | (scores >= best[matches.second])
    return found


def _joined(
    groups: Groups, number: Integers, matches: Matches, strong: Booleans, threshold: float
) -> list[tuple[int, ...]]:
    """Add to groups the sentences by which their own sources make the same claim again.

    That is a sentence with no other source so far, which is strongly paired with one of the
    group and near enough, on average, to all its other sources.

    Args:
        groups: those that there are.
        number: int64, (n_sentences,), the document of each.
        matches: pairs with their probabilities, n_pairs of them.
        strong: bool, (n_pairs,).
        threshold: least average strength.
    """
    home, sources = homes(groups, number)
    sentence = np.r_[matches.first, matches.second]
    other = np.r_[matches.second, matches.first]
    across = number[sentence] != number[other]
    keys = np.where(across, sentence * len(groups) + home[other], -1)
    found, which = np.unique(keys, return_inverse=True)
    scores = np.tile(strengths(matches.scores), 2)
    totals = np.bincount(which, weights=scores, minlength=len(found)).tolist()
    best: dict[int, tuple[float, int]] = {}
    for at in np.unique(which[np.r_[strong, strong]]).tolist():
        one, group = divmod(int(found[at]), len(groups))
        source = int(number[one])
        if len(sources[home[one]]) == 1 and source in sources[group]:
            others = sum(int(number[member]) != source for member in groups[group])
            average = round(totals[at] / others, 6)
            if average >= threshold:
                best[one] = max(best.get(one, (0.0, 0)), (average, -group))
    members = [list(group) for group in groups]
    for one, (_, group) in sorted(best.items()):
        members[-group].append(one)
    return [tuple(sorted(group)) for group in members]


def _apart(
    groups: Sequence[tuple[int, ...]], number: Integers, matches: Matches, strong: Booleans
) -> Booleans:
    """Find strong pairs that join a sentence without other sources to a group without its source.

    Args:
        groups: those that there are.
        number: int64, (n_sentences,), the document of each.
        matches: pairs with their probabilities, n_pairs of them.
        strong: bool, (n_pairs,).

    Returns:
        bool, (n_pairs,).
    """
    home, sources = homes(groups, number)
    found = np.zeros(len(strong), dtype=np.bool_)
    for row in np.flatnonzero(strong).tolist():
        one, other = (sources[home[at]] for at in (matches.first[row], matches.second[row]))
        found[row] = (len(one) == 1 and not one <= other) or (len(other) == 1 and not other <= one)
    return found


def _together(groups: Sequence[tuple[int, ...]], matches: Matches) -> Booleans:
    """Tell of each pair whether one of these groups, which share no sentence, holds both.

    Returns:
        bool, (n_pairs,).
    """
    size = int(matches.second.max(initial=0)) + 1
    home: Integers = -1 - np.arange(size)
    numbers, names = listed(groups)
    inside = numbers < size
    home[numbers[inside]] = names[inside]
    same: Booleans = home[matches.first] == home[matches.second]
    return same
