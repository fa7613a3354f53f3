"""Actors: of whom two clauses say what their poles say, as far as it stands before them.

Her lawyer denied the charges; her partner admitted them: nobody contradicts anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.overlap import content
from bidigest.contrasts.poles import Pole
from bidigest.contrasts.word_similarity import alike
from bidigest.contrasts.words import Word
from bidigest.languages.zh.scripts import has_chinese


def of_other_actors(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether both poles are said of somebody whom the other sentence does not name.

    Of two languages that cannot be told: a striker has many names in either. Of what is bought or
    sold by nobody that is named, it is always so.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    across = has_chinese(a.low) != has_chinese(b.low)
    ours, theirs = _actors(a, one), _actors(b, other)
    if one.about == _TRADE and not (ours and theirs and _has_object(a, one, b, other)):
        return True
    if across:
        return one.about == _TRADE and one.turned == other.turned
    return bool(ours and theirs) and not (_named(ours, b) or _named(theirs, a))


def _has_object(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether something follows both verbs, in English: bottles sold in shops sell nothing."""
    behind = pattern("without object")
    return not (behind.match(a.low, one.end) or behind.match(b.low, other.end))


_TRADE = "trade"
"""What one sells another buys: that is an opposite of one and the same actor only."""


_OF_THINGS = ("jobs", _TRADE)
"""What is done to a thing that both must name: who sells servers may well buy a company."""

_OBJECT = 2
"""Words of content behind a pole among which stands what it is done to."""


def of_other_objects(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether two English poles are said of two things, named behind them.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    if one.about not in _OF_THINGS or has_chinese(a.low) or has_chinese(b.low):
        return False
    ours, theirs = _objects(a, one), _objects(b, other)
    alike_ones = (alike(w.term, theirs_.term) for w in ours for theirs_ in theirs)
    return bool(ours and theirs) and not any(alike_ones)


def _objects(a: Analysis, pole: Pole) -> list[Word]:
    behind = [w for w in content(a, pole.clause, True) if w.start >= pole.end]
    return behind[:_OBJECT]


def _actors(a: Analysis, pole: Pole) -> list[Word]:
    """List the words before a pole in its clause; none of what is done to somebody.

    Who it is that a company, a ministry or people are, the other sentence may tell by name.
    """
    before = [w for w in content(a, pole.clause, True) if w.end <= pole.start]
    said = [word for word in before if word.start not in a.framing]
    start = min((w.start for w in a.words if w.clause == pole.clause), default=pole.start)
    passive = pattern("passive").search(a.low, start, pole.end)
    anybody = any(pattern("anybody").fullmatch(word.text) for word in said)
    return [] if passive or anybody else said


def _named(words: Sequence[Word], b: Analysis) -> bool:
    return any(alike(w.term, theirs.term) for w in words for theirs in content(b, None, True))
