"""Figures of a sentence that other sources of its point give as well.

A point stands under the number of its sources: what only one of them says is not for it to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bidigest.corpus import Corpus
from bidigest.features.statements import clauses_alone
from bidigest.model import Figure, Statement
from bidigest.quantities.agreement import agree
from bidigest.selection.representative import Voice

Shared = Mapping[int, tuple[Figure, ...]]
"""For each sentence of a point, by number, those of its figures that another source gives."""


def with_unshared(corpus: Corpus, voices: Sequence[Voice]) -> list[Voice]:
    """Count for each candidate of a point its figures that only its own source gives.

    Where no two sources agree on a figure, nothing is known of which are shared.
    """
    shared = shared_figures(corpus, voices)
    if not any(shared.values()):
        return list(voices)
    return [replace(each, unshared=each.figures - len(shared[each.sentence])) for each in voices]


def shared_figures(corpus: Corpus, voices: Sequence[Voice]) -> Shared:
    """Find for each candidate's sentence the figures with which one of another source's agrees."""
    said = [(voice.document, f) for voice in voices for f in _figures(corpus, voice)]
    return {
        voice.sentence: tuple(
            own
            for own in _figures(corpus, voice)
            if any(document != voice.document and agree(own, each) for document, each in said)
        )
        for voice in voices
    }


def shortened(corpus: Corpus, speaker: Voice, voices: Sequence[Voice]) -> Voice:
    """Shorten a representative by clauses whose figures only its own source gives.

    All of the figures that others give as well stay, and at least one must.

    Args:
        corpus: all sentences.
        speaker: the representative of the point.
        voices: all candidates of the point, the representative included.
    """
    if not (speaker.unshared and speaker.statement.alone):
        return speaker
    shared = shared_figures(corpus, voices)[speaker.sentence]
    own = [figure for figure in _figures(corpus, speaker) if figure not in shared]
    index, sentence = corpus.sentences[speaker.sentence]
    cuts = clauses_alone(corpus.documents[index], sentence)
    return replace(speaker, statement=_fewest(speaker.statement, cuts, shared, own))


def _fewest(
    whole: Statement, cuts: Iterable[Statement], shared: Sequence[Figure], own: Sequence[Figure]
) -> Statement:
    """Choose, of cuts with all shared figures of the whole, the one with fewest of its own."""
    kept = _within(whole, shared)
    if not kept:
        return whole
    able = [whole, *(cut for cut in cuts if _within(cut, shared) == kept)]
    return min(able, key=lambda each: _within(each, own))


def _within(statement: Statement, figures: Sequence[Figure]) -> int:
    """Count the figures that stand in the words of the statement."""
    spans = [figure.span for figure in figures]
    inside = (any(s.start <= f.start and f.end <= s.end for s in statement.spans) for f in spans)
    return sum(inside)


def _figures(corpus: Corpus, voice: Voice) -> tuple[Figure, ...]:
    return corpus.sentences[voice.sentence][1].figures
