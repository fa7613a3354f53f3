"""Figures that cannot both be right and stand in different points, as their difference keeps them
apart; or in one, in words that have too little in common for their clauses to tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

from bidigest.contradictions.cited_sentences import Cited, Key, in_citing_order, reading
from bidigest.contradictions.likeness import FIGURES, alike_but_for
from bidigest.contradictions.opposites import Contrasts
from bidigest.contradictions.quantity_claims import (
    Claim,
    Pair,
    amount,
    contradictions,
    counted_as,
    moved,
)
from bidigest.contradictions.restatements import claim
from bidigest.contrasts import analyse
from bidigest.contrasts.figure_roles import of_different_things
from bidigest.corpus import Corpus
from bidigest.model import Conflict, Figure, Point, Reading, Span
from bidigest.quantities import agree, contradict
from bidigest.quantities.units import is_time
from bidigest.text.clauses import clause

Disputes = Sequence[tuple[tuple[int, int], Pair]]
"""Pairs of sentences, by their numbers (smaller, greater), with a figure of each."""

LEAST_ALIKE = 0.75
"""Probability of making one claim, but for the figures, from which they are compared."""

SURE = 0.85
"""The same from which the only figures of a unit are of one thing, whatever their clauses say."""


def find_disputed(
    corpus: Corpus, points: Sequence[Point], disputes: Disputes
) -> tuple[Conflict, ...]:
    """A conflict a point: with figures of sentences that would be of it, did they not differ."""
    cited = Cited.of(corpus, points)
    spoken: dict[int, dict[Key, Reading]] = {}
    for (one, other), (first, second) in disputes:
        at = cited.together(one, other)
        at = cited.facing(one, other) if at is None else at
        if at is not None:
            readings = spoken.setdefault(at, {})
            for number, figure in ((one, first), (other, second)):
                readings.setdefault(cited.keys[number], _reading(corpus, number, figure))
    return tuple(
        Conflict(points[at].id, in_citing_order(points[at], spoken[at])) for at in sorted(spoken)
    )


def disputes_of(corpus: Corpus, contrasts: Contrasts) -> Disputes:
    """The pairs of sentences that give figures which cannot both be right."""
    return tuple(_disputed(corpus, contrasts))


def amounts(disputes: Disputes) -> dict[tuple[int, int], set[tuple[str, float, float]]]:
    """Of each of the pairs, the amounts on which they do not agree."""
    found: dict[tuple[int, int], set[tuple[str, float, float]]] = {}
    for pair, figures in disputes:
        found.setdefault(pair, set()).update(map(amount, figures))
    return found


def _disputed(corpus: Corpus, contrasts: Contrasts) -> Iterator[tuple[tuple[int, int], Pair]]:
    """Pairs of sentences with two figures, of which neither source gives the other's too."""
    given = _given(corpus)
    claims = cache(partial(claim, corpus))
    for (one, other), score in sorted(alike_but_for(corpus, FIGURES, LEAST_ALIKE)):
        sources = corpus.sentences[one][0], corpus.sentences[other][0]
        figured = corpus.sentences[one][1].figures and corpus.sentences[other][1].figures
        if not figured or _same_figures(corpus, one, other) or (one, other) in contrasts:
            continue
        ours, theirs = claims(one), claims(other)
        found = contradictions(ours, theirs) or (_only(ours, theirs) if score >= SURE else ())
        for first, second in found:
            if amount(first) not in given[sources[1]] and (amount(second) not in given[sources[0]]):
                yield (one, other), (first, second)


def _same_figures(corpus: Corpus, one: int, other: int) -> bool:
    """Do both give the same, as copies do?"""
    figures = (corpus.sentences[number][1].figures for number in (one, other))
    ours, theirs = (frozenset(map(amount, each)) for each in figures)
    return ours == theirs


def _given(corpus: Corpus) -> Mapping[int, set[tuple[str, float, float]]]:
    """The figures of each source."""
    found: dict[int, set[tuple[str, float, float]]] = {}
    for source, sentence in corpus.sentences:
        found.setdefault(source, set()).update(map(amount, sentence.figures))
    return found


def _only(first: Claim, second: Claim) -> tuple[Pair, ...]:
    """Figures that cannot both be right, each the only one of its unit in its sentence."""
    one_text, other_text = analyse(first.text), analyse(second.text)
    return tuple(
        (one, other)
        for one in first.figures
        for other in second.figures
        if not is_time(one.unit)
        and contradict(one, counted_as(one, other))
        and first.is_rest(one) == second.is_rest(other)
        and _alone(one, second) == _alone(other, first) == 1
        and not first.circumstances(one).differ(second.circumstances(other))
        and not of_different_things(one_text, one.span, other_text, other.span)
    )


def _alone(figure: Figure, claim: Claim) -> int:
    """How many figures of a sentence can be held against this one."""
    others = [counted_as(figure, other) for other in claim.figures]
    return sum(agree(figure, other) or contradict(figure, other) for other in others)


def _reading(corpus: Corpus, number: int, figure: Figure) -> Reading:
    sentence = corpus.sentences[number][1]
    text = corpus.documents[corpus.sentences[number][0]].quote(sentence.span)
    words = clause(text, Span(0, len(text)), figure.span)
    return reading(corpus, number, words, moved(figure, sentence.span.start))
