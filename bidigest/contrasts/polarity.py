"""Polarity: whether one of two sentences says that something is so, the other that it is not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.bare_denials import bare_denials
from bidigest.contrasts.comparisons import compared
from bidigest.contrasts.corrections import corrections, may_correct
from bidigest.contrasts.denials import (
    LEAST_WORDS,
    PolarityEvidence,
    denied_words,
    either_way,
    may_be_denied,
)
from bidigest.contrasts.overlap import Overlap, content, overlap
from bidigest.contrasts.pole_scope import (
    SAID_OF_TWO,
    holds,
    of_other_courses,
    of_other_days,
    of_other_measures,
    of_some,
    told,
)
from bidigest.contrasts.poles import Pole, any_opposite
from bidigest.contrasts.two_matters import of_two_matters
from bidigest.languages.zh.scripts import has_chinese

LEAST_OVERLAP = 0.3
"""Mean share of the clauses' other words in common below which poles are of different things."""

LEAST_OVERLAP_IN_CHINESE = 0.4
LEAST_OVERLAP_IN_ENGLISH = 0.45
"""The same of two clauses of one language, which share more words whatever they say."""

_LEAST_OF = {"permission": 0.5}
"""The same of what is said of many things in one report: what the law allows, and forbids."""

_LEAST_AS_WHOLES_OF = {"level": 0.3}
"""The same of Chinese sentences as wholes: exports rise, and beside them what else falls."""

LEAST_AS_WHOLES = 0.2
LEAST_AS_WHOLES_FOR_DENIAL = 0.4
_LEAST_AS_WHOLES_FOR_BARE_DENIAL = 0.6
"""The same of the sentences as wholes: for poles, for mere denials, and for those of no word in one
language."""

CLEARLY = 0.15
"""By how much more another clause must have in common to be the one that is spoken of."""

_EXTENT = "extent"
"""Whether it is all or some: what tells of some of many is about that."""


def polarity_evidence(a: Analysis, b: Analysis) -> tuple[PolarityEvidence, ...]:
    """Collect what speaks for and against the sentences saying opposite things of one matter.

    Where nothing can speak for it, nothing is collected.
    """
    if a.asking or b.asking or not _may_oppose(a, b):
        return ()
    whole = overlap(a, None, b, None)
    if not _one_matter(whole, LEAST_AS_WHOLES):
        return ()
    if sides := compared(a, b):
        return (PolarityEvidence(sides.opposite, sides.first, sides.second, whole.mean),)
    corrected = tuple(either_way(corrections, a, b))
    found = corrected or tuple(_poles(a, b))
    told = any(each.opposite for each in found) or _agree_on_a_denial(a, b)
    if told or not _one_matter(whole, LEAST_AS_WHOLES_FOR_DENIAL):
        return found
    found += tuple(either_way(denied_words, a, b))
    across = has_chinese(a.low) != has_chinese(b.low)
    if not across and not _one_matter(whole, _LEAST_AS_WHOLES_FOR_BARE_DENIAL):
        return found
    return found or tuple(either_way(bare_denials, a, b))


def _may_oppose(a: Analysis, b: Analysis) -> bool:
    """Tell whether anything could speak for opposites, before words are compared."""
    if sides := compared(a, b):
        return sides.opposite
    if any_opposite(a.poles, b.poles) or may_correct(a) or may_correct(b):
        return True
    return may_be_denied(a, b) or may_be_denied(b, a)


def _poles(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Compare poles of one matter, each with the one whose clause has most in common with its own.

    A verb that only turns round a pole on which the two agree (he did not deny it, he admitted
    it) says nothing.
    """
    pairs = _paired(a, b)
    agreed = [(one.start, other.start) for one, other, opposite, _ in pairs if not opposite]
    for one, other, opposite, common in pairs:
        turned = any(_turns(a, one, i) or _turns(b, other, j) for i, j in agreed)
        # That both say what is common to say leaves open what either denies beside it.
        told_by_both = not opposite and not (one.weighed and other.weighed)
        if not (opposite and turned) and not told_by_both:
            yield PolarityEvidence(opposite, told(a, one), told(b, other), common, by_poles=True)


def _agree_on_a_denial(a: Analysis, b: Analysis) -> bool:
    """Tell whether one of them says by denying what the other says: not unanimous, and split."""
    return any(
        not opposite and (one.turned or other.turned) for one, other, opposite, _ in _paired(a, b)
    )


@lru_cache(maxsize=16)
def _paired(a: Analysis, b: Analysis) -> tuple[tuple[Pole, Pole, bool, float], ...]:
    """Pair each pole once: whether the two exclude each other, and how alike their clauses are."""
    used: set[tuple[int, int]] = set()
    found: list[tuple[Pole, Pole, bool, float]] = []
    for score, opposite, i, j in sorted(_offers(a, b)):
        ends = {(0, a.poles[i].start), (1, b.poles[j].start)}
        if used.isdisjoint(ends):
            used |= ends
            found.append((a.poles[i], b.poles[j], opposite, -score))
    return tuple(found)


def _offers(a: Analysis, b: Analysis) -> Iterator[tuple[float, bool, int, int]]:
    """Yield pairs of poles of one matter, by their numbers, with how alike their clauses are."""
    least = _least(a, b)
    whole = overlap(a, None, b, None).mean if least == LEAST_OVERLAP_IN_CHINESE else 1.0
    return (
        (-round(common.mean, 6), one.states.isdisjoint(other.states), i, j)
        for i, one in enumerate(a.poles)
        for j, other in enumerate(b.poles)
        if one.about == other.about
        if holds(a, one) and holds(b, other)
        for common in [overlap(a, one.clause, b, other.clause, (one, other))]
        if common.mean >= max(least, _LEAST_OF.get(one.about, 0)) and common.words >= LEAST_WORDS
        if whole >= _LEAST_AS_WHOLES_OF.get(one.about, 0)
        if _facing(a, one.clause, b, other.clause, common)
        if not of_other_days(a, one.clause, b, other.clause)
        if one.about == _EXTENT or not of_some(a, b)
        if not (of_other_measures(a, one, b, other) or of_other_courses(a, one, b, other))
        if not of_two_matters(a, one, b, other)
        if not (_says_both(a, one, other) or _says_both(b, other, one))
    )


def _least(a: Analysis, b: Analysis) -> float:
    """Return how much two clauses must have in common, by their languages."""
    ours, theirs = has_chinese(a.low), has_chinese(b.low)
    if ours != theirs:
        return LEAST_OVERLAP
    return LEAST_OVERLAP_IN_CHINESE if ours else LEAST_OVERLAP_IN_ENGLISH


def _facing(a: Analysis, in_a: int, b: Analysis, in_b: int, common: Overlap) -> bool:
    """Tell whether neither clause has clearly more in common with another of the other sentence."""
    best_of_b = (overlap(a, in_a, b, clause, poles=True) for clause in _telling(b) - {in_b})
    best_of_a = (overlap(a, clause, b, in_b, poles=True) for clause in _telling(a) - {in_a})
    rivals = [*best_of_b, *best_of_a]
    nowhere = common.words < 1 and any(each.words >= 1 for each in rivals)
    rival = max((each.mean for each in rivals), default=0.0)
    return not nowhere and common.mean >= rival - CLEARLY


def _telling(a: Analysis) -> set[int]:
    return {word.clause for word in content(a, None, True)}


def _says_both(a: Analysis, one: Pole, other: Pole) -> bool:
    """Tell whether a sentence says elsewhere what the other does: who leaves an office for one.

    The same of the words that only tell states: an interim boss, until a permanent one is found.

    Args:
        a: a sentence.
        one: a pole of it.
        other: a pole of the other sentence.
    """
    if not one.states.isdisjoint(other.states):
        return False
    if not (one.weighed or other.weighed):
        return any(
            pole.about == one.about and pole.states.isdisjoint(one.states) for pole in a.poles
        )
    abouts = next((each for each in SAID_OF_TWO if one.about in each), ())
    return any(
        pole.start != one.start and pole.about in abouts and pole.states == other.states
        for pole in a.poles
    )


def _turns(a: Analysis, pole: Pole, start: int) -> bool:
    """Tell whether the pole itself is a verb that turns round what stands there."""
    return any(
        cue.turning
        and cue.start < pole.end
        and pole.start < cue.end
        and cue.end <= start < cue.reach
        for cue in a.cues
    )


def _one_matter(common: Overlap, least: float) -> bool:
    """Tell whether two sentences with this in common, as wholes, are of one matter."""
    return common.mean >= least and common.words >= LEAST_WORDS
