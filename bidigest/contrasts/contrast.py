"""The contrast between two sentences that are otherwise alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Literal

from bidigest.contrasts import certainty
from bidigest.contrasts.accusations import accusation_and_denial, of_one_charge, refuted_there
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.awaited import awaited, declines_to_speak
from bidigest.contrasts.called import other_group
from bidigest.contrasts.claim_denials import claim_denials
from bidigest.contrasts.clocks import other_clocks
from bidigest.contrasts.comparisons import compared
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import MOST_CLAUSES, PolarityEvidence, either_way
from bidigest.contrasts.emphatic_denials import emphatic_denials
from bidigest.contrasts.entities import none_in_common, of_names, of_sets
from bidigest.contrasts.event_dates import (
    apart_in_time,
    other_dates,
    other_dates_among_several,
    other_days,
)
from bidigest.contrasts.evidence_kinds import certainty as uncertain
from bidigest.contrasts.evidence_kinds import other_members, other_names, other_times
from bidigest.contrasts.near_corrections import near_corrections
from bidigest.contrasts.near_opposites import near_polarity_evidence
from bidigest.contrasts.only_part import only_part
from bidigest.contrasts.overlap import content, overlap
from bidigest.contrasts.polarity import polarity_evidence
from bidigest.contrasts.poles import any_opposite
from bidigest.contrasts.who_did_it import other_actors
from bidigest.model import Span

Kind = Literal["polarity", "date", "certainty", "time", "entity"]

_AT_FIRST_SIGHT = (other_times, other_members, other_names, uncertain)

_ONE_MATTER = 0.6
"""Mean share of words in common from which two clauses say one thing, so that what has come
about in one of them and not in the other is the same thing."""

_SURE = 0.5
"""The same from which they contradict each other, whatever else they agree on."""

_IN_FEW_WORDS = (claim_denials, only_part, emphatic_denials, near_corrections)
"""What is looked for where sentences share few words, from either to the other."""

_Look = Callable[[Analysis, Analysis], tuple[Span, Span] | None]
_TOLD_OTHERWISE: tuple[tuple[Kind, _Look], ...] = (
    *(("polarity", awaited), ("date", other_clocks)),
    *(("polarity", other_group), ("polarity", other_actors)),
)
"""What is looked for after that, and what it is."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """In what two sentences differ, and where each of them says so (from its start)."""

    kind: Kind
    first: Span
    second: Span
    overlap: float = 0.0
    """Of polarity that words of poles tell: the mean share of words in common of their clauses."""


@lru_cache(maxsize=64)
def contrast(a: Analysis, b: Analysis) -> Contrast | None:
    """Find the contrast of two sentences that speak of one matter; None where there is none.

    `polarity`: the one says what the other denies. `entity`, `time`: they speak of different
    persons, things or places, or of different years or parts of a year. `date`: these are when one
    thing begins or ends. `certainty`: of what has come about, and of what has not; or of what is
    charged, and of its denial.
    """
    if not _may_differ(a, b):
        return None
    found = _of_time(a, b) or _of_entities(a, b) or _of_polarity(a, b) or _of_certainty(a, b)
    return found or _of_accusation(a, b)


def _may_differ(a: Analysis, b: Analysis) -> bool:
    """Tell whether anything sets them apart at first sight; in most pairs nothing does."""
    if a.low == b.low:
        return bool(other_times(a, b))
    denied = bool(a.cues or b.cues) or any_opposite(a.poles, b.poles)
    return denied or bool(compared(a, b)) or any(kind(a, b) for kind in _AT_FIRST_SIGHT)


def near_date(a: Analysis, b: Analysis) -> Contrast | None:
    """Find two dates of what comes about once, in sentences that probably make one claim."""
    found = other_dates(a, b, 0.0) or other_dates_among_several(a, b)
    return Contrast("date", *found) if found else None


def day_of_the_same(a: Analysis, b: Analysis) -> Contrast | None:
    """Find two days of one thing, in sentences that surely make one claim."""
    found = other_days(a, b)
    return Contrast("date", *found) if found else None


def _of_time(a: Analysis, b: Analysis) -> Contrast | None:
    """Find years, or parts of one, that exclude each other."""
    if found := other_dates(a, b):
        return Contrast("date", *found)
    told = apart_in_time(a, b)
    return Contrast("time", Span.of(told[0][0]), Span.of(told[1][0])) if told else None


def _of_entities(a: Analysis, b: Analysis) -> Contrast | None:
    places = of_sets(a, b) or of_names(a, b)
    return Contrast("entity", *places) if places else None


def near_contrast(a: Analysis, b: Analysis) -> Contrast | None:
    """Find what sets apart two sentences that probably make one claim and share few words.

    That are opposites, a decision that the other still waits for, the minutes at which one thing
    happened, two names of one group, and who did it.
    """
    if a.ends_asking or b.ends_asking or (declines_to_speak(a) and declines_to_speak(b)):
        return None
    said = (either_way(look, a, b) for look in _IN_FEW_WORDS)
    found = _of_evidence(a, b, (*near_polarity_evidence(a, b), *chain.from_iterable(said)))
    told = ((kind, look(a, b)) for kind, look in _TOLD_OTHERWISE)
    return found or next((Contrast(kind, *places) for kind, places in told if places), None)


def _of_polarity(a: Analysis, b: Analysis) -> Contrast | None:
    return _of_evidence(a, b, polarity_evidence(a, b))


def _of_evidence(a: Analysis, b: Analysis, speaking: Sequence[PolarityEvidence]) -> Contrast | None:
    against = max((v.overlap for v in speaking if not v.opposite), default=0.0)
    found = _strongest([each for each in speaking if each.opposite])
    enough = min(against, _SURE)
    if found is None or found.overlap < enough:
        return None
    ours, theirs = _certainty(a, found.first), _certainty(b, found.second)
    if certainty.only_thought(ours) != certainty.only_thought(theirs):
        return None
    if certainty.CONDITIONAL in (ours, theirs) or none_in_common(a, b):
        return None
    if _only_expected(a, found.first, theirs) or _only_expected(b, found.second, ours):
        return None
    if any(_tells(kind, a, found.first) != _tells(kind, b, found.second) for kind in _ASIDE):
        return None
    if refuted_there(a, found.first) or refuted_there(b, found.second):
        return None
    if of_one_charge(a, found.first, b) or of_one_charge(b, found.second, a):
        return None
    if _of_another_time(a, found.first, b) or _of_another_time(b, found.second, a):
        return None
    return Contrast("polarity", found.first, found.second, found.overlap if found.by_poles else 0.0)


def _strongest(evidence: Sequence[PolarityEvidence]) -> PolarityEvidence | None:
    return max(evidence, key=lambda each: each.overlap, default=None)


def _certainty(a: Analysis, said: Span) -> str:
    """Return how certain the clause of these words is; what they demand themselves is a fact."""
    clause = a.clause_at(said.start)
    if a.certainty[clause] != certainty.REQUIRED:
        return a.certainty[clause]
    # What is required stands behind the word that says so.
    behind = pattern(certainty.REQUIRED).sub(lambda word: " " * len(word[0]), a.low[said.end :])
    beside = a.low[: said.start] + " " * (said.end - said.start) + behind
    own = a.clause_or_whole(clause)
    return certainty.certainties(beside, [own])[0]


_ASIDE = ("before that", "demanded")
"""Cues that words are of an earlier time than what the sentence is about (先前已拒绝), or of what
somebody wants: neither is denied by what is so.
"""


_OPENING = 20
"""Code points before a clause in which a word may stand that opens the sentence: previously, …"""


def _tells(kind: str, a: Analysis, said: Span) -> bool:
    clause = a.clause_at(said.start)
    own = a.clause_or_whole(clause)
    if kind == "demanded":
        return bool(pattern(kind).search(a.low, own.start, said.start))
    opening = max(own.start - _OPENING, certainty.last_turn(a.low, own.start))
    return bool(pattern(kind).search(a.low, opening, own.end))


def _of_another_time(a: Analysis, said: Span, b: Analysis) -> bool:
    """Tell whether words are of a time of which the other sentence names none: last year, 曾."""
    clause = a.clause_at(said.start)
    own, cue, denies = (
        a.clause_or_whole(clause),
        pattern("at another time"),
        pattern("denies a claim"),
    )
    if denies.search(a.low) or denies.search(b.low):
        return False
    return bool(cue.search(a.low, own.start, own.end)) and not cue.search(b.low)


def _only_expected(a: Analysis, said: Span, other: str) -> bool:
    """Tell whether something is said to be expected, beside a fact: it need not have come about."""
    clause = a.clause_at(said.start)
    start = a.clause_or_whole(clause).start
    expected = pattern(certainty.EXPECTED).search(a.low, start, said.start)
    return bool(expected) and other in (certainty.FACT, certainty.DONE)


def _of_certainty(a: Analysis, b: Analysis) -> Contrast | None:
    """Find what has come about in the one sentence, and in the other has not."""
    if max(len(a.certainty), len(b.certainty)) > MOST_CLAUSES:
        return None
    clauses = [(i, j) for i in _of_the_matter(a) for j in _of_the_matter(b)]
    if not any(certainty.apart(a.certainty[i], b.certainty[j]) for i, j in clauses):
        return None
    shared = ((overlap(a, i, b, j, poles=True).mean, i, j) for i, j in clauses)
    most, i, j = max(shared, default=(0.0, 0, 0))
    if most < _ONE_MATTER or not certainty.apart(a.certainty[i], b.certainty[j]):
        return None
    return Contrast("certainty", a.clause_or_whole(i), b.clause_or_whole(j))


def _of_accusation(a: Analysis, b: Analysis) -> Contrast | None:
    places = accusation_and_denial(a, b)
    return Contrast("certainty", *places) if places else None


def _of_the_matter(a: Analysis) -> list[int]:
    """List the clauses that do more than name who says it (`the mayor said`); all if none does."""
    said = [w.clause for w in content(a, None, True) if w.start not in a.framing]
    telling = [clause for clause in range(len(a.certainty)) if said.count(clause) > 1]
    return telling or list(range(len(a.certainty)))
