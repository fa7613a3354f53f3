"""Corrections: what a sentence says is so not in one way but in another (by a cable, not by heat).

Who says the first way agrees with it, who says the one that is denied contradicts it, whatever else
both say in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import PolarityEvidence
from bidigest.contrasts.negation import NegationCue, sign
from bidigest.contrasts.overlap import content, overlap, same_word
from bidigest.contrasts.words import Word
from bidigest.model import Span

_LEAST_WORDS = 1.7
"""Words that the sentences must have in common: what is denied, and of what."""

_LONGEST = 4
"""Words of content that a way, place or cause is named by."""


def may_correct(a: Analysis) -> bool:
    """Tell whether the sentence denies a way, a place or a cause of something."""
    return any(_corrects(a, cue) for cue in a.cues)


def corrections(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Find what the first corrects and the second says.

    Args:
        a: a sentence.
        b: another; one that denies anything is not held against a correction.
    """
    if b.cues or not may_correct(a):
        return
    common = overlap(a, None, b, None, poles=True)
    if common.words < _LEAST_WORDS:
        return
    for cue in a.cues:
        denied = _denied(a, cue) if _corrects(a, cue) else []
        said = [(w, other) for w in denied if (other := said_word(w, b))]
        if said and 2 * len(said) >= len(denied):
            words = Span(cue.start, denied[-1].end)
            yield PolarityEvidence(
                True, words, Span(said[0][1].start, said[-1][1].end), common.mean
            )


def _corrects(a: Analysis, cue: NegationCue) -> bool:
    """Tell whether a cue denies a way or a cause, or calls all of the clause before it false."""
    refutes = cue.start == cue.end and pattern("refuted before").match(a.low, cue.reach)
    return not cue.turning and bool(refutes or pattern("corrects").match(a.low, cue.start))


def _denied(a: Analysis, cue: NegationCue) -> list[Word]:
    behind = [w for w in content(a, None, True) if cue.end <= w.start < cue.reach]
    return [word for word in behind if word.start not in a.framing][:_LONGEST]


def said_word(word: Word, b: Analysis) -> Word | None:
    """Find a word in another sentence, where nothing denies it; None where it is not.

    Args:
        word: of a sentence.
        b: the other one.
    """
    return same_word(word, (w for w in content(b, None, True) if sign(b.cues, w.start, w.end) > 0))
