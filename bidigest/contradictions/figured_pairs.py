"""Pairs of sentences of two sources that give figures which may be of one thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from bidigest.contradictions.ablation import FIGURES, pairs_alike_without
from bidigest.contradictions.clause_meaning import ClauseMeanings
from bidigest.contradictions.figure_evidence import Alike
from bidigest.contradictions.sentence_pairs import Numbers
from bidigest.contrasts.counted import same_counted
from bidigest.corpus import Corpus
from bidigest.quantities.agreement import kind
from bidigest.quantities.units import is_count

LEAST_ALIKE = 0.2
"""Probability of making one claim, but for the figures, from which two sentences are compared."""


def figured_pairs(corpus: Corpus) -> Mapping[Numbers, Alike]:
    """Find pairs of sentences of two sources that may be of one thing and both give figures."""
    scores = {
        pair: score
        for pair, score in sorted(pairs_alike_without(corpus, FIGURES, LEAST_ALIKE))
        if all(corpus.sentences[number][1].figures for number in pair)
    }
    best: dict[Numbers, float] = {}
    for pair, score in scores.items():
        if _counts_one_kind(corpus, pair):
            for key in _keys(corpus, pair):
                best[key] = max(best.get(key, 0.0), score)
    near = nearness(corpus)
    return {
        pair: Alike(score, max(best.get(key, score) for key in _keys(corpus, pair)), near(*pair))
        for pair, score in scores.items()
    }


def _counts_one_kind(corpus: Corpus, pair: Numbers) -> bool:
    """Tell whether two sentences give figures that may be of one thing: an age is no count."""
    ours, theirs = (dict.fromkeys(f.unit for f in corpus.sentences[n][1].figures) for n in pair)
    return any(_may_be_one(one, other) for one in ours for other in theirs)


@lru_cache(maxsize=4096)
def _may_be_one(unit: str, other: str) -> bool:
    counts = is_count(unit) and is_count(other)
    return kind(unit) == kind(other) or (counts and same_counted(unit, other))


Near = Callable[[str, str], float] | None
"""How near in meaning, as a cosine, the clauses of two sentences are that hold these words, one of
each; None where sentences have no vectors."""


def nearness(corpus: Corpus) -> Callable[[int, int], Near]:
    """Return what tells of two sentences how near the clauses are that hold words of them."""
    meanings = ClauseMeanings.of(corpus)
    if meanings is None:
        return lambda _one, _other: None
    return partial(partial, meanings.cosine)


def _keys(corpus: Corpus, pair: Numbers) -> tuple[Numbers, Numbers]:
    """Return each of the two sentences with the other's source."""
    one, other = pair
    return (one, corpus.sentences[other][0]), (other, corpus.sentences[one][0])
