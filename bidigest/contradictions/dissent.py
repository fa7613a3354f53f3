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
    for ally in allies:
        for number in list(given)[:MOST_COMPARED]:
            theirs = source[number]
            if theirs in (source[representative], source[ally]) or theirs in found:
                continue
            pair = min(ally, number), max(ally, number)
            against = stated.intersection(disputed.get(pair, ()))
            if any((theirs, each) not in said for each in against):
                found.add(theirs)
    return frozenset(found)
