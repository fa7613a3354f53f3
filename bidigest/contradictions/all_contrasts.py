"""All contrasts of a corpus: of sentences that sound alike, and of those that share one fact only.

Of two sources with different dates the later may know of a decision that the earlier waits for.
"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contradictions.ablation import OPPOSITES, pairs_alike_without
from bidigest.contradictions.implied_dates import implied_dates
from bidigest.contradictions.opposites import analysed, contrasts_of
from bidigest.contradictions.sentence_pairs import Contrasts, Numbers
from bidigest.contradictions.slot_contrasts import slot_contrasts
from bidigest.contradictions.tallies import tally_contrasts
from bidigest.contrasts.awaited import awaited
from bidigest.contrasts.contrast import Contrast
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.unhurt import unhurt
from bidigest.corpus import Corpus
from bidigest.languages.folding import folded

_LEAST_ALIKE = 0.15
"""Probability of making one claim, but for opposites, from which who was hurt is of one event."""


def all_contrasts(corpus: Corpus) -> Contrasts:
    """Find what sets pairs of sentences apart, each of two sources.

    Args:
        corpus: all sentences, with the evidence of their pairs.
    """
    found = contrasts_of(corpus)
    kept = {pair: each for pair, each in found.items() if not _is_development(corpus, pair, each)}
    kept |= implied_dates(corpus, kept)
    return {**dict(_unhurt(corpus)), **tally_contrasts(corpus), **slot_contrasts(corpus), **kept}


def _is_development(corpus: Corpus, pair: Numbers, found: Contrast) -> bool:
    """Tell whether a decision was awaited on one day, and told on another."""
    days = {corpus.documents[corpus.sentences[number][0]].date for number in pair} - {None}
    if found.kind != "polarity" or len(days) < len(pair):
        return False
    one, other = (analysed(corpus, number) for number in pair)
    return awaited(one, other) == (found.first, found.second)


def _unhurt(corpus: Corpus) -> Iterator[tuple[Numbers, Contrast]]:
    none, some = _telling(corpus, "nobody hurt"), _telling(corpus, "somebody hurt")
    pairs = pairs_alike_without(corpus, OPPOSITES, _LEAST_ALIKE) if none and some else ()
    for pair in sorted(pair for pair, _ in pairs):
        if not none.isdisjoint(pair) and not some.isdisjoint(pair):
            one, other = (analysed(corpus, number) for number in pair)
            if places := unhurt(one, other):
                yield pair, Contrast("polarity", *places)


def _telling(corpus: Corpus, kind: str) -> frozenset[int]:
    """List the sentences with a cue, by their numbers, before any is taken apart."""
    return frozenset(
        number
        for number, (source, sentence) in enumerate(corpus.sentences)
        if pattern(kind).search(folded(corpus.documents[source].quote(sentence.span)))
    )
