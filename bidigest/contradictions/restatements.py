"""Restatements: sentences that say again what their source says in a point, with another figure.

Such a sentence often makes several claims and stands in the point of another one; then nobody
would see that the figures cannot both be right. So it joins the point too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

import numpy as np

from bidigest.clustering.groups import Groups, holders, largest
from bidigest.contradictions.quantity_claims import Claim, counted_as
from bidigest.contradictions.sentence_pairs import numbers_of
from bidigest.contrasts.quantity_roles import in_common
from bidigest.corpus import Corpus
from bidigest.quantities.agreement import agree

_MOST_OF_A_SOURCE = 100
"""Sentences with figures of a source that are held against each other: its first."""

SAID_AGAIN = 0.45
"""How much two figures' clauses must have in common for the one to say the other again."""


def with_contradictions(
    groups: Groups, corpus: Corpus, disputed: Collection[tuple[int, int]]
) -> Groups:
    """Add to groups the sentences that contradict in other words what other sources say there.

    Args:
        groups: of sentences, by number.
        corpus: all sentences.
        disputed: pairs of sentences whose figures cannot both be right.
    """
    members = [set(group) for group in groups]
    holding = holders(groups)
    for sentence, said in restated(corpus):
        for name in holding.get(said, ()):
            if sentence not in members[name] and _contradicts(sentence, groups[name], disputed):
                members[name].add(sentence)
    return largest([tuple(sorted(group)) for group in members])


def restated(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Yield pairs of sentences of one source, both ways, of which each says the other again."""
    yield from _restated(corpus)
    yield from _said_again(corpus)


def _restated(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Yield pairs of one source that very probably make the same claim with figures, both ways."""
    matches = corpus.matches
    documents = np.array([index for index, _ in corpus.sentences], dtype=np.int64)
    figured = np.array([bool(sentence.figures) for _, sentence in corpus.sentences], dtype=bool)
    same = documents[matches.first] == documents[matches.second]
    strong = same & (matches.scores >= corpus.parameters.strong)
    for one, other in ((matches.first, matches.second), (matches.second, matches.first)):
        rows = np.flatnonzero(strong & figured[one])
        yield from zip(one[rows].tolist(), other[rows].tolist(), strict=True)


def _said_again(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Yield pairs of one source, both ways, whose figures agree and are of one thing.

    A long sentence that makes several claims is like none of them as a whole.
    """
    of_source: dict[int, list[int]] = {}
    for number, (source, sentence) in enumerate(corpus.sentences):
        if sentence.figures:
            of_source.setdefault(source, []).append(number)
    for numbers in of_source.values():
        claims = [(number, claim(corpus, number)) for number in numbers[:_MOST_OF_A_SOURCE]]
        for (one, ours), (other, theirs) in combinations(claims, 2):
            if _agree(ours, theirs):
                yield from ((one, other), (other, one))


def _agree(one: Claim, other: Claim) -> bool:
    return any(
        agree(figure, counted_as(figure, its))
        and in_common(one.analysis, figure.span, other.analysis, its.span) >= SAID_AGAIN
        for figure in one.figures
        for its in other.figures
    )


def _contradicts(
    sentence: int, group: Sequence[int], disputed: Collection[tuple[int, int]]
) -> bool:
    return any(numbers_of(sentence, other) in disputed for other in group)


def claim(corpus: Corpus, number: int) -> Claim:
    """Make the claim of a sentence of the corpus."""
    index, sentence = corpus.sentences[number]
    document = corpus.documents[index]
    quote = document.quote(sentence.span)
    return Claim.of(quote, sentence.span, sentence.figures, document.date)
