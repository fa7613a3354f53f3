"""What sets two figures apart although clauses like each other give them: another year, another
part of a year, one that is only expected (预计 5%) where the other has come about, or one that
another is only held against (down from 5 percent).

Nothing is concluded from what only one of the two says.
"""

from __future__ import annotations

from dataclasses import dataclass

from bidigest.contradictions.days import days, other_days
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.times import apart, times
from bidigest.languages.folding import folded
from bidigest.model import Span
from bidigest.text.clauses import clause


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When a figure held, as far as its sentence tells, and whether it is only expected."""

    years: frozenset[str]
    parts: frozenset[str]
    """Of a year: its quarters (q1 … q4, or q), halves, months, or the whole."""
    expected: bool
    earlier: bool
    """Is it what another figure is held against?"""
    days: frozenset[str] = frozenset()
    """As of which it is told, if it grows from day to day."""

    @classmethod
    def of(cls, text: str, figure: Span) -> Circumstances:
        """From the figure's own clause; what that leaves open, from what stands before it."""
        own = clause(text, Span(0, len(text)), figure)
        said, before = folded(text[own.start : own.end]), folded(text[: own.start])
        return cls(
            frozenset(_values(said, True) or _values(before, True)[-1:]),
            frozenset(_values(said, False) or _values(before, False)[-1:]),
            bool(
                pattern("expected").search(said)
                or pattern("expected").search(before.replace("；", ";").rpartition(";")[2])
            ),
            bool(pattern("earlier").search(folded(text[own.start : figure.start]))),
            days(said) or days(f"{before} {said}"),
        )

    def differ(self, other: Circumstances) -> bool:
        """Do the two exclude that both figures are of one thing at one time?"""
        return (
            self.expected != other.expected
            or self.earlier != other.earlier
            or apart(self.years, other.years)
            or apart(self.parts, other.parts)
            or other_days(self.days, other.days)
        )


def _values(text: str, years: bool) -> list[str]:
    return [time.value for time in times(text) if (time.kind == "year") == years]
