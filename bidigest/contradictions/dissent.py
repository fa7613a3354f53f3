"""Who gives another figure than the sentence that speaks for a point: he does not agree with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bidigest.contradictions.quantity_claims import amount, contradictions
from bidigest.contradictions.restatements import claim
from bidigest.corpus import Corpus

Amount = tuple[str, float, float]
Disputed = Mapping[tuple[int, int], Collection[Amount]]
"""Of pairs of sentences (smaller, greater) the amounts on which they do not agree."""

MOST_COMPARED = 40
"""Of a group's sentences, how many are held against the one that speaks for it."""
MOST_ALLIES = 6
"""Of those that give a figure of the speaker's, how many are asked: their words may be nearer."""


def dissenting(
    corpus: Corpus,
    speaker: int,
    group: Sequence[int],
    disputed: Disputed,
    origin: Sequence[int],
) -> frozenset[int]:
    """The sources of a group, by their indices, whose figures are not those of its speaker.

    Figures of two days or years are no conflict, and no agreement either.

    Who also gives the speaker's figure, as others may give both, is not among them.

    Args:
        corpus: Whose sentences the group names.
        speaker: One of the group.
        group: Numbers of sentences.
        disputed: Of pairs of sentences, by their numbers in the run, the figures in which they
            are known to contradict each other.
        origin: The number in the run of each sentence of the corpus.
    """
    claims = {n: claim(corpus, n) for n in (speaker, *group) if corpus.sentences[n][1].figures}
    source = {n: corpus.sentences[n][0] for n in claims}
    stated = set(map(amount, claims[speaker].figures)) if speaker in claims else set()
    given = {n: set(map(amount, claims[n].figures)) for n in claims}
    said = {(source[n], figure) for n in claims for figure in given[n]}
    allies = [n for n in claims if given[n] & stated][:MOST_ALLIES]
    found: set[int] = set()
    for ally in allies:
        for number in list(claims)[:MOST_COMPARED]:
            theirs = source[number]
            if theirs in (source[speaker], source[ally]) or theirs in found:
                continue
            pair = min(origin[ally], origin[number]), max(origin[ally], origin[number])
            against = [one for one, _ in contradictions(claims[ally], claims[number], True)]
            if not stated.isdisjoint(disputed.get(pair, ())) or any(
                amount(figure) in stated and (theirs, amount(figure)) not in said
                for figure in against
            ):
                found.add(theirs)
    return frozenset(found)
