"""Whether two figures, one of each sentence, are of one thing: what is counted, of whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.entities import none_in_common_in, of_sets_in
from bidigest.contrasts.names import Name, is_han
from bidigest.contrasts.overlap import overlap
from bidigest.contrasts.poles import Pole, any_opposite
from bidigest.languages.en.morphology import stem
from bidigest.model import Span
from bidigest.text.vocabulary import vocabulary

LEAST_ALIKE = 0.35
"""Mean share of the words of two figures' clauses from which these may speak of one thing."""

_MOST_KEPT = 2_048
"""Clauses of which is kept what they name: each is held against many others."""


def in_common(a: Analysis, figure: Span, b: Analysis, other: Span) -> float:
    """Measure how much is said of both figures in the clauses that hold them.

    Args:
        a: a sentence.
        figure: its figure.
        b: the other sentence.
        other: the figure of that.

    Returns:
        From 0, of other things, to 1.
    """
    in_a, in_b = clause_of(a, figure), clause_of(b, other)
    if of_other_things(a, figure, b, other):
        return 0.0
    common = overlap(a, in_a, b, in_b, (figure, other), poles=True)
    if common.mean >= LEAST_ALIKE and common.words >= 1.0:
        return common.mean
    return 0.0


def of_other_things(a: Analysis, figure: Span, b: Analysis, other: Span) -> bool:
    """Tell whether the clauses name other members of a set, places or names, or opposites.

    Args:
        a: a sentence.
        figure: its figure.
        b: the other sentence.
        other: the figure of that.
    """
    in_a, in_b = clause_of(a, figure), clause_of(b, other)
    return (
        of_other_members(a, figure, b, other)
        or none_in_common_in(a, in_a, b, in_b)
        or _opposite(a, in_a, b, in_b)
    )


def of_other_members(a: Analysis, figure: Span, b: Analysis, other: Span) -> bool:
    """Tell whether the clauses name other members of a set (women and men), or other places.

    Args:
        a: a sentence.
        figure: its figure.
        b: the other sentence.
        other: the figure of that.
    """
    in_a, in_b = clause_of(a, figure), clause_of(b, other)
    return (
        of_sets_in(a, in_a, b, in_b)
        or _of_other_groups(_members(a, in_a), _members(b, in_b))
        or _of_other_places(a, in_a, b, in_b)
    )


def of_other_states(a: Analysis, figure: Span, b: Analysis, other: Span) -> bool:
    """Tell whether one of two counts of people is of those to whom something happened.

    Six were on the bridge, two of whom were rescued: who is not told of as dead, hurt, missing or
    rescued is counted for another reason.

    Args:
        a: a sentence.
        figure: its count.
        b: the other sentence.
        other: the count of that.
    """
    ours, theirs = (_states(each, place) for each, place in ((a, figure), (b, other)))
    return bool(ours) != bool(theirs) or (bool(ours) and ours.isdisjoint(theirs))


def _states(a: Analysis, figure: Span) -> set[str]:
    """Collect what happened to those counted: of 31 dead and 112 hurt what is said of either."""
    clause = clause_of(a, figure)
    own = [m for m in a.sets if m.clause == clause and any(x == _STATES for x, _ in m.names)]
    behind = [m for m in own if figure.end <= m.start <= figure.end + _CLOSE_BEHIND]
    return {member for m in behind or own for about, member in m.names if about == _STATES}


_CLOSE_BEHIND = 3
"""Code points between a count and what happened: 112人受伤, 31 dead."""


_STATES = "casualty"
"""What the list of sets calls that."""


def _of_other_places(a: Analysis, in_a: int, b: Analysis, in_b: int) -> bool:
    """Tell whether one clause names places in English and the other in Chinese, none the same.

    Only those that the dictionary translates can be told.
    """
    ours, theirs = _names(a, in_a), _names(b, in_b)
    return _untranslated(ours, theirs) or _untranslated(theirs, ours)


def _untranslated(english: Sequence[Name], chinese: Sequence[Name]) -> bool:
    known = vocabulary()
    said = {stem(name.word) for name in english if not is_han(name)}
    latin = {word for word in said if known.knows(word)}
    translated = [known.stems(name.word) for name in chinese if is_han(name)]
    return bool(latin and translated) and all(
        stems and latin.isdisjoint(stems) for stems in translated
    )


@lru_cache(maxsize=_MOST_KEPT)
def _names(a: Analysis, clause: int) -> list[Name]:
    own = [word for word in a.words if word.clause == clause]
    return [n for n in a.names if own and own[0].start <= n.start < own[-1].end]


def _of_other_groups(ours: Mapping[str, set[str]], theirs: Mapping[str, set[str]]) -> bool:
    return any(ours[about].isdisjoint(theirs[about]) for about in ours.keys() & theirs.keys())


@lru_cache(maxsize=_MOST_KEPT)
def _members(a: Analysis, clause: int) -> Mapping[str, set[str]]:
    """Map sets to their members that a clause names; if it names none, the whole sentence's.

    `Among women over sixty, 26 percent felt dizzy.`
    """
    own: dict[str, set[str]] = {}
    every: dict[str, set[str]] = {}
    for mention in a.sets:
        for about, member in mention.names:
            every.setdefault(about, set()).add(member)
            if mention.clause == clause:
                own.setdefault(about, set()).add(member)
    return every | own


@lru_cache(maxsize=_MOST_KEPT)
def clause_of(a: Analysis, figure: Span) -> int:
    """Return the clause of the word nearest to a figure, as numbers are no words."""
    far = [max(figure.start - w.end, w.start - figure.end) for w in a.words]
    return a.words[far.index(min(far))].clause if far else 0


def _opposite(a: Analysis, in_a: int, b: Analysis, in_b: int) -> bool:
    return any_opposite(_poles(a, in_a), _poles(b, in_b))


def _poles(a: Analysis, clause: int) -> list[Pole]:
    return [pole for pole in a.poles if pole.clause == clause]
