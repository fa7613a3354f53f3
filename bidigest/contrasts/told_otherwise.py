"""Told otherwise: one event of which two sentences give another cause, place or way."""

from __future__ import annotations

from itertools import product

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.event_dates import apart_in_time
from bidigest.contrasts.fillers import alike_fillers, dismiss_the_same, says_elsewhere
from bidigest.contrasts.overlap import same_word
from bidigest.contrasts.places import exclude_each_other
from bidigest.contrasts.slots import ACT, CAUSE, ORIGIN, SLOTS, Filled, slots_of, words_beside
from bidigest.languages.patterns import pattern
from bidigest.model import Span


def told_otherwise(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find the words by which two sentences fill a slot of one event otherwise; None without any.

    Args:
        a: a sentence.
        b: another that probably makes the same claim.
    """
    pairs = product(slots_of(a), slots_of(b))
    found = next((pair for pair in pairs if _differ(a, pair[0], b, pair[1])), None)
    if found is None or apart_in_time(a, b):
        return None
    return found[0].words, found[1].words


def told_alike(a: Analysis, b: Analysis) -> bool:
    """Tell whether two sentences give a cause, a way or a beginning that may be the same.

    Args:
        a: a sentence.
        b: another that probably makes the same claim.
    """
    return any(_agree(a, one, b, other) for one, other in product(slots_of(a), slots_of(b)))


def _agree(a: Analysis, one: Filled, b: Analysis, other: Filled) -> bool:
    of_one_kind = one.kind == other.kind and not one.kind.startswith(ACT)
    return of_one_kind and alike_fillers(a, one, b, other)


def _differ(a: Analysis, one: Filled, b: Analysis, other: Filled) -> bool:
    """Tell whether two slots are one of one event, and what fills them is not the same."""
    if one.kind != other.kind or not _of_one_event(a, one, b, other):
        return False
    if one.place.kinds and other.place.kinds:
        return exclude_each_other(one.place, other.place)
    if one.kind.startswith(ACT) or _may_hold(a, one, b, other):
        return False
    pairs = product(slots_of(a), slots_of(b))
    if any(_agree(a, ours, b, theirs) for ours, theirs in pairs if one is ours or other is theirs):
        return False
    elsewhere = says_elsewhere(a, one, b) or says_elsewhere(b, other, a)
    return not (elsewhere or dismiss_the_same(a, b))


def _of_one_event(a: Analysis, one: Filled, b: Analysis, other: Filled) -> bool:
    """Tell whether anything says that two slots are of one event, if their kind does not."""
    if one.kind != CAUSE and not one.kind.startswith(ACT):
        return True
    theirs = words_beside(b, other)
    return any(same_word(word, theirs) for word in words_beside(a, one))


def _may_hold(a: Analysis, one: Filled, b: Analysis, other: Filled) -> bool:
    """Tell whether only one of two places is told by its level or side, and may hold the other."""
    held = pattern(SLOTS, "holds others")
    told = [bool(held.search(slot.text(each))) for each, slot in ((a, one), (b, other))]
    return one.kind.startswith(ORIGIN) and told[0] != told[1]
