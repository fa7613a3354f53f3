"""What a conflict is about: the words of its first reading that another source says too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.overlap import content
from bidigest.contrasts.times import Time, other_day
from bidigest.contrasts.word_similarity import alike
from bidigest.contrasts.words import Word
from bidigest.languages.zh.scripts import has_chinese
from bidigest.languages.zh.segmentation import tagged
from bidigest.model import Conflict, Document, Reading, Span
from bidigest.model.digests import source_index
from bidigest.quantities.units import is_count

MOST = 6
"""Words that are named: more tell no better what it is about."""

_ENOUGH = 2
"""Words of the clause itself that do without those of the rest of the sentence."""


def with_shared_words(
    conflicts: Sequence[Conflict], documents: Sequence[Document]
) -> tuple[Conflict, ...]:
    """Add to conflicts what their readings have in common, beside what they differ in."""
    return tuple(replace(conflict, about=_about(conflict, documents)) for conflict in conflicts)


def _about(conflict: Conflict, documents: Sequence[Document]) -> tuple[str, ...]:
    first, *rest = conflict.readings
    others = [_analysed(r, documents) for r in rest if r.source != first.source]
    own = _analysed(first, documents)
    said = [w for w in _telling(first, own) if _is_said(w, others)]
    words = first.words or first.span
    start = words.start - first.span.start
    clause = Span(start, start + words.end - words.start)
    inside = [word for word in said if _within(word, own, clause)]
    told = inside if len(inside) >= _ENOUGH else said
    told = [word for word in told if _is_known(word, own)] or told
    places = [_whole_name(own, w) for w in told]
    dated = [t for t in own.times if clause.start <= t.start < clause.end]
    places += [Span.of(t) for t in dated if not any(_is_of_another(t, a) for a in others)]
    texts = (first.quote[place.start : place.end] for place in sorted(places))
    return tuple(dict.fromkeys(texts))[:MOST]


def _whole_name(a: Analysis, word: Word) -> Span:
    """Return where a word stands; of a piece of a foreign name, where all of that does."""
    for name in sorted(a.spelt, key=len, reverse=True):
        start = a.low.rfind(name, 0, word.start + len(name))
        if 0 <= start <= word.start and word.end <= start + len(name):
            return Span(start, start + len(name))
    return Span.of(word)


def _is_known(word: Word, a: Analysis) -> bool:
    """Tell whether a word tells something by itself: 支斜 is cut of 斜撑, and 开 may be anything.

    It does in the dictionary, or as a name.
    """
    if not has_chinese(word.text):
        return True
    known = len(word.text) > 1 and len(tagged(word.text, new_words=False)) == 1
    return known or a.is_of_name(word)


def _telling(reading: Reading, a: Analysis) -> list[Word]:
    """List the words that do more than tell who says it, or in which unit a figure is given."""
    figure = reading.figure
    unit = range(0)
    if figure and not is_count(figure.unit):
        start = figure.span.start - reading.span.start
        unit = range(start, start + figure.span.end - figure.span.start)
    return [
        word
        for word in content(a, None, True)
        if word.start not in a.framing and word.start not in unit
    ]


def _analysed(reading: Reading, documents: Sequence[Document]) -> Analysis:
    return analyse(reading.quote, documents[source_index(reading.source)].date)


def _is_of_another(time: Time, other: Analysis) -> bool:
    """Tell whether another reading names times of this kind, and all are other ones."""
    theirs = [each for each in other.times if (each.kind == "year") == (time.kind == "year")]
    return bool(theirs) and all(other_day(time, each) for each in theirs)


def _is_said(word: Word, others: Sequence[Analysis]) -> bool:
    return any(alike(word.term, theirs.term) for a in others for theirs in content(a, None, True))


def _within(word: Word, a: Analysis, words: Span) -> bool:
    """Tell whether a word stands in these words, or in the clause that holds them."""
    clauses = {w.clause for w in a.words if w.start < words.end and words.start < w.end}
    return word.clause in clauses
