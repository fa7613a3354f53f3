"""Who outdoes whom: comparisons (A more often than B), and verbs that mean one (A beat B).

Turned round, A more than B is B less than A, and A beat B is B lost to A; that B has more than A,
or beat A, is the opposite of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.overlap import content
from bidigest.contrasts.word_similarity import alike
from bidigest.contrasts.words import Word
from bidigest.model import Span

_SIDE = 4
"""Words of content behind what compares among which the other side is named."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides of a sentence, and whether the first has more or less."""

    first: tuple[Word, ...]
    second: tuple[Word, ...]
    more: bool
    span: Span
    """The words that compare."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What two comparisons of the same sides say together."""

    opposite: bool
    first: Span
    second: Span


def compared(a: Analysis, b: Analysis) -> Compared | None:
    """Tell whether two sentences compare the same sides, and whether they exclude each other."""
    if a.comparing is None or b.comparing is None:
        return None
    ours, theirs = _comparison(a), _comparison(b)
    if ours is None or theirs is None:
        return None
    straight = _any(ours.first, theirs.first) and _any(ours.second, theirs.second)
    turned = _any(ours.first, theirs.second) and _any(ours.second, theirs.first)
    if turned and not straight:
        return Compared(ours.more == theirs.more, ours.span, theirs.span)
    return Compared(ours.more != theirs.more, ours.span, theirs.span) if straight else None


@lru_cache(maxsize=1024)
def _comparison(a: Analysis) -> Comparison | None:
    """Find the first comparison of the sentence that names two sides."""
    if a.comparing is None:
        return None
    marks, more = a.comparing.places, a.comparing.more
    clause = a.clause_at(marks[0].start)
    said = [word for word in content(a, None, True) if word.clause == clause]
    first = [w for w in said if w.end <= marks[0].start or _inside(w, marks)]
    second = [w for w in said if w.start >= marks[-1].end][:_SIDE]
    if len(marks) == _TWO:
        first = [w for w in said if w.end <= marks[0].start]
        second = [w for w in said if marks[0].end <= w.start and w.end <= marks[1].start]
    return Comparison(
        _without(first, second), _without(second, first), more, Span(marks[0].start, marks[-1].end)
    )


def _without(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    terms = {word.term for word in others}
    return tuple(word for word in words if word.term not in terms)


_TWO = 2


def _inside(word: Word, marks: Sequence[Span]) -> bool:
    return marks[0].start <= word.start and word.end <= marks[0].end


def _any(ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    return any(alike(one.term, other.term) for one in ours for other in theirs)
