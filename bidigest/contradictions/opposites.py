"""Opposites: sentences that sound alike and say opposite things, or the same of another time.

Pairs that the evidence would merge, but for what tells them apart, are looked at closely. Who
says the opposite of a cluster leaves it; the two clusters are shown as a conflict, with the words
that say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial

import numpy as np

from bidigest.clustering.groups import Groups
from bidigest.contradictions.ablation import OPPOSITES, pairs_alike_without
from bidigest.contradictions.cited_sentences import Cited, Key, in_citing_order, reading
from bidigest.contradictions.contrast_rows import contrast_of, rows_of
from bidigest.contradictions.sentence_pairs import Contrasts, Numbers, opposed
from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.contrast import Contrast, contrast, near_contrast, near_date
from bidigest.corpus import Corpus
from bidigest.matching.evidence import kind_names
from bidigest.model import Conflict, Point, Reading
from bidigest.sharding.shards import divided
from bidigest.sparse.matrices import Floats, Integers
from bidigest.text.tokens import has_chinese

LEAST_ALIKE = 0.45
"""Probability of making one claim, but for contrasts, from which a pair is looked at closely."""

LEAST_WITH_POLES = 0.18
"""The same where words are opposites: short sentences that say opposite things are less alike,
most of all across languages."""

ENOUGH = 1.0
"""What that probability and the share of words in common of the clauses then sum up to."""

ENOUGH_ACROSS = 0.8
"""The same of two languages."""

LEAST_NEAR = 0.6
"""The same of opposites in sentences that share few words."""

LEAST_FOR_DATES = 0.75
"""The same of sentences that name two dates of one thing; things of one kind have many."""


_MOST_KEPT = 16_384
"""Sentences of which is known at once how they were taken apart; each stands in some 20 pairs."""


def contrasts_of(corpus: Corpus) -> Contrasts:
    """Find the pairs, each of two sources, that sound alike and are set apart by what they say."""
    evidence = corpus.matches.evidence
    with_poles = evidence.values[:, kind_names().index("opposite poles")] > 0
    least = np.where(with_poles, LEAST_WITH_POLES, LEAST_ALIKE)
    pairs = sorted(pairs_alike_without(corpus, OPPOSITES, least))
    first, second = np.array([pair for pair, _ in pairs], dtype=np.int64).reshape(-1, 2).T

    known = lru_cache(maxsize=_MOST_KEPT)(partial(analysed, corpus))

    def here(chosen: Integers) -> Floats:
        """Find the contrasts of some of the pairs in this process: float64, (n_chosen, 6)."""
        return rows_of(contrast(*map(known, pairs[at][0])) for at in chosen.tolist())

    near = np.array([alike for _, alike in pairs], dtype=np.float64)
    dated = partial(_dated, corpus)
    some = divided(corpus.shards, here, contrasts_of_texts, dated, first, second, near)
    rows = corpus.memory.values("contrasts", first, second, some).tolist()
    found = {
        pair: _weighed(corpus, pair, contrast_of(row), alike)
        for (pair, alike), row in zip(pairs, rows, strict=True)
    }
    return {pair: each for pair, each in found.items() if each}


def contrasts_of_texts(
    dated: Sequence[tuple[str, str | None]], first: Integers, second: Integers
) -> Floats:
    """Find the contrasts of pairs of texts.

    Args:
        dated: texts, each with the date of its source.
        first: int64, (n_pairs,), places among the texts.
        second: int64, (n_pairs,).

    Returns:
        float64, (n_pairs, 6), as `rows_of` has them.
    """
    known = [analyse(text, date) for text, date in dated]
    ends = zip(first.tolist(), second.tolist(), strict=True)
    return rows_of(contrast(known[one], known[other]) for one, other in ends)


def _dated(corpus: Corpus, number: int) -> tuple[str, str | None]:
    """Return all that a sentence's part in its contrasts hangs on."""
    return _text(corpus, number), corpus.documents[corpus.sentences[number][0]].date


def _weighed(
    corpus: Corpus, pair: Numbers, found: Contrast | None, alike: float
) -> Contrast | None:
    """Drop or weaken a contrast of sentences that are not that much alike."""
    if found and found.kind in ("date", "time"):
        ours, theirs = analysed(corpus, pair[0]), analysed(corpus, pair[1])
        dated = near_date(ours, theirs) if alike >= LEAST_FOR_DATES else None
        found = dated or replace(found, kind="time")
    if found is None and alike >= LEAST_NEAR:
        return near_contrast(analysed(corpus, pair[0]), analysed(corpus, pair[1]))
    if found is None or alike >= LEAST_ALIKE:
        return found
    across = len({has_chinese(_text(corpus, number)) for number in pair}) > 1
    enough = ENOUGH_ACROSS if across else ENOUGH
    return found if found.overlap and alike + found.overlap >= enough else None


def _text(corpus: Corpus, number: int) -> str:
    index, sentence = corpus.sentences[number]
    return corpus.documents[index].quote(sentence.span)


def analysed(corpus: Corpus, number: int) -> Analysis:
    """Analyse a sentence of the corpus, given by its number, for contrasts."""
    index, sentence = corpus.sentences[number]
    document = corpus.documents[index]
    text, known = document.quote(sentence.span), corpus.analyses.get(number)
    # Without markup and `last year` it is what matching has analysed already.
    return known if known and known.is_of(text, document.date) else analyse(text, document.date)


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
    for one, other in opposed(contrasts):
        for mine, theirs in ((one, other), (other, one)):
            for name in holding.get(mine, ()):
                if any(place[before] < place[name] for before in holding.get(theirs, ())):
                    denying.setdefault(name, set()).add(mine)
    return frozenset(n for n, members in denying.items() if 2 * len(members) >= len(groups[n]))


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
    for one, other in opposed(contrasts):
        at, found = cited.facing(one, other), contrasts[one, other]
        if at is not None:
            readings = spoken.setdefault(at, {})
            for number, words in ((one, found.first), (other, found.second)):
                readings.setdefault(cited.keys[number], reading(corpus, number, words))
    return tuple(
        Conflict(points[at].id, in_citing_order(points[at], spoken[at]), "opposites")
        for at in sorted(spoken)
    )
