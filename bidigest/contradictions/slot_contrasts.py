"""Sentences that give one event another cause, place or way, though all else may be alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bidigest.contradictions.ablation import OPPOSITES, pairs_alike_without
from bidigest.contradictions.opposites import analysed
from bidigest.contradictions.sentence_pairs import Contrasts, partners_of
from bidigest.contrasts.contrast import Contrast
from bidigest.contrasts.told_otherwise import told_alike, told_otherwise
from bidigest.corpus import Corpus

_LEAST_ALIKE = 0.35
"""Probability of making one claim, but for opposites, from which two sentences tell one event."""


def slot_contrasts(corpus: Corpus) -> Contrasts:
    """Find pairs of sentences, each of two sources, that give one event another cause or place."""
    pairs = sorted(pair for pair, _ in pairs_alike_without(corpus, OPPOSITES, _LEAST_ALIKE))
    partners = partners_of(pairs)
    return {
        (one, other): Contrast("polarity", *places)
        for one, other in pairs
        if (places := told_otherwise(analysed(corpus, one), analysed(corpus, other)))
        and not _is_told_by(corpus, one, other, partners)
        and not _is_told_by(corpus, other, one, partners)
    }


def _is_told_by(
    corpus: Corpus, one: int, other: int, partners: Mapping[int, Sequence[int]]
) -> bool:
    """Tell whether the source of another sentence gives one's cause or place as well.

    Args:
        corpus: all sentences.
        one: number of a sentence.
        other: of a sentence of another source.
        partners: with which others each sentence may make one claim.
    """
    source = corpus.sentences[other][0]
    said = [each for each in partners.get(one, ()) if corpus.sentences[each][0] == source]
    return any(told_alike(analysed(corpus, one), analysed(corpus, each)) for each in said)
