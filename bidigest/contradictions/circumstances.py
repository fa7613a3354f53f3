"""The circumstances of a figure: what sets two apart although similar clauses give them.

That is another year, another part of a year, one that is only expected (预计 5%) where the other
has come about, or one that another is only held against (down from 5 percent). Nothing is
concluded from what only one of the two says.
"""

from __future__ import annotations

from dataclasses import dataclass

from bidigest.contradictions.days import as_of, hours, other_days
from bidigest.contradictions.measured_against import bases, counted, period
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.times import apart, times
from bidigest.languages.folding import folded
from bidigest.model import Span
from bidigest.text.figure_clauses import clause


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When a figure held, as far as its sentence tells, and whether it is only expected."""

    years: frozenset[str]
    parts: frozenset[str]
    """Of a year: its quarters (q1 … q4, or q), halves, months, or the whole."""
    expected: bool
    earlier: bool
    """Whether it is what another figure is compared with."""
    days: frozenset[str] = frozenset()
    """As of which it is told, if it grows from day to day."""
    hours: frozenset[str] = frozenset()
    """At what hour of them."""
    period: str = ""
    """In which it comes about again and again."""
    bases: frozenset[str] = frozenset()
    """What a rise or a fall is measured against."""
    counted: str = ""
    """Whether the votes are counted in part, or all, or only what came first is."""
    so_far: bool = False
    """Whether it is told to be growing still."""
    wanted: str = ""
    """Whether somebody demands it, or offers it; empty where it is so."""

    @classmethod
    def of(cls, text: str, figure: Span, date: str = "") -> Circumstances:
        """Read them from the figure's own clause; what that leaves open, from before it.

        Args:
            text: the sentence.
            figure: a span of it.
            date: of its source (ISO 8601), if known.
        """
        own = clause(text, Span(0, len(text)), figure)
        said, before = folded(text[own.start : own.end]), folded(text[: own.start])
        year = int(date[:4]) if date[:4].isdigit() else None
        leading, behind = folded(text[own.start : figure.start]), folded(text[figure.end : own.end])
        told = _values(said, True, year) or _values(before, True, year)[-1:]
        return cls(
            years=frozenset(told or _of_the_event(f"{before} {said}", year)),
            parts=frozenset(_values(said, False) or _values(before, False)[-1:]),
            expected=_is_expected(said)
            or _is_expected(before.replace("；", ";").rpartition(";")[2]),
            earlier=bool(pattern("earlier").search(leading)),
            days=as_of(said, before, date),
            hours=hours(f"{before} {said}"),
            period=period(leading, behind),
            bases=bases(said) or bases(_compared(before)),
            counted=counted(f"{before} {said}"),
            so_far=bool(pattern("so far").search(f"{before} {said}")),
            wanted=_wanted(leading[-_NEAR:]),
        )

    def at_another_time(self, other: Circumstances) -> bool:
        """Tell whether the two exclude that both figures held at one time."""
        return (
            apart(self.years, other.years)
            or apart(self.parts, other.parts)
            or other_days(self.days, other.days)
            or (bool(self.hours and other.hours) and self.hours.isdisjoint(other.hours))
            or self.period != other.period
            or (bool(self.bases and other.bases) and self.bases.isdisjoint(other.bases))
            or self.counted != other.counted
            or ((self.so_far or other.so_far) and self.days.isdisjoint(other.days))
        )


_NEAR = 32
"""Code points before a figure in which it is told that somebody wants it."""


def _compared(before: str) -> str:
    """Return the clause before, where it only tells what the next is measured against."""
    clause = before.rstrip(" ,，、").rpartition(",")[2]
    return clause if pattern("is measured against").search(clause) else ""


def _is_expected(said: str) -> bool:
    return bool(pattern("expected").search(said))


def _wanted(text: str) -> str:
    return next((kind for kind in ("offered", "demanded") if pattern(kind).search(text)), "")


def _of_the_event(text: str, year: int | None) -> list[str]:
    """Return the year of a toll that names none: its source's, or one that no other has."""
    return [str(year or NOW)] if pattern("growing").search(text) else []


NOW = "now"
"""The year of what is reported, where nobody tells it."""


def _values(text: str, years: bool, year: int | None = None) -> list[str]:
    return [time.value for time in times(text, year) if (time.kind == "year") == years]
