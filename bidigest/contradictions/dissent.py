"""Dissent: sources that give another figure than the representative of their point."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bidigest.contradictions.quantity_claims import Amount, amount
from bidigest.corpus import Corpus

Disputed = Mapping[tuple[int, int], Collection[Amount]]
"""Of pairs of sentences (smaller, greater) the amounts on which they do not agree."""

MOST_COMPARED = 40
"""Of a group's sentences, how many are held against the one that speaks for it."""
MOST_ALLIES = 6
"""Of those that give a figure of the speaker's, how many are asked: their words may be nearer."""

LEAST_TELLING = 20
"""A figure from which it is hardly by chance that two sources of a point give it."""


def dissenting(
    corpus: Corpus,
    representative: int,
    group: Sequence[int],
    disputed: Disputed,
) -> frozenset[int]:
    """Find the sources of a group, by index, whose figures are not those of its representative.

    Figures of two days or years are no conflict, and no agreement either. Who also gives the
    representative's figure, as others may give both, is not among them.

    Args:
        corpus: whose sentences the group names.
        representative: the representative, one of the group.
        group: numbers of sentences.
        disputed: of pairs of sentences, by their numbers, the figures in which they are known to
            contradict each other.
    """
    given = {
        n: frozenset(map(amount, figures))
        for n in (representative, *group)
        if (figures := corpus.sentences[n][1].figures)
    }
    source = {n: corpus.sentences[n][0] for n in given}
    stated = given.get(representative, frozenset())
    said = {(source[n], each) for n in given for each in given[n]}
    allies = [n for n in given if given[n] & stated][:MOST_ALLIES]
    found: set[int] = set()
    theirs: set[Amount] = set()
    for ally in allies:
        for number in list(given)[:MOST_COMPARED]:
            other = source[number]
            if other in (source[representative], source[ally]):
                continue
            differing = disputed.get((min(ally, number), max(ally, number)), ())
            if any((other, each) not in said for each in stated.intersection(differing)):
                found.add(other)
                theirs.update(given[number].intersection(differing))
    return frozenset(found | _of_one_mind(given, source, stated, theirs))


def _of_one_mind(
    given: Mapping[int, frozenset[Amount]],
    source: Mapping[int, int],
    stated: frozenset[Amount],
    theirs: Collection[Amount],
) -> set[int]:
    """Find the sources that give a figure of those that are known to dissent, and none stated.

    Their own words may be too far from the representative's to be held against them.
    """
    agreeing = {source[n] for n in given if given[n] & stated}
    telling = {each for each in theirs if each not in stated and each[1] >= LEAST_TELLING}
    return {source[n] for n in given if given[n] & telling} - agreeing
