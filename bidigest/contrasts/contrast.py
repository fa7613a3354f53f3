"""The contrast between two sentences that are otherwise alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bidigest.contrasts import certainty, times
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.clocks import other_clocks
from bidigest.contrasts.comparisons import compared
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import MOST_CLAUSES, PolarityEvidence
from bidigest.contrasts.entities import none_in_common, of_names, of_sets
from bidigest.contrasts.evidence import certainty as uncertain
from bidigest.contrasts.evidence import other_members, other_names, other_times
from bidigest.contrasts.near_opposites import near_polarity_evidence
from bidigest.contrasts.overlap import content, overlap
from bidigest.contrasts.polarity import polarity_evidence
from bidigest.contrasts.poles import any_opposite
from bidigest.contrasts.times import Time
from bidigest.model import Span

Kind = Literal["polarity", "date", "certainty", "time", "entity"]

_AT_FIRST_SIGHT = (other_times, other_members, other_names, uncertain)

_ONE_MATTER = 0.6
"""Mean share of words in common from which two clauses say one thing, so that what has come
about in one of them and not in the other is the same thing."""

_ONE_EVENT = 0.4
"""The same from which two dates may be of one event."""

_LEAST_DATED = 0.2
"""The same of sentences that name several dates, and are probably one claim."""

_SURE = 0.5
"""The same from which they contradict each other, whatever else they agree on."""


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
    thing begins or ends. `certainty`: of what has come about, and of what has not.
    """
    if not _may_differ(a, b):
        return None
    return _of_time(a, b) or _of_entities(a, b) or _of_polarity(a, b) or _of_certainty(a, b)


def _may_differ(a: Analysis, b: Analysis) -> bool:
    """Tell whether anything sets them apart at first sight; in most pairs nothing does."""
    if a.low == b.low:
        return bool(other_times(a, b))
    denied = bool(a.cues or b.cues) or any_opposite(a.poles, b.poles)
    return denied or bool(compared(a, b)) or any(kind(a, b) for kind in _AT_FIRST_SIGHT)


def near_date(a: Analysis, b: Analysis) -> Contrast | None:
    """Find two dates of what comes about once, in sentences that probably make one claim."""
    found = _of_time(a, b, 0.0) or _of_dated_clauses(a, b)
    return found if found and found.kind == "date" else None


def _of_dated_clauses(a: Analysis, b: Analysis) -> Contrast | None:
    """Find two days or months of one event in sentences that name other times too.

    None of what either names may be the other's day as well; where either dates several events,
    the clauses must have words in common.
    """
    years = (_values([time for time in each.times if time.kind == "year"]) for each in (a, b))
    if times.apart(*years):
        return None
    ours, theirs = ([t for t in each.times if t.kind == "m"] for each in (a, b))
    least = 0.0 if _of_one_event(a, ours) and _of_one_event(b, theirs) else _LEAST_DATED
    pairs = [
        (one, other)
        for one in ours
        for other in theirs
        if all(times.other_day(one, each) for each in theirs)
        and all(times.other_day(each, other) for each in ours)
    ]
    found = (_of_date(a, [one], b, [other], least) for one, other in pairs)
    return next((each for each in found if each), None)


def _of_one_event(a: Analysis, named: Sequence[Time]) -> bool:
    """Tell whether one clause only of those with these times tells what comes about once."""
    clauses = dict.fromkeys(_clause(a, _clause_of(a, time)) for time in named)
    return sum(_comes_once(a.low[own.start : own.end]) for own in clauses) == 1


def _of_time(a: Analysis, b: Analysis, least: float = _ONE_EVENT) -> Contrast | None:
    """Find years, or parts of one, that exclude each other."""
    for years in (True, False):
        ones = [time for time in a.times if (time.kind == "year") == years]
        others = [time for time in b.times if (time.kind == "year") == years]
        if times.apart(_values(ones), _values(others)):
            return _of_date(a, ones, b, others, least) or Contrast(
                "time", Span.of(ones[0]), Span.of(others[0])
            )
    return None


def _of_date(
    a: Analysis, ones: Sequence[Time], b: Analysis, others: Sequence[Time], least: float
) -> Contrast | None:
    """Find the two dates of something that comes about once: one of them only can be right.

    That many may come about at many times: it begins, ends or is still to come, and no figure is
    told of it.
    """
    if len(ones) > 1 or len(others) > 1:
        return None
    ours, theirs = _clause_of(a, ones[0]), _clause_of(b, others[0])
    common = overlap(a, ours, b, theirs, poles=True)
    said, also = _around(a, ours), _around(b, theirs)
    once = all(map(_comes_once, (said, also))) and not _of_other_amounts(said, also)
    if once and common.mean >= least and (common.words >= 1 or not least):
        return Contrast("date", _clause(a, ours), _clause(b, theirs))
    return None


def _around(a: Analysis, clause: int) -> str:
    """Return what tells of a clause: the sentence, if it has no more than two."""
    own = _clause(a, clause)
    return a.low if len(a.certainty) <= MOST_CLAUSES else a.low[own.start : own.end]


def _comes_once(said: str) -> bool:
    return bool(pattern("comes once").search(said)) and not pattern("moves").search(said)


def _of_other_amounts(said: str, also: str) -> bool:
    ours, theirs = (
        {match[0] for match in pattern("amount").finditer(each)} for each in (said, also)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _clause_of(a: Analysis, time: Time) -> int:
    return next((word.clause for word in a.words if word.end > time.start), 0)


def _values(mentioned: Sequence[Time]) -> frozenset[str]:
    return frozenset(time.value for time in mentioned)


def _of_entities(a: Analysis, b: Analysis) -> Contrast | None:
    places = of_sets(a, b) or of_names(a, b)
    return Contrast("entity", *places) if places else None


def near_contrast(a: Analysis, b: Analysis) -> Contrast | None:
    """Find what sets apart two sentences that probably make one claim and share few words.

    That are opposites, and the minutes at which one thing happened.
    """
    found = _of_evidence(a, b, tuple(near_polarity_evidence(a, b)))
    if found is None and (minutes := other_clocks(a, b)):
        return Contrast("date", *minutes)
    return found


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
    return Contrast("polarity", found.first, found.second, found.overlap if found.by_poles else 0.0)


def _strongest(evidence: Sequence[PolarityEvidence]) -> PolarityEvidence | None:
    return max(evidence, key=lambda each: each.overlap, default=None)


def _certainty(a: Analysis, said: Span) -> str:
    """Return how certain the clause of these words is; what they demand themselves is a fact."""
    clause = next((word.clause for word in a.words if word.end > said.start), 0)
    if a.certainty[clause] != certainty.REQUIRED:
        return a.certainty[clause]
    beside = a.low[: said.start] + " " * (said.end - said.start) + a.low[said.end :]
    own = _clause(a, clause)
    return certainty.certainties(beside, [own])[0]


_ASIDE = ("before that", "demanded")
"""Cues that words are of an earlier time than what the sentence is about (先前已拒绝), or of what
somebody wants: neither is denied by what is so.
"""


_OPENING = 20
"""Code points before a clause in which a word may stand that opens the sentence: previously, …"""


def _tells(kind: str, a: Analysis, said: Span) -> bool:
    clause = next((word.clause for word in a.words if word.end > said.start), 0)
    own = _clause(a, clause)
    end = said.start if kind == "demanded" else own.end
    return bool(pattern(kind).search(a.low, max(own.start - _OPENING, 0), end))


def _only_expected(a: Analysis, said: Span, other: str) -> bool:
    """Tell whether something is said to be expected, beside a fact: it need not have come about."""
    clause = next((word.clause for word in a.words if word.end > said.start), 0)
    start = _clause(a, clause).start
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
    return Contrast("certainty", _clause(a, i), _clause(b, j))


def _of_the_matter(a: Analysis) -> list[int]:
    """List the clauses that do more than name who says it (`the mayor said`); all if none does."""
    said = [w.clause for w in content(a, None, True) if w.start not in a.framing]
    telling = [clause for clause in range(len(a.certainty)) if said.count(clause) > 1]
    return telling or list(range(len(a.certainty)))


def _clause(a: Analysis, clause: int) -> Span:
    own = [word for word in a.words if word.clause == clause]
    return Span(own[0].start, own[-1].end) if own else Span(0, len(a.text))
