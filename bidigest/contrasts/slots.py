"""Slots: what a sentence gives as the cause of an event, as where it began or was, and as the way.

`because of rising costs`, 起因是冷却泵故障, `started in the attic`, 存放在博物馆.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.overlap import content
from bidigest.contrasts.places import Place, place_in
from bidigest.contrasts.words import Word
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import sections_named
from bidigest.model import Span
from bidigest.text.plain_text import trimmed

SLOTS = "contrasts/slots"
_BEHIND, _BEFORE = " behind", "cause before"
CAUSE, ACT, ORIGIN = "cause", "act", "origin"
_NOWHERE = Place({}, 0)

_NEAR = 30
"""Code points before a cue in which it may be denied."""
_LONGEST = 160
"""Code points of a filler."""
_MOST_KEPT = 4_096
"""Sentences of which is kept what slots they fill."""

_STOP = re.compile(r"[,;:.!?，；：。！？]")


@dataclass(frozen=True, slots=True, eq=False)
class Filled:
    """A slot, and what fills it; places count in code points from the sentence's start."""

    kind: str
    """`cause`, `means` and `origin` with what they are of, or `act` with what is done."""
    cue: Span
    filler: Span
    place: Place
    """That the filler names."""

    @property
    def words(self) -> Span:
        """The cue with the filler."""
        ends = (self.cue.start, self.cue.end, self.filler.start, self.filler.end)
        return Span(min(ends), max(ends))

    def text(self, a: Analysis) -> str:
        """Return the words of the filler, folded, of the sentence that has it."""
        return a.low[self.filler.start : self.filler.end]


def words_in(a: Analysis, place: Span) -> list[Word]:
    """List the words of content within a span that do more than tell who says it."""
    return [
        word
        for word in content(a, None, True)
        if place.start <= word.start and word.end <= place.end and word.start not in a.framing
    ]


def words_beside(a: Analysis, slot: Filled) -> list[Word]:
    """List the words of content that tell of what event a slot is filled."""
    return [
        word
        for word in content(a, None, True)
        if word.start not in a.framing
        and not slot.filler.start <= word.start < slot.filler.end
        and not (slot.cue.start <= word.start < slot.cue.end and _only_tells_slot(slot, word))
    ]


def _only_tells_slot(slot: Filled, word: Word) -> bool:
    return slot.kind.startswith(ACT) or bool(pattern(SLOTS, "cue words").fullmatch(word.text))


@lru_cache(maxsize=_MOST_KEPT)
def slots_of(a: Analysis) -> tuple[Filled, ...]:
    """List the slots that a sentence fills; none where it asks."""
    return () if a.ends_asking else (*_filled_behind(a), *_filled_before(a), *_acts(a))


def _filled_behind(a: Analysis) -> Iterator[Filled]:
    for section in sections_named(SLOTS, ""):
        if not section.endswith(_BEHIND):
            continue
        kind = section.removesuffix(_BEHIND)
        for cue in pattern(SLOTS, section).finditer(a.low):
            filler = trimmed(a.low, cue.end(), _end(a.low, cue.end()))
            if _is_the_one(a.low, cue.start(), filler.end) and _tells(a, filler):
                place = _NOWHERE if kind == CAUSE else place_in(a.low, filler.start, filler.end)
                yield Filled(kind, Span(*cue.span()), filler, place)


def _filled_before(a: Analysis) -> Iterator[Filled]:
    for cue in pattern(SLOTS, _BEFORE).finditer(a.low):
        start = _clause(a.low, cue.start(), cue.end()).start
        begun = pattern(SLOTS, "begins").finditer(a.low, start, cue.start())
        start = max((each.end() for each in begun), default=start)
        filler = trimmed(a.low, start, cue.start())
        if _is_the_one(a.low, cue.start(), cue.end()) and _tells(a, filler):
            yield Filled(CAUSE, Span(*cue.span()), filler, _NOWHERE)


def _acts(a: Analysis) -> Iterator[Filled]:
    for section in sections_named(SLOTS, ACT):
        for act in pattern(SLOTS, section).finditer(a.low):
            clause = _clause(a.low, act.start(), act.end())
            at = pattern(SLOTS, "before a place").search(a.low, clause.start, clause.end)
            place = place_in(a.low, at.start(), clause.end) if at else _NOWHERE
            if at and place.kinds and _is_the_one(a.low, act.start(), act.end()):
                filler = Span(at.start(), place.end)
                yield Filled(section, Span(*act.span()), filler, place)


def _end(low: str, start: int) -> int:
    end = pattern(SLOTS, "ends").search(low, start + 1, start + _LONGEST)
    return end.start() if end else min(len(low), start + _LONGEST)


def _clause(low: str, start: int, end: int) -> Span:
    """Return where the clause stands that holds a cue."""
    first = max((stop.end() for stop in _STOP.finditer(low, 0, start)), default=0)
    stop = _STOP.search(low, end)
    return Span(first, stop.start() if stop else len(low))


def _is_the_one(low: str, start: int, end: int) -> bool:
    """Tell whether what fills a slot is said to do so, and is no one of several.

    Args:
        low: a folded sentence.
        start: where the cue begins.
        end: where the words of the slot end.
    """
    clause = _clause(low, start, start).start
    denied = pattern(SLOTS, "denied").search(low[max(clause, start - _NEAR) : start])
    alone = pattern(SLOTS, "not alone").search(low, clause, end)
    return not (denied or alone or pattern(SLOTS, "and others").search(low, clause))


def _tells(a: Analysis, filler: Span) -> bool:
    """Tell whether a filler says more than a name: whom one blames has done something."""
    named = {name.start for name in a.names}
    telling = any(word.start not in named for word in words_in(a, filler))
    return telling and not pattern(SLOTS, "of some").search(a.low, filler.start, filler.end)
