"""Who did it: two sentences tell of one act by two kinds of people, as a fisherman and a scientist.

What is found, written, ordered or moved in both is one thing, as the sentences probably make one
claim. Who is named only may be anybody; so an actor is told by what he is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from bidigest.contrasts.analysis import Analysis
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import sections_of
from bidigest.languages.zh.scripts import has_chinese
from bidigest.model import Span

_ROLES, _ACTS = "contrasts/roles", "contrasts/acts"
_EITHER = "may be one"
_MOST_KEPT = 4_096
"""Sentences of which is kept who does what."""

_STOPS = ",;:.!?，；：。！？"
_BY = re.compile(r"(?:由(?!于)|被|遭)([^由被遭]{1,24})$")
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are) (?:\w+ )?$")
_BEHIND = re.compile(r"[^,;:.!?]{0,30}?\bby ([^,;:.!?]{2,40}?)(?= and |[,;:.!?]|$)")
"""Who did it, in a passive."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """An act, and by what kinds of people it is done."""

    act: str
    actors: frozenset[str]
    words: Span


def other_actors(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find the words by which two sentences tell that somebody else did it; None where none do.

    Args:
        a: a sentence.
        b: another that probably makes the same claim.
    """
    if a.asking or b.asking:
        return None
    pairs = product(_deeds(a), _deeds(b))
    return next((pair for one, other in pairs if (pair := _by_others(one, other))), None)


def _by_others(one: _Deed, other: _Deed) -> tuple[Span, Span] | None:
    """Return the words of two deeds, if these are one act of people who are not the same."""
    if one.act != other.act or not one.actors.isdisjoint(other.actors):
        return None
    either = any(frozenset(pair) in _may_be_one() for pair in product(one.actors, other.actors))
    return None if either else (one.words, other.words)


@cache
def _may_be_one() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(line.split()) for line in sections_of("en", _ROLES)[_EITHER])


@lru_cache(maxsize=_MOST_KEPT)
def _deeds(a: Analysis) -> tuple[_Deed, ...]:
    """List the acts of a sentence of which it tells what their actors are."""
    return tuple(deed for act in _names(_ACTS) for deed in _deeds_of(a, act))


def _deeds_of(a: Analysis, act: str) -> Iterator[_Deed]:
    for done in pattern(_ACTS, act).finditer(a.low):
        place = _actor(a.low, Span(*done.span()))
        told = [
            (role, match)
            for role in _names(_ROLES)
            for match in pattern(_ROLES, role).finditer(a.low, place.start, place.end)
        ]
        if told:
            ends = [*done.span(), *(end for _, match in told for end in match.span())]
            yield _Deed(act, frozenset(role for role, _ in told), Span(min(ends), max(ends)))


@cache
def _names(name: str) -> tuple[str, ...]:
    return tuple(each for each in sections_of("en", name) if each not in ("", _EITHER))


def _actor(low: str, act: Span) -> Span:
    """Return where the actor stands: before the act in its clause, or behind `by`."""
    start = 1 + max(low.rfind(stop, 0, act.start) for stop in _STOPS)
    if has_chinese(low):
        by = _BY.search(low, start, act.start)
        return Span(*by.span(1)) if by else Span(start, act.start)
    if not _PASSIVE.search(low, start, act.start):
        return Span(start, act.start)
    by = _BEHIND.match(low, act.end)
    return Span(*by.span(1)) if by else Span(act.end, act.end)
