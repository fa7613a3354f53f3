"""Groups without opposites: who says the opposite of the others leaves them.

Pairs that the evidence would merge may contradict each other, since opposites sound alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from bidigest.clustering.groups import Groups, holders, largest
from bidigest.contradictions.sentence_pairs import (
    Contrasts,
    Numbers,
    numbers_of,
    opposed,
    partners_of,
)
from bidigest.matching import Matches

_SURE = 0.4
"""Agreement (probability less a half) from which two sentences surely make one claim."""

_CLEARLY = 2.0
"""Log-odds by which a sentence agrees more with one of two that contradict each other."""

_APART = 2.0
"""What a contrast weighs against belonging together, in probabilities above the middle."""

_MOST = 2
"""Sentences that a document must deny at least for its others to leave the group too."""


def set_apart(
    groups: Groups, matches: Matches, contrasts: Contrasts, documents: Sequence[int] = ()
) -> Groups:
    """Take sentences out of groups where a contrast sets them apart from most of the others.

    Args:
        groups: of sentences, by number.
        matches: what is known of pairs.
        contrasts: of pairs of sentences.
        documents: of each sentence; where given, a document that anywhere says the opposite of
            most of the others' sentences in a group has none left in it.
    """
    agreements = dict(
        zip(
            zip(matches.first.tolist(), matches.second.tolist(), strict=True),
            (matches.scores - 0.5).tolist(),
            strict=True,
        )
    )
    sure = _sure_partners(matches)
    # Twice: of four sentences, two a side, only one contrast may be told.
    apart = _with_implied(_with_implied(contrasts, agreements, sure), agreements, sure)
    concerned = {number for pair in apart for number in pair}
    found: list[tuple[int, ...]] = []
    for group in groups:
        mixed = sum(number in concerned for number in group) > 1
        found += _sides(group, agreements, apart) if mixed else [group]
    found = _rejoined(found, agreements, apart, sure)
    if documents:
        deniers = _deniers(contrasts, documents)
        found = [part for group in found for part in _without_deniers(group, deniers, documents)]
    return largest(found)


def _sure_partners(matches: Matches) -> Mapping[int, Sequence[int]]:
    """Collect with which others each sentence surely makes one claim, as the pairs stand."""
    rows = np.flatnonzero(matches.scores - 0.5 >= _SURE)
    first, second = matches.first[rows].tolist(), matches.second[rows].tolist()
    return partners_of(zip(first, second, strict=True))


def _with_implied(
    contrasts: Contrasts, agreements: Mapping[Numbers, float], sure: Mapping[int, Sequence[int]]
) -> Contrasts:
    """Add the contrasts that follow: what surely says the same as one of two contradicts the other.

    Opposites sound alike, so a third sentence may agree with both; it is on the side with which it
    agrees clearly more.

    Args:
        contrasts: of pairs of sentences.
        agreements: of pairs, their probabilities of making one claim less a half.
        sure: with which others each sentence surely makes one claim, but for contrasts.
    """
    found = dict(contrasts)
    for (one, other), each in sorted(contrasts.items()):
        if each.kind != "polarity":
            continue
        for mine, theirs in ((one, other), (other, one)):
            for third in sure.get(mine, ()):
                near, pair = numbers_of(third, mine), numbers_of(third, theirs)
                apart = agreements.get(pair, -_SURE)
                clearly = _log_odds(agreements[near]) - _log_odds(apart) >= _CLEARLY
                if near not in contrasts and clearly:
                    found.setdefault(pair, each)
    return found


def _log_odds(agreement: float) -> float:
    probability = min(max(agreement + 0.5, 1e-6), 1 - 1e-6)
    return math.log(probability / (1 - probability))


def _rejoined(
    groups: Sequence[tuple[int, ...]],
    agreements: Mapping[Numbers, float],
    contrasts: Contrasts,
    sure: Mapping[int, Sequence[int]],
) -> list[tuple[int, ...]]:
    """Let sentences that were left alone by a contrast join those with whom they surely agree."""
    opponents = partners_of(contrasts)
    found, holding = [list(group) for group in groups], holders(groups)
    for at, group in enumerate(groups):
        number = group[0]
        if len(group) > 1 or number not in opponents or len(found[at]) > 1:
            continue
        # Whom it agrees with on average it surely agrees with somewhere.
        near = {name for partner in sure.get(number, ()) for name in holding.get(partner, ())} - {
            at
        }
        bonds = {
            name: _bond(number, found[name], agreements, contrasts, opponents)
            for name in sorted(near)
        }
        best = max(bonds, key=lambda name: (bonds[name], -name), default=at)
        if bonds.get(best, -1.0) >= _SURE:
            found[best].append(number)
            found[at] = []
            holding[number].append(best)
    return [tuple(sorted(group)) for group in found if group]


def _bond(
    number: int,
    group: Sequence[int],
    agreements: Mapping[Numbers, float],
    contrasts: Contrasts,
    opponents: Mapping[int, Sequence[int]],
) -> float:
    """Mean agreement of a sentence with a group; with one that it contradicts, or none, -1.

    Where some of the group contradict whom it contradicts, only these are asked: the others say too
    little to be on a side.
    """
    pairs = [numbers_of(number, member) for member in group]
    if not pairs or number in group or any(pair in contrasts for pair in pairs):
        return -1.0
    own = set(opponents.get(number, ()))
    allied = [member for member in group if not own.isdisjoint(opponents.get(member, ()))]
    bonds = [agreements.get(numbers_of(number, member), -0.5) for member in allied or group]
    return sum(bonds) / len(bonds)


def _deniers(contrasts: Contrasts, documents: Sequence[int]) -> Mapping[int, set[int]]:
    """Collect the documents that deny each sentence."""
    found: dict[int, set[int]] = {}
    for one, other in opposed(contrasts):
        found.setdefault(one, set()).add(documents[other])
        found.setdefault(other, set()).add(documents[one])
    return found


def _without_deniers(
    group: Sequence[int], deniers: Mapping[int, set[int]], documents: Sequence[int]
) -> list[tuple[int, ...]]:
    """Split off a group the sentences of each document that denies most of the rest."""
    if not any(number in deniers for number in group):
        return [tuple(group)]
    parts: dict[int, list[int]] = {}
    for number in group:
        own = documents[number]
        others = [other for other in group if documents[other] != own]
        against = sum(own in deniers.get(other, ()) for other in others)
        leaves = against == len(others) or (against >= _MOST and 2 * against > len(others))
        parts.setdefault(own if leaves else -1, []).append(number)
    return [tuple(part) for part in parts.values()]


def _sides(
    group: Sequence[int], agreements: Mapping[Numbers, float], contrasts: Contrasts
) -> list[tuple[int, ...]]:
    """Split a group so that those set apart do not stand together.

    Those set apart come first, and of them who agrees most; each joins those with whom it agrees
    most, if any.
    """

    def bond(one: int, other: int) -> float:
        pair = numbers_of(one, other)
        return -_APART if pair in contrasts else agreements.get(pair, 0.0)

    involved = {i for i in group if any(numbers_of(i, j) in contrasts for j in group)}
    if not involved:
        return [tuple(group)]
    sums = {i: sum(bond(i, j) for j in group if j != i) for i in group}
    sides: list[list[int]] = []
    for number in sorted(group, key=lambda i: (i not in involved, -round(sums[i], 6), i)):
        bonds = [sum(bond(number, member) for member in side) for side in sides]
        best = max(range(len(sides)), key=lambda at: (bonds[at], -at), default=None)
        if best is None or bonds[best] < 0:
            sides.append([number])
        else:
            sides[best].append(number)
    return [tuple(sorted(side)) for side in sides]
