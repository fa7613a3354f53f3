"""The scope of a pole: in which words, for how long and of which days it is said."""

from __future__ import annotations

import re
from fractions import Fraction

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import tells
from bidigest.contrasts.poles import Pole
from bidigest.model import Span

_OPENING = 30
"""Code points before a pole in which may stand that it is over: after an eight-hour closure."""

_WITH_AN_END = ("door", "going", "place")
"""What is so until it ends."""

SAID_OF_TWO = (("place", "hold"), ("level",))
"""What is said of who leaves one office and keeps another; of what falls and rises again."""


def told(a: Analysis, pole: Pole) -> Span:
    """Return the pole's words, from the cue that turns them round."""
    before = [c.start for c in a.cues if pole.turned and c.end <= pole.start < c.reach]
    return Span(max(before, default=pole.start), pole.end)


def of_other_days(a: Analysis, in_a: int, b: Analysis, in_b: int) -> bool:
    """Tell whether both clauses name days, none the same: closed on Wednesday, open on Friday.

    Args:
        a: a sentence.
        in_a: number of its clause.
        b: the other sentence.
        in_b: number of its clause.
    """
    ours, theirs = _days(a, in_a), _days(b, in_b)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _days(a: Analysis, clause: int) -> set[str]:
    named = (name for mention in a.sets if mention.clause == clause for name in mention.names)
    return {member for about, member in named if about == "day"}


def holds(a: Analysis, pole: Pole) -> bool:
    """Tell whether a pole is said, not only until a time (open until nine) or asked about.

    Nor is it where it tells of what is over (the ban has ended), or which thing is meant (禁止的).
    """
    bounded = pole.about in _WITH_AN_END and tells(a, pole.clause, "bounded")
    return not (bounded or _is_over(a, pole) or tells(a, pole.clause, "whether"))


def _is_over(a: Analysis, pole: Pole) -> bool:
    opening = max(pole.start - _OPENING, 0)
    before = pattern("is over before").search(a.low, opening, pole.start)
    return bool(before or pattern("is over behind").match(a.low, pole.end))


def undone_by_both(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether what turns one pole round has a like in the clause of the other, too far off.

    Who scraps the plans of the county to require a test, and who no longer requires it.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    return (one.turned and _far_behind_a_turn(b, other)) or (
        other.turned and _far_behind_a_turn(a, one)
    )


def _far_behind_a_turn(a: Analysis, pole: Pole) -> bool:
    start = min((word.start for word in a.words if word.clause == pole.clause), default=0)
    turns = (cue for cue in a.cues if cue.turning and cue.start >= start)
    return not pole.turned and any(cue.reach <= pole.start for cue in turns)


def of_other_measures(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether the one moves by a share and the other by a time: 4 days fewer, 20 % more.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    ours, theirs = _measure(a, one), _measure(b, other)
    return bool(ours and theirs) and ours != theirs


def of_other_counts(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether other numbers of people are told of: 640 are cut, and elsewhere 650 are hired.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    if one.about not in _OF_PEOPLE:
        return False
    ours, theirs = _number(a, one), _number(b, other)
    return bool(ours and theirs) and ours != theirs


def _number(a: Analysis, pole: Pole) -> str:
    found = _NUMBER.search(a.low, pole.start, pole.end + _OPENING)
    return found[0].replace(",", "") if found else ""


_OF_PEOPLE = ("jobs",)
_NUMBER = re.compile(r"(?<![\d.,])\d[\d,]*(?![\d.,]*[\d%])")


def _measure(a: Analysis, pole: Pole) -> str:
    return next((kind for kind in _MEASURES if pattern(kind).match(a.low, pole.end)), "")


_MEASURES = ("by a share", "by a time")


def of_some(a: Analysis, b: Analysis) -> bool:
    """Tell whether both sentences speak of some of many: some are found, some still missing."""
    partial = pattern("partial")
    return bool(partial.search(a.low) and partial.search(b.low))


def was_until(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether one was so, and the other says that it is otherwise again: closed, reopened.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    again = pattern("again").search(b.low, other.start, other.end)
    return bool(again) and not (tells(a, one.clause, "still") or one.turned or other.turned)


def of_other_courses(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether two things moved, each from one amount to another: 11 to 12, 220 to 150.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    ours, theirs = _course(a, one), _course(b, other)
    return len(ours) == len(theirs) == _FROM_AND_TO and ours.isdisjoint(theirs)


def _course(a: Analysis, pole: Pole) -> set[str]:
    """Find from which amount to which something moved."""
    before = _FROM.search(a.low, max(0, pole.start - _OPENING), pole.start)
    behind = _TO.match(a.low, pole.end)
    if before and behind:
        return {before[1], behind[1]}
    both = _FROM_TO.match(a.low, pole.end)
    return set(both.groups()) if both else set()


_FROM_AND_TO = 2
_FROM = re.compile(r"[从由][^\d,，。;；]{0,6}(\d[\d,.]*)[^\d,，。;；]{0,8}$")
_TO = re.compile(r"[到至为]?[^\d,，。;；]{0,4}?(\d[\d,.]*)")
_FROM_TO = re.compile(r" from \D{0,4}(\d[\d,.]*) (?:[\w’'-]+ ){0,3}?to \D{0,4}(\d[\d,.]*)")


def of_complements(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether two shares make up the whole: a third runs, two thirds stand idle.

    Args:
        a: a sentence.
        one: a pole of it.
        b: the other sentence.
        other: a pole of that.
    """
    ours, theirs = _shares(a, one.clause), _shares(b, other.clause)
    return any(mine + its == _WHOLE and mine != its for mine in ours for its in theirs)


def _shares(a: Analysis, clause: int) -> list[Fraction]:
    own = a.clause_or_whole(clause)
    text = a.low[own.start : own.end]
    parts = [part for words, part in _PARTS if words.search(text)]
    percent = [Fraction(match[1]) / 100 for match in _PERCENT.finditer(text)]
    return [*parts, *percent]


_WHOLE = 1
_PARTS = (
    (re.compile(r"\b(?:a|one) third\b|三分之一"), Fraction(1, 3)),
    (re.compile(r"\btwo thirds\b|三分之二"), Fraction(2, 3)),
    (re.compile(r"\b(?:a|one) quarter\b|四分之一"), Fraction(1, 4)),
    (re.compile(r"\bthree quarters\b|四分之三"), Fraction(3, 4)),
)
_PERCENT = re.compile(r"(\d{1,2}(?:\.\d{1,2})?) ?(?:%|per ?cent)")
