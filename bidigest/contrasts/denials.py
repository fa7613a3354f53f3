"""Denials: one sentence denies a word, or the whole clause, that the other says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.negation import Cue, sign
from bidigest.contrasts.overlap import content, overlap
from bidigest.contrasts.word_similarity import alike
from bidigest.contrasts.words import Word
from bidigest.model import Span

LEAST_WORDS = 0.7
"""Words that the clauses must have in common; one said in another clause is less than one."""

LEAST_FOR_DENIED = 0.5
"""Mean share of the clauses' other words in common where a word is denied that the other says."""

LEAST_FOR_BARE_DENIAL = 0.6
"""The same where one clause only denies and the other only says."""

MOST_CLAUSES = 2
"""Clauses of a sentence that may stand as a whole against one that denies it as a whole."""

_NOUNS = ("n", "m", "q", "t", "f", "s", "b")
_ADVERB = "d"


@dataclass(frozen=True, slots=True)
class Vote:
    """Words of two sentences that are held against each other."""

    opposite: bool
    first: Span
    second: Span
    overlap: float
    by_poles: bool = False
    """Whether both of them are words of poles."""


def denied_words(a: Analysis, b: Analysis) -> Iterator[Vote]:
    """Compare the word that each cue of the first denies with the same word of the second."""
    for cue in a.cues:
        word = _denied(cue, a)
        other = word and next((w for w in content(b) if alike(word.term, w.term)), None)
        if word and other and not (_open_or_bounded(a, word) or _open_or_bounded(b, other)):
            common = overlap(a, word.clause, b, other.clause, (word, other))
            opposite = _sign(a, word) != _sign(b, other)
            enough = common.mean >= LEAST_FOR_DENIED and common.words >= LEAST_WORDS
            if enough and not (opposite and b.cues):
                yield Vote(opposite, Span(cue.start, word.end), _span(other), common.mean)


def _denied(cue: Cue, a: Analysis) -> Word | None:
    """Find the first word with content behind the cue; no Chinese noun, which only lacks something.

    Who ends a season does not deny it; none of it left out is all of it.
    """
    behind = (w for w in content(a) if cue.end <= w.start < cue.reach)
    word = next((w for w in behind if w.tag != _ADVERB), None)
    if word is None or word.tag.startswith(_NOUNS):
        return None
    ends_a_thing = pattern("ends a thing").match(a.low, cue.start)
    turned_later = any(c.turning and word.end <= c.start < cue.reach for c in a.cues)
    return None if ends_a_thing or turned_later else word


def _open_or_bounded(a: Analysis, word: Word) -> bool:
    """Tell whether the word's clause leaves open whether it is so, or says only until when."""
    return tells(a, word.clause, "whether") or tells(a, word.clause, "bounded")


def tells(a: Analysis, clause: int, kind: str) -> bool:
    """Tell whether a cue stands in a clause.

    Args:
        a: the sentence.
        clause: number of the clause.
        kind: of cues, as `languages/*/contrasts/cues.txt` names it.
    """
    own = _whole(a, clause)
    return bool(pattern(kind).search(a.low, own.start, own.end))


def bare_denials(a: Analysis, b: Analysis) -> Iterator[Vote]:
    """Compare a clause of the first that denies with one of the second that says the rest of it."""
    plain = (
        not b.cues
        and not any(cue.turning for cue in a.cues)
        and _clauses(a) <= MOST_CLAUSES >= _clauses(b)
    )
    if not plain:
        return
    for clause in sorted({word.clause for word in a.words if _sign(a, word) < 0}):
        for other in sorted({word.clause for word in b.words}):
            common = overlap(a, clause, b, other)
            kinds = ("whether", "bounded")
            unsure = any(tells(a, clause, k) or tells(b, other, k) for k in kinds)
            # Closed, and no longer to be crossed: who ends or forbids denies already.
            unsure = unsure or any(p.clause == other and p.states == {"-"} for p in b.poles)
            if common.mean >= LEAST_FOR_BARE_DENIAL and not unsure:
                yield Vote(True, _whole(a, clause), _whole(b, other), common.mean)


def _clauses(a: Analysis) -> int:
    return len({word.clause for word in a.words})


def _whole(a: Analysis, clause: int) -> Span:
    own = [word for word in a.words if word.clause == clause]
    return Span(own[0].start, own[-1].end)


def _sign(a: Analysis, word: Word) -> int:
    return sign(a.cues, word.start, word.end)


def _span(place: Word) -> Span:
    return Span(place.start, place.end)
