"""Contrasts as kinds of evidence: one number a pair, cheap enough for every candidate pair.

Each is symmetric, from 0 (nothing to say) to 1. Kinds that tell agreement stand beside those that
tell a contrast. `contrast` looks more closely, at the few pairs that seem to say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bidigest.contrasts.analysis import Traits
from bidigest.contrasts.names import one_name
from bidigest.contrasts.times import apart

_ENOUGH = 2
"""As many words of the same poles as are as good as more."""


def opposite_poles(a: Traits, b: Traits) -> float:
    """Compute the share of disagreement on what both say is one way or the other."""
    shared = a.states.keys() & b.states.keys()
    against = sum(a.states[about].isdisjoint(b.states[about]) for about in shared)
    return against / len(shared) if shared else 0.0


def same_poles(a: Traits, b: Traits) -> float:
    """Measure agreement on what is one way or the other: 1 where they agree on two matters."""
    shared = a.states.keys() & b.states.keys()
    agreed = sum(not a.states[about].isdisjoint(b.states[about]) for about in shared)
    return min(agreed, _ENOUGH) / _ENOUGH


def denied_words(a: Traits, b: Traits) -> float:
    """Return 1 where one of them denies what the other says in the same word, else 0."""
    return float(_denies(a, b) or _denies(b, a))


def _denies(a: Traits, b: Traits) -> bool:
    return bool(a.denied) and not a.denied.isdisjoint(b.said)


def other_times(a: Traits, b: Traits) -> float:
    """Return 1 where both tell when, and the times exclude each other, else 0."""
    return float(apart(a.years, b.years) or apart(a.parts, b.parts))


def same_times(a: Traits, b: Traits) -> float:
    """Return 1 where both tell the same year or part of a year, else 0."""
    return float(not (a.years.isdisjoint(b.years) and a.parts.isdisjoint(b.parts)))


def certainty(a: Traits, b: Traits) -> float:
    """Measure the difference in certainty: 1 between what has come about and what may or will."""
    return abs(a.uncertainty - b.uncertainty)


def other_members(a: Traits, b: Traits) -> float:
    """Return 1 where they name different members of a set (men and women), else 0."""
    shared = a.members.keys() & b.members.keys()
    return float(any(a.members[about].isdisjoint(b.members[about]) for about in shared))


def same_members(a: Traits, b: Traits) -> float:
    """Measure agreement on members of sets: 1 where they name those of two sets, or more."""
    shared = a.members.keys() & b.members.keys()
    agreed = sum(not a.members[about].isdisjoint(b.members[about]) for about in shared)
    return min(agreed, _ENOUGH) / _ENOUGH


def other_names(a: Traits, b: Traits) -> float:
    """Return 1 where both give names in one script, and none of them in common, else 0."""
    told = any(_others(a.named[han], b.named[han]) for han in (0, 1))
    return float(told and not _spelt_otherwise(a, b))


def _others(ones: frozenset[str], others: frozenset[str]) -> bool:
    return bool(ones) and bool(others) and ones.isdisjoint(others)


def same_names(a: Traits, b: Traits) -> float:
    """Measure names in common, also by their sound: 1 where they have two, or more."""
    shared = sum(len(a.named[han] & b.named[han]) for han in (0, 1))
    return min(shared + _spelt_otherwise(a, b), _ENOUGH) / _ENOUGH


def _spelt_otherwise(a: Traits, b: Traits) -> int:
    """Count the foreign names that both spell in characters, if not in the same ones: 里根, 雷根.

    Across languages too few pairs of names could be learned from.
    """
    found = sum(any(one_name(one, other) for other in b.spelt) for one in a.spelt)
    return min(found, len(b.spelt))


CONTRASTS: Mapping[str, Callable[[Traits, Traits], float]] = {
    "opposite poles": opposite_poles,
    "same poles": same_poles,
    "denied words": denied_words,
    "other times": other_times,
    "same times": same_times,
    "certainty": certainty,
    "other members": other_members,
    "same members": same_members,
    "other names": other_names,
    "same names": same_names,
}
"""All kinds, by the name that reasons give."""
