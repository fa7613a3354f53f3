"""Groups without opposites: who says the opposite of the others leaves them.

Pairs that the evidence would merge may contradict each other, since opposites sound alike.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from bidigest.clustering.overlapping_membership import Groups, largest
from bidigest.contradictions.opposites import Contrasts, opposed
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
    # Twice: of four sentences, two a side, only one contrast may be told.
    apart = with_implied(with_implied(contrasts, agreements), agreements)
    concerned = {number for pair in apart for number in pair}
    found: list[tuple[int, ...]] = []
    for group in groups:
        mixed = sum(number in concerned for number in group) > 1
        found += _sides(group, agreements, apart) if mixed else [group]
    found = _rejoined(found, agreements, apart)
    if documents:
        deniers = _deniers(contrasts, documents)
        found = [part for group in found for part in _without_deniers(group, deniers, documents)]
    return largest(found)


def with_implied(contrasts: Contrasts, agreements: Mapping[tuple[int, int], float]) -> Contrasts:
    """Add the contrasts that follow: who surely says what one of two says contradicts the other.

    Opposites sound alike, so a third sentence may agree with both; it is on the side with which it
    agrees clearly more.

    Args:
        contrasts: of pairs of sentences.
        agreements: of pairs, their probabilities of making one claim less a half.
    """
    sure: dict[int, list[int]] = {}
    for (one, other), agreement in agreements.items():
        if agreement >= _SURE and (one, other) not in contrasts:
            sure.setdefault(one, []).append(other)
            sure.setdefault(other, []).append(one)
    found = dict(contrasts)
    for (one, other), each in sorted(contrasts.items()):
        if each.kind == "polarity":
            for mine, theirs in ((one, other), (other, one)):
                for third in sure.get(mine, ()):
                    pair = min(third, theirs), max(third, theirs)
                    near = agreements[min(third, mine), max(third, mine)]
                    if _log_odds(near) - _log_odds(agreements.get(pair, -_SURE)) >= _CLEARLY:
                        found.setdefault(pair, each)
    return found


def _log_odds(agreement: float) -> float:
    probability = min(max(agreement + 0.5, 1e-6), 1 - 1e-6)
    return math.log(probability / (1 - probability))


def _rejoined(
    groups: Sequence[tuple[int, ...]],
    agreements: Mapping[tuple[int, int], float],
    contrasts: Contrasts,
) -> list[tuple[int, ...]]:
    """Let sentences that were left alone by a contrast join those with whom they surely agree."""
    concerned = {number for pair in contrasts for number in pair}
    found = [list(group) for group in groups]
    for at, group in enumerate(groups):
        if len(group) == 1 and group[0] in concerned and len(found[at]) == 1:
            best = max(
                (other for other in range(len(found)) if other != at),
                key=lambda other: (_bond(group[0], found[other], agreements, contrasts), -other),
                default=None,
            )
            if best is not None and _bond(group[0], found[best], agreements, contrasts) >= _SURE:
                found[best].append(group[0])
                found[at] = []
    return [tuple(sorted(group)) for group in found if group]


def _bond(
    number: int,
    group: Sequence[int],
    agreements: Mapping[tuple[int, int], float],
    contrasts: Contrasts,
) -> float:
    """Mean agreement of a sentence with a group; with one that it contradicts, or none, -1."""
    pairs = [(min(number, member), max(number, member)) for member in group]
    if not pairs or number in group or any(pair in contrasts for pair in pairs):
        return -1.0
    return sum(agreements.get(pair, -0.5) for pair in pairs) / len(pairs)


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
    if sum(number in deniers for number in group) < _MOST:
        return [tuple(group)]
    parts: dict[int, list[int]] = {}
    for number in group:
        own = documents[number]
        others = [other for other in group if documents[other] != own]
        against = sum(own in deniers.get(other, ()) for other in others)
        leaves = against >= _MOST and 2 * against > len(others)
        parts.setdefault(own if leaves else -1, []).append(number)
    return [tuple(part) for part in parts.values()]


def _sides(
    group: Sequence[int], agreements: Mapping[tuple[int, int], float], contrasts: Contrasts
) -> list[tuple[int, ...]]:
    """Split a group so that those set apart do not stand together.

    Those set apart come first, and of them who agrees most; each joins those with whom it agrees
    most, if any.
    """

    def bond(one: int, other: int) -> float:
        pair = min(one, other), max(one, other)
        return -_APART if pair in contrasts else agreements.get(pair, 0.0)

    if not any((i, j) in contrasts for i in group for j in group):
        return [tuple(group)]
    sums = {i: sum(bond(i, j) for j in group if j != i) for i in group}
    sides: list[list[int]] = []
    involved = {i for i in group if any(bond(i, j) == -_APART for j in group if j != i)}
    for number in sorted(group, key=lambda i: (i not in involved, -round(sums[i], 6), i)):
        bonds = [sum(bond(number, member) for member in side) for side in sides]
        best = max(range(len(sides)), key=lambda at: (bonds[at], -at), default=None)
        if best is None or bonds[best] < 0:
            sides.append([number])
        else:
            sides[best].append(number)
    return [tuple(sorted(side)) for side in sides]
