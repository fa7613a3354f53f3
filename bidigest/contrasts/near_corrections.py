"""Corrections in sentences that share few words: not a cable but a welder, 不是电缆，是电焊.

Whoever says the way, cause or person that is denied contradicts the correction.
"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.corrections import said_word
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import PolarityEvidence
from bidigest.contrasts.overlap import content
from bidigest.contrasts.words import Word
from bidigest.model import Span

_CORRECTED = "corrected"
"""Cues that hold what is not so."""
_MOST = 6
"""Words of content that a way, cause or person is named by."""
_IN_COMMON = 1.0
"""What the sentences have in common is told by the sentence model."""


def near_corrections(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Yield what the first sentence says is not so, but otherwise, and the second says.

    Args:
        a: a sentence.
        b: another that probably makes the same claim, but for its denials; one that corrects
            anything itself is not held against it.
    """
    if a.asking or b.asking or not a.first(_CORRECTED) or b.first(_CORRECTED):
        return
    for correction in pattern(_CORRECTED).finditer(a.low):
        denied = [word for word in _own_words(a) if _within(word, correction.span())]
        said = sorted(Span.of(other) for word in denied if (other := said_word(word, b)))
        if said and len(denied) <= _MOST and 2 * len(said) >= len(denied):
            places = Span(*correction.span()), Span(said[0].start, said[-1].end)
            yield PolarityEvidence(True, *places, _IN_COMMON)


def _own_words(a: Analysis) -> list[Word]:
    """List the words of content that name nobody: of one firm much can be said."""
    named = {name.start for name in a.names}
    return [word for word in content(a, None, True) if word.start not in named]


def _within(word: Word, place: tuple[int, int]) -> bool:
    return place[0] <= word.start and word.end <= place[1]
