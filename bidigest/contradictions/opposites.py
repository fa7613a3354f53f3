"""Opposites: sentences that sound alike and say opposite things, or the same of another time.

Pairs that the evidence would merge, but for what tells them apart, are looked at closely. Who
says the opposite of a cluster leaves it; the two clusters are shown as a conflict, with the words
that say it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np

from bidigest.clustering.groups import Groups
from bidigest.contradictions.ablation import OPPOSITES, pairs_alike_without
from bidigest.contradictions.cited_sentences import Cited, Key, in_citing_order, reading
from bidigest.contradictions.contrasts_of_texts import (
    Look,
    contrasts_of_texts,
    days_of_texts,
    doers_apart,
    doers_of_texts,
    near_contrasts_of_texts,
    near_dates_of_texts,
)
from bidigest.contradictions.sentence_pairs import Contrasts, Numbers, contrast_of, opposed, rows_of
from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.contrast import (
    Contrast,
    contrast,
    day_of_the_same,
    near_contrast,
    near_date,
)
from bidigest.contrasts.overlap import overlap
from bidigest.corpus import Corpus
from bidigest.languages.zh.scripts import has_chinese
from bidigest.matching.evidence import kind_names
from bidigest.model import Conflict, Point, Reading
from bidigest.sharding.pair_block import Measure
from bidigest.sharding.shards import value_finder
from bidigest.sparse.matrices import Floats, Integers


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when on pairs are looked at closely, by the probability of one claim but for contrasts.

    They are set by hand; `python -m benchmarks.opposite_thresholds` shows what each does on
    subjects with readings.
    """

    alike: float = 0.45
    with_poles: float = 0.18
    """The same where words are opposites: short sentences that say opposite things are less alike,
    most of all across languages."""
    with_overlap: float = 1.0
    """What that probability and the share of words in common of the clauses then sum up to."""
    with_overlap_across: float = 0.8
    """The same of two languages."""
    of_few_words: float = 0.45
    """The same of opposites in sentences that share few words."""
    of_doers: float = 0.25
    """The same of two who did one thing: that is not found by chance."""
    despite_times: float = 0.95
    """The same where these name other times, or other members of a set."""
    of_dates: float = 0.75
    """The same of sentences that name two dates of one thing; things of one kind have many."""
    of_days: float = 0.95
    """The same of sentences that name two days of what need not come about once only."""
    despite_names: float = 0.95
    """The same from which other names, or members of a set, part nothing in other words;"""
    same_words: float = 0.4
    """the share of words in common from which they do."""


DEFAULT_THRESHOLDS = Thresholds()

_MOST_KEPT = 16_384
"""Sentences of which is known at once how they were taken apart; each stands in some 20 pairs."""


def contrasts_of(corpus: Corpus, least: Thresholds = DEFAULT_THRESHOLDS) -> Contrasts:
    """Find the pairs, each of two sources, that sound alike and are set apart by what they say."""
    evidence = corpus.matches.evidence
    with_poles = evidence.values[:, kind_names().index("opposite poles")] > 0
    from_when = np.where(with_poles, least.with_poles, least.alike)
    pairs = sorted(pairs_alike_without(corpus, OPPOSITES, from_when))
    alike = dict(pairs)
    found = _looked_at(corpus, "contrasts", contrast, contrasts_of_texts, alike)
    dated = {
        p: a for p, a in pairs if a >= least.of_dates and (found[p] is None or _has_time(found[p]))
    }
    dates = _looked_at(corpus, "near dates", near_date, near_dates_of_texts, dated)
    sure = {p: a for p, a in dated.items() if a >= least.of_days and dates[p] is None}
    dates |= _looked_at(corpus, "days", day_of_the_same, days_of_texts, sure)
    for pair, each in found.items():
        if each is None:
            found[pair] = dates.get(pair)
        elif _has_time(each):
            found[pair] = dates.get(pair) or replace(each, kind="time")
    without = {p: a for p, a in pairs if a >= _least_of_few_words(found[p], least)}
    near = _looked_at(corpus, "near contrasts", near_contrast, near_contrasts_of_texts, without)
    weighed = {p: near.get(p) or _weighed(corpus, p, found[p], a, least) for p, a in pairs}
    parting = {
        p: each for p, each in weighed.items() if each and _parts(corpus, p, each, alike[p], least)
    }
    return {**parting, **_of_doers(corpus, alike, least)}


def _of_doers(corpus: Corpus, looked_at: Collection[Numbers], least: Thresholds) -> Contrasts:
    """Find who else did it in pairs that are less alike, beside those that were looked at."""
    scored = pairs_alike_without(corpus, OPPOSITES, least.of_doers)
    less = dict(sorted((pair, near) for pair, near in scored if pair not in looked_at))
    found = _looked_at(corpus, "doers", doers_apart, doers_of_texts, less)
    return {pair: each for pair, each in found.items() if each}


def _least_of_few_words(found: Contrast | None, least: Thresholds) -> float:
    """Return from when on opposites in few words are asked for, beside what was found."""
    if found is None:
        return least.of_few_words
    return least.despite_times if found.kind in ("time", "entity") else math.inf


def _parts(corpus: Corpus, pair: Numbers, found: Contrast, alike: float, least: Thresholds) -> bool:
    """Tell whether other names, or other members of a set, part a pair that is that much alike.

    Sentences of nearly the same words are of two things, if one name differs; in other words, of
    one thing, and the names (who is aged 58, who is seriously hurt) are of what either adds.
    """
    if found.kind != "entity" or alike < least.despite_names:
        return True
    one, other = (analysed(corpus, number) for number in pair)
    return overlap(one, None, other, None).mean >= least.same_words


def _has_time(found: Contrast | None) -> bool:
    return found is not None and found.kind in ("date", "time")


def _looked_at(
    corpus: Corpus,
    kind: str,
    look: Look,
    of_texts: Measure[tuple[str, str | None]],
    alike: Mapping[Numbers, float],
) -> dict[Numbers, Contrast | None]:
    """Look for contrasts of pairs; what the last run has found is taken from there.

    Args:
        corpus: all sentences.
        kind: by which what is found is kept.
        look: finds the contrast of two sentences.
        of_texts: the same for pairs of a block: float64, (n_pairs, 6).
        alike: the pairs, with how probably they make one claim but for contrasts.
    """
    listed = list(alike)
    first, second = np.array(listed, dtype=np.int64).reshape(-1, 2).T
    known = lru_cache(maxsize=_MOST_KEPT)(partial(analysed, corpus))

    def here(chosen: Integers) -> Floats:
        """Find the contrasts of some of the pairs in this process: float64, (n_chosen, 6)."""
        return rows_of(look(*map(known, listed[at])) for at in chosen.tolist())

    near = np.array(list(alike.values()), dtype=np.float64)
    dated = partial(_dated, corpus)
    some = value_finder(corpus.shards, here, of_texts, dated, first, second, near)
    rows = corpus.memory.values(kind, first, second, some).tolist()
    return {pair: contrast_of(row) for pair, row in zip(listed, rows, strict=True)}


def _dated(corpus: Corpus, number: int) -> tuple[str, str | None]:
    """Return all that a sentence's part in its contrasts hangs on."""
    return _text(corpus, number), corpus.documents[corpus.sentences[number][0]].date


def _weighed(
    corpus: Corpus, pair: Numbers, found: Contrast | None, alike: float, least: Thresholds
) -> Contrast | None:
    """Drop or weaken a contrast of sentences that are not that much alike."""
    if found is None or alike >= least.alike:
        return found
    across = len({has_chinese(_text(corpus, number)) for number in pair}) > 1
    enough = least.with_overlap_across if across else least.with_overlap
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


def denying_groups(groups: Groups, order: Sequence[int], contrasts: Contrasts) -> frozenset[int]:
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
    """Make conflicts of points that deny each other, one for each dispute.

    Args:
        corpus: all sentences.
        points: all points.
        contrasts: of pairs of sentences.
    """
    cited = Cited.of(corpus, points)
    spoken: dict[int, dict[Key, Reading]] = {}
    for (one, other), at in cited.disputed_at(opposed(contrasts), points).items():
        found, readings = contrasts[one, other], spoken.setdefault(at, {})
        for number, words in ((one, found.first), (other, found.second)):
            readings.setdefault(cited.keys[number], reading(corpus, number, words))
    return tuple(
        Conflict(points[at].id, in_citing_order(points[at], spoken[at]), "opposites")
        for at in sorted(spoken)
    )
