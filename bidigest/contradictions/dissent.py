"""Who gives another figure than the sentence that speaks for a point: he does not agree with it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bidigest.contradictions.quantity_claims import amount, contradictions
from bidigest.contradictions.restatements import claim
from bidigest.corpus import Corpus

MOST_COMPARED = 40
"""Of a group's sentences, how many are held against the one that speaks for it."""


def dissenting(
    corpus: Corpus,
    speaker: int,
    group: Sequence[int],
    disputed: Collection[tuple[int, int]],
    origin: Sequence[int],
) -> frozenset[int]:
    """The sources of a group, by their indices, whose figures are not those of its speaker.

    Figures of two days or years are no conflict, and no agreement either.

    Who also gives the speaker's figure, as others may give both, is not among them.

    Args:
        corpus: Whose sentences the group names.
        speaker: One of the group.
        group: Numbers of sentences.
        disputed: Pairs of sentences, by their numbers in the run, that are known to contradict
            each other.
        origin: The number in the run of each sentence of the corpus.
    """
    mine, source = claim(corpus, speaker), corpus.sentences[speaker][0]
    others = [
        n for n in group if corpus.sentences[n][0] != source and corpus.sentences[n][1].figures
    ]
    given = {
        (corpus.sentences[n][0], amount(figure))
        for n in others
        for figure in claim(corpus, n).figures
    }
    found: set[int] = set()
    for number in others[:MOST_COMPARED] if mine.figures else ():
        theirs = corpus.sentences[number][0]
        pair = sorted((origin[speaker], origin[number]))
        against = [one for one, _ in contradictions(mine, claim(corpus, number), True)]
        if (pair[0], pair[1]) in disputed or any(
            (theirs, amount(figure)) not in given for figure in against
        ):
            found.add(theirs)
    return frozenset(found)
