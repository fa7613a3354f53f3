"""Dates of one event in two sentences: it comes about once, so that one of them only is right."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.contrasts import times
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import MOST_CLAUSES
from bidigest.contrasts.overlap import overlap
from bidigest.contrasts.times import Time
from bidigest.model import Span

ONE_EVENT = 0.4
"""Mean share of words in common from which two dates may be of one event."""

_LEAST_DATED = 0.2
"""The same of sentences that name several dates, and are probably one claim."""

_AT_ANY_TIME = ("moves", "counted by a day")
"""What tells of something that has a date, and another one later: a price, a count as of a day."""

Places = tuple[Span, Span]
"""Where the two sentences say it."""


def apart_in_time(a: Analysis, b: Analysis) -> tuple[Sequence[Time], Sequence[Time]] | None:
    """Find the years, or the parts of one, of two sentences, if they exclude each other."""
    for years in (True, False):
        ones, others = (
            [t for t in each.times if (t.kind == "year") == years and not _held_against(each, t)]
            for each in (a, b)
        )
        if times.apart(_values(ones), _values(others)):
            return ones, others
    return None


def other_dates(a: Analysis, b: Analysis, least: float = ONE_EVENT) -> Places | None:
    """Find the clauses that date one event, if their years, or parts of one, exclude each other.

    Args:
        a: a sentence.
        b: the other.
        least: mean share of words that the clauses must have in common.
    """
    found = apart_in_time(a, b)
    return _of_one_event(a, found[0], b, found[1], least) if found else None


def other_days(a: Analysis, b: Analysis) -> Places | None:
    """Find two very days of one thing in sentences that are nearly the same: few come about twice.

    Sentences must name one day each, and the clauses have words in common.
    """
    ones, others = ([t for t in each.times if t.kind == "m"] for each in (a, b))
    if len(ones) != 1 or len(others) != 1 or not (ones[0].day and others[0].day):
        return None
    if not times.other_day(ones[0], others[0]):
        return None
    return _of_one_event(a, ones, b, others, ONE_EVENT, once=True)


def other_dates_among_several(a: Analysis, b: Analysis) -> Places | None:
    """Find two days or months of one event in sentences that name other times too.

    None of what either names may be the other's day as well; where either dates several events,
    the clauses must have words in common.
    """
    years = (_values([time for time in each.times if time.kind == "year"]) for each in (a, b))
    if times.apart(*years):
        return None
    ours, theirs = ([t for t in each.times if t.kind == "m"] for each in (a, b))
    least = 0.0 if _dates_one(a, ours) and _dates_one(b, theirs) else _LEAST_DATED
    pairs = [
        (one, other)
        for one in ours
        for other in theirs
        if all(times.other_day(one, each) for each in theirs)
        and all(times.other_day(each, other) for each in ours)
    ]
    found = (_of_one_event(a, [one], b, [other], least) for one, other in pairs)
    return next((each for each in found if each), None)


def _dates_one(a: Analysis, named: Sequence[Time]) -> bool:
    """Tell whether one clause only of those with these times tells what comes about once.

    A clause with two of them tells of two things.
    """
    numbers = [_clause_of(a, time) for time in named]
    clauses = dict.fromkeys(a.clause_or_whole(number) for number in numbers)
    said = [a.low[own.start : own.end] for own in clauses]
    once = sum(_comes_once(each) and not pattern("moves").search(each) for each in said) == 1
    return once and len(numbers) == len(clauses)


def _of_one_event(
    a: Analysis,
    ones: Sequence[Time],
    b: Analysis,
    others: Sequence[Time],
    least: float,
    *,
    once: bool = False,
) -> Places | None:
    """Find the two dates of something that comes about once: one of them only can be right.

    That many may come about at many times: it begins, ends or is still to come, unless it is known
    to come about `once`, and no figure is told of it.
    """
    if len(ones) > 1 or len(others) > 1:
        return None
    if any(_dates_no_event(each, time) for each, time in ((a, ones[0]), (b, others[0]))):
        return None
    ours, theirs = _clause_of(a, ones[0]), _clause_of(b, others[0])
    common = overlap(a, ours, b, theirs, poles=True)
    said, also = _around(a, ours), _around(b, theirs)
    once = once or all(map(_comes_once, (said, also)))
    again = any(pattern(kind).search(s) for kind in _AT_ANY_TIME for s in (said, also))
    planned = {bool(pattern("first planned").search(each)) for each in (said, also)}
    once = once and not again and len(planned) == 1 and not _of_other_amounts(said, also)
    if once and common.mean >= least and (common.words >= 1 or not least):
        return dated_clause(a, ones[0]), dated_clause(b, others[0])
    return None


def dated_clause(a: Analysis, time: Time) -> Span:
    """Return the clause that a time is of, with the time."""
    return _with(a, a.clause_or_whole(_clause_of(a, time)), time)


def _dates_no_event(a: Analysis, time: Time) -> bool:
    """Tell whether a time says with what something is compared, or of which time results are."""
    return _held_against(a, time) or bool(pattern("results behind").match(a.low, time.end))


def _held_against(a: Analysis, time: Time) -> bool:
    """Tell whether it is the time of what something is compared with: higher than on 20 May."""
    return bool(pattern("held against").search(a.low, max(time.start - _BEFORE, 0), time.start))


_BEFORE = 40
"""Code points before a time in which it is told what it is the time of."""


def _with(a: Analysis, clause: Span, time: Time) -> Span:
    """Return a clause with its date, whose numbers are no words of it, and the year beside it."""
    start, end = min(clause.start, time.start), max(clause.end, time.end)
    years = [t for t in a.times if t.kind == "year" and t.start <= end and start <= t.end]
    return Span(min([start, *(t.start for t in years)]), max([end, *(t.end for t in years)]))


def _around(a: Analysis, clause: int) -> str:
    """Return what tells of a clause: the sentence, if it has no more than two."""
    own = a.clause_or_whole(clause)
    return a.low if len(a.certainty) <= MOST_CLAUSES else a.low[own.start : own.end]


def _comes_once(said: str) -> bool:
    return bool(pattern("comes once").search(said))


def _of_other_amounts(said: str, also: str) -> bool:
    ours, theirs = (
        {match[0] for match in pattern("amount").finditer(each)} for each in (said, also)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _clause_of(a: Analysis, time: Time) -> int:
    """Find the clause that is dated: the next one, where its own says only when (11月3日, …)."""
    clause = a.clause_at(time.start)
    own = a.clause_or_whole(clause)
    only_says_when = own.end - own.start <= _LONGEST_DATE and time.start <= own.start
    return clause + 1 if only_says_when and clause + 1 < len(a.certainty) else clause


_LONGEST_DATE = 10
"""Code points of a clause that only says when."""


def _values(mentioned: Sequence[Time]) -> frozenset[str]:
    return frozenset(time.value for time in mentioned)
