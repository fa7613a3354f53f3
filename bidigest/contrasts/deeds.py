"""Deeds: what a sentence says was done, and by whom, as far as it tells what he is or his name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.certainty import CONDITIONAL
from bidigest.contrasts.chinese_doers import chinese_doer
from bidigest.contrasts.english_doers import english_doers
from bidigest.contrasts.named_doers import Named, named
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import sections_of
from bidigest.languages.zh.scripts import has_chinese
from bidigest.model import Span

ROLES = "contrasts/roles"
EITHER = "may be one"
_ACTS, _DOERS = "contrasts/acts", "contrasts/doers"
_SEVERAL = (
    pattern(_DOERS, "another", of="zh"),
    pattern(_DOERS, "another", of="en", before=r"\b", behind=r"\b"),
)
_PEOPLE = pattern(_DOERS, "people", of="zh")
_MAKES_OTHERS = pattern(_DOERS, "makes others", of="zh")
_ATTRIBUTE = pattern(_DOERS, "attribute", of="zh")
_PRONOUN = pattern(_DOERS, "pronoun", of="zh")
_THAT_DOES = "的"
_VERB, _NOUNS = "v", ("n", "ng")
_NAMING = "ing"
_PROGRESSIVE = re.compile(r"\b(?:is|was|are|were|be|been) (?:\w+ )?$")
_DENIED_BEFORE = 12
"""Code points before an act in which it may be denied."""
_MOST_KEPT = 4_096
"""Sentences of which is kept who does what."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An act, and by whom it is done."""

    act: str
    roles: frozenset[str]
    """What they are;"""
    named: tuple[Named, ...]
    """and by what names."""
    words: Span


_Told = tuple[str | Named, Span]
"""What somebody is, or by what name he is called, and where."""


@lru_cache(maxsize=_MOST_KEPT)
def deeds(a: Analysis) -> tuple[Deed, ...]:
    """List the acts of a sentence of which it tells by whom they are done."""
    return tuple(deed for act in _names(_ACTS) for deed in _deeds_of(a, act))


def _deeds_of(a: Analysis, act: str) -> Iterator[Deed]:
    for match in pattern(_ACTS, act).finditer(a.low):
        done = Span(*match.span())
        if not _comes_about(a, done.start) or _is_only_named(a, done):
            continue
        told = tuple(each for place in _places(a, done) for each in _told(a, place, done))
        if told:
            spans = [done, *(span for _, span in told)]
            roles = frozenset(each for each, _ in told if isinstance(each, str))
            names = tuple(each for each, _ in told if isinstance(each, Named))
            start, end = min(span.start for span in spans), max(span.end for span in spans)
            yield Deed(act, roles, names, Span(start, end))


def _comes_about(a: Analysis, act: int) -> bool:
    """Tell whether an act is neither under a condition nor denied right before it."""
    if a.certainty[a.clause_at(act)] == CONDITIONAL:
        return False
    return not any(0 <= act - cue.end <= _DENIED_BEFORE and not cue.turning for cue in a.cues)


def _is_only_named(a: Analysis, done: Span) -> bool:
    """Tell whether an act is a thing or a property: freeway driving, self-driving cars."""
    only = a.low.endswith(_NAMING, done.start, done.end)
    return only and not _PROGRESSIVE.search(a.low, max(0, done.start - _DENIED_BEFORE), done.start)


def _places(a: Analysis, done: Span) -> Sequence[Span]:
    if not has_chinese(a.low):
        return english_doers(a, done)
    place = chinese_doer(a, done)
    return (place,) if place else ()


def _told(a: Analysis, place: Span, done: Span) -> Sequence[_Told]:
    """List who is told of in a stretch, up to what else he does: 艾登 in 艾登战胜科尔夺冠."""
    start, end = min(place.start, done.start), max(place.end, done.end)
    if any(several.search(a.low, start, end) for several in _SEVERAL):
        return ()
    told: list[_Told] = [*_roles(a, place), *((each, each.span) for each in named(a, place))]
    if not told or place.end > done.start or _PRONOUN.search(a.low, place.end, done.start):
        return told
    verbs = [w for w in a.words if w.tag == _VERB and place.start <= w.start < place.end]
    first, behind = min(span.start for _, span in told), min(span.end for _, span in told)
    before = [w.end for w in verbs if w.end <= first and not _ATTRIBUTE.fullmatch(w.text)]
    later = [word for word in verbs if word.start >= behind]
    of_another = before and _THAT_DOES not in a.low[before[-1] : first]
    if of_another or any(_MAKES_OTHERS.fullmatch(word.text) for word in later):
        return ()
    until = min((word.start for word in later), default=place.end)
    return [(each, span) for each, span in told if span.start < until]


def _roles(a: Analysis, place: Span) -> Iterator[tuple[str, Span]]:
    """Yield what it is told there that somebody is, and where."""
    for role in _names(ROLES):
        for match in pattern(ROLES, role).finditer(a.low, place.start, place.end):
            if not _is_of_another(a, match.end()):
                yield role, Span(*match.span())


def _is_of_another(a: Analysis, end: int) -> bool:
    """Tell whether a noun behind a role says that it is somebody or something of his: 总统特使."""
    behind = next((word for word in a.words if word.start >= end), None)
    if behind is None or behind.start != end or behind.tag not in _NOUNS:
        return False
    somebody = any(pattern(ROLES, role).search(behind.text) for role in _names(ROLES))
    return not (somebody or _PEOPLE.fullmatch(behind.text))


@cache
def _names(name: str) -> tuple[str, ...]:
    return tuple(each for each in sections_of("en", name) if each not in ("", EITHER))
