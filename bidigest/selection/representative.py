"""The representative sentence of a point, and how much the point matters.

The weights are chosen by `benchmarks/fit_choosing.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.features.statements import COMFORTABLE
from bidigest.model import Span, Statement

FIGURED = 1.4
"""How much more a point counts that gives a figure."""

UNFIGURED_ALONE = 0.5
"""How much less a point counts that one source alone makes, and that gives none: of 30 such on the
pages of eight subjects readers found 4 of 12 worth their place, and 14 of 18 that give one."""

CASE = 0.5
"""How much less a point counts that only tells of a case."""

EXPECTED = 0.5
"""What a source counts that is expected to make a point, beside one that is cited for it."""

ITS_OWN = 0.65
"""How much less a sentence speaks for its point by each figure that only its source has."""

ITS_OWN_CLAUSE = 0.65
"""The same by each clause that no sentence of another source of the point comes near."""

INFORMATIVE = 0.65
"""Probability of saying something by itself from which a sentence is not doubted."""

DOUBTED = 2.0
"""Power of that probability, in shares of `INFORMATIVE`, below it."""

FOREIGN = 0.4
"""How much less a sentence speaks for its point in another language than a reader has asked for."""

CORROBORATED = 2.0
"""Power of the number of sources."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence of a point, as a candidate for representing it."""

    sentence: int
    """Number in the run."""
    document: int
    span: Span
    statement: Statement
    weight: float
    """By TextRank in its own source, nearness to the subject of all, and place in its own."""
    agreement: float
    """Sum of the probabilities that the point's other sentences make the same claim."""
    figures: int
    example: bool
    """Whether it tells of a case."""
    fragment: bool
    """Whether it stops without a full stop, as an entry of a list does."""
    unshared: int = 0
    """Figures that no other source of the point gives."""
    unshared_clauses: int = 0
    """Clauses that no sentence of another source of the point comes near."""
    title: bool = False
    """Whether it is a headline of its document: its title, or what stands with that."""
    informativeness: float = 1.0
    """How probably it says something by itself."""
    foreign: bool = False
    """Whether the reader has asked for another language."""
    before: int = 0
    """How many sentences before it are quoted with it."""

    @property
    def certainty(self) -> float:
        """What it counts for its probability of saying something: 1 unless it is doubted."""
        certain: float = min(1.0, self.informativeness / INFORMATIVE) ** DOUBTED
        return certain


def choose_representative(candidates: Sequence[Candidate]) -> Candidate:
    """Choose the sentence that represents its point: whole, short, of weight, and agreed with.

    It stands under the number of its sources, and figures that only its own has weigh against it.
    """
    return min(candidates, key=_preference)


def by_preference(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Sort sentences by how well they represent their point, the best first."""
    return sorted(candidates, key=_preference)


def _preference(
    candidate: Candidate,
) -> tuple[bool, bool, bool, bool, bool, bool, float, int, Span]:
    agreed = 1 + math.log(1 + candidate.agreement)
    merit = (
        candidate.weight
        * candidate.certainty
        * agreed
        * (1 + min(candidate.figures, 3) / 4)
        * ITS_OWN**candidate.unshared
        * ITS_OWN_CLAUSE**candidate.unshared_clauses
        * (FOREIGN if candidate.foreign else 1.0)
    )
    return (
        not candidate.statement.alone,
        candidate.title,
        candidate.statement.width > COMFORTABLE,
        candidate.example,
        not candidate.statement.clear,
        candidate.fragment,
        -round(merit, 6),
        candidate.document,
        candidate.span,
    )


def worth(representative: Candidate, candidates: Sequence[Candidate]) -> float:
    """Tell how much a point matters, whoever makes it: more with figures, less as a case."""
    figured = FIGURED if any(candidate.figures for candidate in candidates) else 1.0
    if not any(candidate.figures for candidate in candidates) and len(candidates) == 1:
        figured = UNFIGURED_ALONE
    general = CASE if all(candidate.example for candidate in candidates) else 1.0
    return representative.weight * figured * general * representative.certainty


def score(worth: float, sources: float, expected: float) -> float:
    """Multiply a point's worth by the sources that make it and those that probably do.

    Args:
        worth: how much the point matters.
        sources: number of sources that make it.
        expected: how many further sources are expected to make it.
    """
    support: float = (sources + EXPECTED * expected) ** CORROBORATED
    return round(worth * support, 6)
