"""Opposites: sentences that sound alike and say opposite things, or the same of another time.

Pairs that the evidence would merge, but for what tells them apart, are looked at closely. Who
says the opposite of a cluster leaves it; the two clusters are shown as a conflict, with the words
that say it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bidigest.clustering.overlapping_membership import Groups, largest
from bidigest.contradictions.ablation import OPPOSITES, pairs_alike_without
from bidigest.contradictions.cited_sentences import Cited, Key, in_citing_order, reading
from bidigest.contrasts import Analysis, Contrast, analyse, contrast
from bidigest.corpus import Corpus
from bidigest.matching import Matches
from bidigest.model import Conflict, Point, Reading

LEAST_ALIKE = 0.5
"""Probability of making one claim, but for contrasts, from which a pair is looked at closely."""

_APART = 2.0
"""What a contrast weighs against belonging together, in probabilities above the middle."""

_MOST = 2
"""Sentences that a document must deny at least for its others to leave the group too."""

Contrasts = Mapping[tuple[int, int], Contrast]
"""Of pairs of sentences, by their numbers (smaller, greater)."""


def contrasts_of(corpus: Corpus) -> Contrasts:
    """Find the pairs, each of two sources, that sound alike and are set apart by what they say."""
    pairs = sorted(pair for pair, _ in pairs_alike_without(corpus, OPPOSITES, LEAST_ALIKE))
    found = {(i, j): contrast(analysed(corpus, i), analysed(corpus, j)) for i, j in pairs}
    return {pair: each for pair, each in found.items() if each}


def analysed(corpus: Corpus, number: int) -> Analysis:
    """Analyse a sentence of the corpus, given by its number, for contrasts."""
    index, sentence = corpus.sentences[number]
    document = corpus.documents[index]
    return analyse(document.quote(sentence.span), str(document.metadata.get("date", "")))


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
    concerned = {number for pair in contrasts for number in pair}
    found: list[tuple[int, ...]] = []
    for group in groups:
        mixed = sum(number in concerned for number in group) > 1
        found += _sides(group, agreements, contrasts) if mixed else [group]
    if documents:
        deniers = _deniers(contrasts, documents)
        found = [part for group in found for part in _without_deniers(group, deniers, documents)]
    return largest(found)


def _deniers(contrasts: Contrasts, documents: Sequence[int]) -> Mapping[int, set[int]]:
    """Collect the documents that deny each sentence."""
    found: dict[int, set[int]] = {}
    for one, other in _opposed(contrasts):
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

    Who agrees most comes first; each joins those with whom it agrees most, if any.
    """

    def bond(one: int, other: int) -> float:
        pair = min(one, other), max(one, other)
        return -_APART if pair in contrasts else agreements.get(pair, 0.0)

    if not any((i, j) in contrasts for i in group for j in group):
        return [tuple(group)]
    sums = {i: sum(bond(i, j) for j in group if j != i) for i in group}
    sides: list[list[int]] = []
    for number in sorted(group, key=lambda i: (-round(sums[i], 6), i)):
        bonds = [sum(bond(number, member) for member in side) for side in sides]
        best = max(range(len(sides)), key=lambda at: (bonds[at], -at), default=None)
        if best is None or bonds[best] < 0:
            sides.append([number])
        else:
            sides[best].append(number)
    return [tuple(sorted(side)) for side in sides]


def answered(groups: Groups, order: Sequence[int], contrasts: Contrasts) -> frozenset[int]:
    """Find the groups that mostly deny what one before them says, in the order of their worth.

    Args:
        groups: of sentences, by number.
        order: the groups' indexes, best first.
        contrasts: of pairs of sentences.
    """
    place = {group: at for at, group in enumerate(order)}
    holding: dict[int, list[int]] = {}
    for name, group in enumerate(groups):
        for number in group:
            holding.setdefault(number, []).append(name)
    denying: dict[int, set[int]] = {}
    for one, other in _opposed(contrasts):
        for mine, theirs in ((one, other), (other, one)):
            for name in holding.get(mine, ()):
                if any(place[before] < place[name] for before in holding.get(theirs, ())):
                    denying.setdefault(name, set()).add(mine)
    return frozenset(n for n, members in denying.items() if 2 * len(members) >= len(groups[n]))


def _opposed(contrasts: Contrasts) -> Iterator[tuple[int, int]]:
    return (pair for pair, each in contrasts.items() if each.kind == "polarity")


def find_opposites(
    corpus: Corpus, points: Sequence[Point], contrasts: Contrasts
) -> tuple[Conflict, ...]:
    """Make conflicts of points that deny each other, one for the first of them with all others.

    Args:
        corpus: all sentences.
        points: all points.
        contrasts: of pairs of sentences.
    """
    cited = Cited.of(corpus, points)
    spoken: dict[int, dict[Key, Reading]] = {}
    for one, other in _opposed(contrasts):
        at, found = cited.facing(one, other), contrasts[one, other]
        if at is not None:
            readings = spoken.setdefault(at, {})
            for number, words in ((one, found.first), (other, found.second)):
                readings.setdefault(cited.keys[number], reading(corpus, number, words))
    return tuple(
        Conflict(points[at].id, in_citing_order(points[at], spoken[at]), "opposites")
        for at in sorted(spoken)
    )
