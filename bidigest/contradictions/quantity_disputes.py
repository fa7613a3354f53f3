"""Which sentences give figures of one thing that cannot both be right, wherever they stand.

Pairs are asked for as if nobody had looked at figures, since these keep sentences apart. Sentences
of one source are not held against each other: who writes two figures a line apart means two
things. Neither are figures that both sources give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain

import numpy as np

from bidigest.contradictions.figure_evidence import Alike
from bidigest.contradictions.figured_pairs import figured_pairs, nearness
from bidigest.contradictions.given_amounts import Given
from bidigest.contradictions.of_other_matters import of_other_matters
from bidigest.contradictions.paired_quantities import marked, marks_of_one_thing, pairs_of_one_thing
from bidigest.contradictions.quantity_claims import Amount, Claim, Pair, amount, counted_as
from bidigest.contradictions.restatements import SAID_AGAIN, claim, restated
from bidigest.contradictions.same_referent import (
    LEAST,
    LEAST_DIFFERING,
    LEAST_RESTATED,
    at_other_times,
)
from bidigest.contradictions.sentence_pairs import Contrasts, Numbers, numbers_of
from bidigest.contrasts.quantity_roles import in_common
from bidigest.corpus import Corpus
from bidigest.model import Quantity
from bidigest.quantities.agreement import agree
from bidigest.sharding.shards import value_finder
from bidigest.sparse.matrices import Floats, Integers


@dataclass(frozen=True, slots=True)
class Disputes:
    """Figures of one thing that differ."""

    contradicting: tuple[tuple[Numbers, Pair], ...] = ()
    """Those that cannot both be right."""
    differing: Mapping[Numbers, frozenset[Amount]] | None = None
    """Of pairs of sentences, the amounts on which they do not agree, be it of two days or years."""

    def amounts(self) -> Mapping[Numbers, frozenset[Amount]]:
        """Map each pair of sentences to the amounts on which they do not agree."""
        return self.differing or {}


def disputes_of(corpus: Corpus, contrasts: Contrasts) -> Disputes:
    """Find the disputes of all pairs of sentences, each of two sources."""
    claims = cache(partial(claim, corpus))
    pairs = figured_pairs(corpus)
    given = Given.of(corpus, pairs, claims)
    compared = chain(_compared(corpus, pairs, claims), _restated(corpus, pairs, claims))
    found: dict[tuple[Numbers, Pair], None] = {}
    differing: dict[Numbers, set[Amount]] = {}
    for pair, (one, other), surely in compared:
        ours, theirs = claims(pair[0]), claims(pair[1])
        if given.of_two_things(pair, (one, other)):
            continue
        differing.setdefault(pair, set()).update((amount(one), amount(other)))
        apart = contrasts.get(pair)
        told = surely and (apart is None or apart.kind in ("entity", "date"))
        if (
            told
            and not at_other_times(ours, one, theirs, other)
            and not of_other_matters(ours, one, theirs, other)
            and not given.told_apart(pair, (one, other))
        ):
            found[pair, (one, other)] = None
    return Disputes(tuple(found), {pair: frozenset(amounts) for pair, amounts in differing.items()})


def _compared(
    corpus: Corpus, pairs: Mapping[Numbers, Alike], claims: Callable[[int], Claim]
) -> Iterator[tuple[Numbers, Pair, bool]]:
    """Yield figures that differ, and whether they are surely enough of one thing to be shown."""
    listed = list(pairs)
    first, second = np.array(listed, dtype=np.int64).reshape(-1, 2).T
    near = np.array([alike.pair for alike in pairs.values()], dtype=np.float64)

    def here(chosen: Integers) -> Floats:
        """Mark what figures of some of the pairs may be of one thing: float64, (n_chosen, 2)."""
        ends = np.unique(np.r_[first[chosen], second[chosen]])
        places = np.searchsorted(ends, first[chosen]), np.searchsorted(ends, second[chosen])
        return marks_of_one_thing([claims(number) for number in ends.tolist()], *places)

    some = value_finder(corpus.shards, here, marks_of_one_thing, claims, first, second, near)
    marks = corpus.memory.values("figures", first, second, some)
    for at in np.flatnonzero(marks.any(axis=1)).tolist():
        ours, theirs = map(claims, listed[at])
        among = marked(ours, theirs, marks[at].tolist())
        alike = pairs[listed[at]]
        for figures, probability in pairs_of_one_thing(ours, theirs, alike, LEAST_DIFFERING, among):
            yield listed[at], figures, probability >= LEAST


def _restated(
    corpus: Corpus, pairs: Mapping[Numbers, Alike], claims: Callable[[int], Claim]
) -> Iterator[tuple[Numbers, Pair, bool]]:
    """Yield disputes with a sentence that says again what its source says in wider terms.

    A long sentence that makes several claims is like none of them as a whole.
    """
    partners: dict[int, list[tuple[int, Alike]]] = {}
    for (first, second), alike in pairs.items():
        partners.setdefault(first, []).append((second, alike))
        partners.setdefault(second, []).append((first, alike))
    near = nearness(corpus)
    for sentence, said in restated(corpus):
        for partner, alike in partners.get(said, ()):
            known = pairs.get(numbers_of(sentence, partner))
            if known and known.pair > alike.pair:
                continue
            alike = replace(alike, near=near(sentence, partner))
            for (one, other), _ in pairs_of_one_thing(
                claims(sentence), claims(partner), alike, LEAST_RESTATED
            ):
                if _between(claims(sentence), one, claims(said), other):
                    figures = (one, other) if sentence < partner else (other, one)
                    yield numbers_of(sentence, partner), figures, True


def _between(claim: Claim, figure: Quantity, said: Claim, other: Quantity) -> bool:
    """Tell whether what is said again holds both figures: 50 to 70 percent holds 50 and 70."""
    return any(
        agree(figure, counted_as(figure, own))
        and agree(other, counted_as(other, own))
        and in_common(claim.analysis, figure.span, said.analysis, own.span) >= SAID_AGAIN
        for own in said.figures
    )


def different_rests(corpus: Corpus) -> Iterator[tuple[Numbers, Pair]]:
    """Yield pairs of sentences, of two sources, that leave different rests of one whole."""
    dividing = [
        (number, each)
        for number, (_, sentence) in enumerate(corpus.sentences)
        if sentence.figures
        for each in [claim(corpus, number)]
        if each.divisions
    ]
    for at, (one, ours) in enumerate(dividing):
        for other, theirs in dividing[at + 1 :]:
            if corpus.sentences[one][0] != corpus.sentences[other][0]:
                for figures in ours.divided_otherwise(theirs):
                    yield (one, other), figures
