"""Clock times: at what minute two sentences say that one thing happened."""

from __future__ import annotations

from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.overlap import overlap
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import languages
from bidigest.model import Span

_LIST = "contrasts/clocks"
_CLOCKS = tuple(pattern(_LIST, "clock", of=each) for each in languages())
_ABOUT = pattern(_LIST, "about")
_STAMPS = tuple(pattern(_LIST, "stamp", of=each) for each in languages())
_BEFORE = 20
"""Code points before a time in which it may be said to be no exact one."""

LEAST = 0.4
"""Mean share of the clauses' words in common from which two times are of one event."""

_HOURS = 12
"""Hours after which a clock's face is the same."""


def other_clocks(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find the minutes at which one thing happened, if each sentence gives one and they differ.

    Times whose minutes are equal may be one time in two zones.
    """
    ours, theirs = _exact(a.low), _exact(b.low)
    if len(ours) != 1 or len(theirs) != 1 or _in_common(a.low, b.low):
        return None
    (hour, minute, one), (its_hour, its_minute, other) = ours[0], theirs[0]
    apart = min((hour - its_hour) % _HOURS, (its_hour - hour) % _HOURS)
    common = overlap(
        a, a.clause_at(one.start), b, b.clause_at(other.start), (one, other), poles=True
    )
    alike = common.mean >= LEAST and common.words >= 1
    return (one, other) if minute != its_minute and apart <= 1 and alike else None


def _in_common(low: str, other: str) -> bool:
    """Tell whether two sentences name one time, be it that until which something went on."""
    ours, theirs = ({clock[:2] for clock in _clocks(each)} for each in (low, other))
    return not ours.isdisjoint(theirs)


def _exact(low: str) -> list[tuple[int, int, Span]]:
    """List the times of a folded sentence at which something happens: none until then."""
    return [
        (hour, minute, place)
        for hour, minute, place in _clocks(low)
        if not _ABOUT.search(low, max(place.start - _BEFORE, 0), place.start)
    ]


@lru_cache(maxsize=16_384)
def _clocks(low: str) -> tuple[tuple[int, int, Span], ...]:
    """List hour, minute and place of each time in a folded sentence."""
    found: list[tuple[int, int, Span]] = []
    for expression in _CLOCKS:
        for match in expression.finditer(low):
            if any(stamp.match(low[: match.start()]) for stamp in _STAMPS):
                continue
            said = match.groupdict()
            hour = said["hour"] or said.get("at_hour") or "0"
            minute = said["minute"] or said.get("at_minute") or "0"
            found.append((int(hour), int(minute), Span(*match.span())))
    return tuple(found)
