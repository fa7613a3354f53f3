"""Whether two figures, one of each sentence, are of one thing: what is counted, of whom."""

from __future__ import annotations

from bidigest.contrasts.analysis import Analysis, Pole
from bidigest.contrasts.entities import of_sets_in
from bidigest.contrasts.overlap import overlap
from bidigest.model import Span

LEAST_ALIKE = 0.35
"""Mean share of the words of two figures' clauses from which these may speak of one thing."""


def of_one_thing(a: Analysis, figure: Span, b: Analysis, other: Span) -> float:
    """How much is said of both figures in the clauses that hold them; 0 if of different things."""
    in_a, in_b = _clause(a, figure), _clause(b, other)
    if of_different_things(a, figure, b, other):
        return 0.0
    common = overlap(a, in_a, b, in_b, (figure, other), poles=True)
    if common.mean >= LEAST_ALIKE and common.words >= 1.0:
        return common.mean
    return 0.0


def of_different_things(a: Analysis, figure: Span, b: Analysis, other: Span) -> bool:
    """Do the clauses name different members of a set, or say opposite things?"""
    in_a, in_b = _clause(a, figure), _clause(b, other)
    return of_sets_in(a, in_a, b, in_b) or _opposite(a, in_a, b, in_b)


def _clause(a: Analysis, figure: Span) -> int:
    """Of the word nearest to the figure: numbers are no words."""
    nearest = min(
        a.words, key=lambda w: max(figure.start - w.end, w.start - figure.end), default=None
    )
    return nearest.clause if nearest else 0


def _opposite(a: Analysis, in_a: int, b: Analysis, in_b: int) -> bool:
    ours, theirs = _poles(a, in_a), _poles(b, in_b)
    return any(
        one.about == other.about and one.states.isdisjoint(other.states)
        for one in ours
        for other in theirs
    )


def _poles(a: Analysis, clause: int) -> list[Pole]:
    return [pole for pole in a.poles if pole.clause == clause]
