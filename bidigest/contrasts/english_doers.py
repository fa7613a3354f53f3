"""Where an English sentence tells who did something.

Before the act, with what is set behind a name; behind `by`; or behind `the first to warn them was`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.doer_stretches import (
    after_last,
    stretch_from,
    stretch_until,
    stretches_before,
)
from bidigest.languages.patterns import pattern
from bidigest.model import Span

_DOERS = "contrasts/doers"
_SOURCE = " from"
_PURPOSE = " to"
_BY = " by "
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are) (?:(?!the |an? )\w+ )?$")
_BEHIND = re.compile(
    r"[^,;:.!?]{0,40}?\bby ((?:(?! and )[^,;:.!?]){2,60}(?:, (?:(?! and )[^,;:.!?]){2,40})?)"
)
_WAS = re.compile(r"[^;:.!?]{0,60}?,? (?:was|is|were) ([^,;:.!?]{2,60}(?:, [^,;:.!?]{2,40})?)")
_ONE_WHO = pattern(
    _DOERS, "one who", of="en", before=r"\b", behind=r"(?: \w+){0,2} (?:to|who|that) ?$"
)
_DOER = pattern(_DOERS, "doer", of="en", before=r"\b", behind="$")
_WANTED = pattern(_DOERS, "not yet", of="en", before=r"\b", behind=" $")
_SAYS = pattern(_DOERS, "says before", of="en", before=r"\b", behind=r"\b")
_PRONOUN = pattern(_DOERS, "pronoun", of="en", before=" ?(?:and )?", behind=r"\b")
_HELPING = pattern(_DOERS, "helping", of="en", before=r" ?(?:\b", behind=r"\b ?){0,12}")
_RELATIVE = pattern(_DOERS, "relative", of="en", before=" ?", behind=r"\b[\w ]{0,40}$")
_APPOSITION = pattern(_DOERS, "apposition", of="en", before=" ?", behind=" ?$")
_VERB = re.compile(r"\b(?:that|who|which|was|were|is|are|had|has|have)\b")
_IN_A_PLACE = re.compile(r"\b(?:in|of|at|near|from) [^,;:.!?]{2,30},$")
_MOST_OF_PLACE = 36
"""Code points before a name in which is told that it is a place's: in Austin, Texas."""
_FARTHEST = 2
"""Stretches before that of the act: Petra Lund, a nurse, leaked it."""


def english_doers(a: Analysis, act: Span) -> tuple[Span, ...]:
    """List the stretches of an English sentence that tell who did something.

    Args:
        a: the sentence.
        act: where it tells what was done.
    """
    low, own = a.low, stretch_until(a.low, act.start)
    if low.endswith(_SOURCE, act.start, act.end):
        return (stretch_from(low, act.end),)
    until = act.end if low.endswith(_PURPOSE, act.start, act.end) else act.start
    one_who = _ONE_WHO.search(low, own.start, until)
    was = _WAS.match(low, act.end)
    doer = _DOER.search(low, act.start, act.end)
    if was and (one_who or doer):
        return (Span(*was.span(1)),)
    if doer or (not one_who and _WANTED.search(low, own.start, own.end)):
        return ()
    if _PASSIVE.search(low, own.start, own.end) or low.startswith(_BY, act.end):
        by = _BEHIND.match(low, act.end)
        return (Span(*by.span(1)),) if by else ()
    own = after_last(_SAYS, low, own)
    if _PRONOUN.match(low, own.start, own.end):
        return ()
    helping = _HELPING.fullmatch(low, own.start, own.end)
    if helping or _RELATIVE.match(low, own.start, own.end):
        return tuple(_before(low, act))
    return (own,)


def _before(low: str, act: Span) -> Iterator[Span]:
    """Yield the stretches before that of the act, up to the first that only tells what he is."""
    for place in stretches_before(low, act.start, _FARTHEST):
        if _IN_A_PLACE.search(low, max(0, place.start - _MOST_OF_PLACE), place.start):
            return
        told = after_last(_SAYS, low, place)
        verb = _VERB.search(low, told.start, told.end)
        apposition = _APPOSITION.match(low, place.start, place.end)
        if verb and not apposition:
            return
        yield Span(told.start, verb.start()) if verb else told
        if not apposition:
            return
