"""Denials with emphasis: not one, never, at no time; 一次也没有, 根本没, 从未.

Who writes so answers somebody. In sentences that share few words, but probably make one claim, the
word denied is what the other one says.
"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import PolarityEvidence, tells
from bidigest.contrasts.negation import sign
from bidigest.contrasts.overlap import content, overlap, same_word
from bidigest.contrasts.words import Word
from bidigest.model import Span

_EMPHATIC = "denies with emphasis"
_LEAST_OVERLAP = 0.15
"""Mean share of the clauses' other words in common from which they speak of one thing."""


def emphatic_denials(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Yield the words that the first sentence denies with emphasis and the second says.

    Args:
        a: a sentence.
        b: another that probably makes the same claim, but for its denials; one that denies with
            emphasis itself is not held against it.
    """
    if a.asking or b.asking or not a.first(_EMPHATIC) or b.first(_EMPHATIC):
        return
    for cue in pattern(_EMPHATIC).finditer(a.low):
        for word in _denied(a, Span(cue.start(), cue.end())):
            other = same_word(word, content(b))
            if (
                other
                and (len(word.text) > 1 or word.text == other.text)
                and _is_plainly_said(b, other)
                # Who is not asked to pay is there all the same.
                and not (a.is_of_name(word) or b.is_of_name(other))
                and not _agree(a, word.clause, b)
            ):
                common = overlap(a, word.clause, b, other.clause, (word, other)).mean
                if common >= _LEAST_OVERLAP:
                    yield PolarityEvidence(
                        True, Span(cue.start(), word.end), Span.of(other), common
                    )


def _denied(a: Analysis, cue: Span) -> list[Word]:
    """List the words of content that a cue's clause denies behind it."""
    clause = a.clause_at(cue.start)
    behind = [w for w in content(a) if w.clause == clause and w.end > cue.end]
    if any(tells(a, clause, kind) for kind in ("whether", "bounded")):
        return []
    return [word for word in behind if sign(a.cues, word.start, word.end) < 0]


def _agree(a: Analysis, clause: int, b: Analysis) -> bool:
    """Tell whether the other sentence says by a pole what a clause says by denying another."""
    said = {(pole.about, pole.states) for pole in b.poles}
    return any(
        pole.turned and (pole.about, pole.states) in said
        for pole in a.poles
        if pole.clause == clause
    )


def _is_plainly_said(b: Analysis, word: Word) -> bool:
    """Tell whether nothing in a word's clause denies anything, nor asks whether it is so.

    What a denial that opens the next clause is told of is named before it: 那面铜镜, 没有接触过.
    """
    behind = [w.start for w in b.words if w.clause == word.clause + 1][:1]
    opened = any(cue.start <= start <= cue.end for start in behind for cue in b.cues)
    return not (b.denies_in(word.clause) or opened or tells(b, word.clause, "whether"))
