"""A sentence that says again what its source says in a point, with a figure that contradicts it.

Such a sentence often makes several claims and stands in the point of another one; then nobody
would see that the figures cannot both be right. So it joins the point too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from bidigest.clustering.overlapping_membership import Groups, holders, largest
from bidigest.contradictions.conflicts import MOST_CLAIMS
from bidigest.contradictions.quantity_claims import Claim, contradictions, counted_as, likeness
from bidigest.corpus import Corpus
from bidigest.quantities import agree

_MOST_OF_A_SOURCE = 100
"""Sentences with figures of a source that are held against each other: its first."""

_SAID_AGAIN = 0.45
"""How much two figures' clauses must have in common for the one to say the other again."""


def with_contradictions(groups: Groups, corpus: Corpus) -> Groups:
    """The groups, with who contradicts in other words what another source says in them."""
    members = [set(group) for group in groups]
    figured = [_figured(group, corpus) for group in groups]
    holding = holders(groups)
    for sentence, restated in (*_restated(corpus), *_said_again(corpus)):
        for name in holding.get(restated, ()):
            if sentence not in members[name] and _contradicts(corpus, sentence, figured[name]):
                members[name].add(sentence)
    return largest([tuple(sorted(group)) for group in members])


def _figured(group: Sequence[int], corpus: Corpus) -> list[int]:
    """Of a group, as many sentences with figures as are held against each other later on."""
    return [number for number in group if corpus.sentences[number][1].figures][:MOST_CLAIMS]


def _restated(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Pairs of one source that very probably make the same claim, both ways, if with figures."""
    matches = corpus.matches
    documents = np.array([index for index, _ in corpus.sentences], dtype=np.int64)
    figured = np.array([bool(sentence.figures) for _, sentence in corpus.sentences], dtype=bool)
    same = documents[matches.first] == documents[matches.second]
    strong = same & (matches.scores >= corpus.parameters.strong)
    for one, other in ((matches.first, matches.second), (matches.second, matches.first)):
        rows = np.flatnonzero(strong & figured[one])
        yield from zip(one[rows].tolist(), other[rows].tolist(), strict=True)


def _said_again(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Pairs of one source, both ways, whose figures agree and are of one thing by their clauses.

    A long sentence that makes several claims is like none of them as a whole.
    """
    of_source: dict[int, list[int]] = {}
    for number, (source, sentence) in enumerate(corpus.sentences):
        if sentence.figures:
            of_source.setdefault(source, []).append(number)
    for numbers in of_source.values():
        for one, other in combinations(numbers[:_MOST_OF_A_SOURCE], 2):
            if _agree(claim(corpus, one), claim(corpus, other)):
                yield from ((one, other), (other, one))


def _agree(one: Claim, other: Claim) -> bool:
    return any(
        agree(figure, counted_as(figure, its)) and likeness(one, figure, other, its) >= _SAID_AGAIN
        for figure in one.figures
        for its in other.figures
    )


def _contradicts(corpus: Corpus, sentence: int, group: Sequence[int]) -> bool:
    source, mine = corpus.sentences[sentence][0], claim(corpus, sentence)
    others = (number for number in group if corpus.sentences[number][0] != source)
    return any(contradictions(mine, claim(corpus, number)) for number in others)


def claim(corpus: Corpus, number: int) -> Claim:
    """What a sentence of the corpus claims."""
    index, sentence = corpus.sentences[number]
    return Claim.of(corpus.documents[index].quote(sentence.span), sentence.span, sentence.figures)
