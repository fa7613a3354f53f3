"""Opposites in sentences that share few words: “will appeal”, and 不会再上诉.

How alike their words are tells nothing of such sentences, most of all in two languages. So this is
asked only where a sentence model finds that they probably make one claim, and only of what is
decided or done, not of what rises and falls beside other things.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.denials import PolarityEvidence
from bidigest.contrasts.overlap import overlap
from bidigest.contrasts.pole_scope import (
    SAID_OF_TWO,
    holds,
    of_other_days,
    of_some,
    told,
)
from bidigest.contrasts.poles import Pole
from bidigest.contrasts.two_matters import of_two_matters
from bidigest.languages.zh.scripts import has_chinese

_DECIDED = frozenset(
    "admission advertising alarm alone apology appeal appeal_outcome arms arrival"
    " attendance authorship award awareness bail balance board_seat building"
    " candidacy capture career cash_offer departure in_use intervention sentencing"
    " suspended_sentence voluntary"
    " calling_off cause_known ceasefire championship charge compatibility concession condition"
    " confirm connection consciousness consent contact contagion conversion cooperation cost_plan"
    " court_won custody damage damages_awarded deathbed decision_made defect display dividend"
    " done_yet early edibility effect election electricity encryption evacuation exam exemption"
    " extinct extradition fatality fined fire fitness flood_defence found free_will goal"
    " graduation guilt harm hearing hostages hours include independence insurance intent"
    " jobs launch lawsuit league leak leaving_office licence listing majority marriage match"
    " match_played native"
    " need novelty paid_back payment peace peer_review penalty permission place plea"
    " popularity promotion qualification rates recall recognition record_broken"
    " record_of_crime recovery refund remand request response restitution rollout sanctions"
    " selection_of_office sending_off sentence setting settlement shortage side_effects"
    " signing sobriety solvency source_code standard stock strike suitor_left survival takeover"
    " talks_progress target tender test testimony ticket trial troops truth tumour unity"
    " vaccination verdict vote warning water weapon_found which_end wish".split()
)
"""What these poles are about is so, or not so, of one thing once."""

_DECIDED_IN_ENGLISH = _DECIDED | {"door", "event", "extent", "outcome", "presence"}
"""These, and those of which reports in Chinese tell beside what they are about."""

_DECIDED_IN_CHINESE = _DECIDED | set(
    "expansion first_time going mood safety status_of_rule".split()
)
"""These, and those whose words in English tell of too many things: go on, lift, expand."""

_LEAST_OF_COMMON_WORDS = 0.1
"""Mean share of the clauses' other words in common below which words that are said of many things,
those of the list of poles, are of two."""

_LEAST_OF_LEVELS = 0.3
"""The same of what rises and what falls, as so much does in one report."""

_MOST_CLAUSES = 3
"""Of a longer sentence the poles may be of anything, but for those in clauses of like words."""
_LEAST_IN_LONG = 0.2
"""Mean share of the clauses' other words in common from which these are."""
_SELDOM_SAID_BESIDE = frozenset(
    "alarm appeal capture custody damages_awarded decision_made lawsuit leaving_office licence"
    " peer_review rollout suitor_left".split()
)
"""Poles that a sentence hardly tells of in passing."""
_MOST_CLAUSES_OF_THESE = 5
_LEVEL, _UNCHANGED = "level", "="
_NEVER = math.inf
"""What stays as it was beside what rises is often another thing of the same sentence."""
_OF_THE_OBJECT = ("confirm", "duration", "request", "truth")
"""What two sentences agree in where they speak of one thing: the request for a temporary ban that
was granted, or refused; the forged accounts of which one is found guilty, or not."""
_ONCE = ("leaving_office",)
"""What one does once: on whatever day, it is the same of which two say how it came about."""


def near_polarity_evidence(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Yield the poles of two sentences that exclude each other, and nothing else.

    Args:
        a: a sentence.
        b: another that probably makes the same claim, but for its poles.
    """
    if a.asking or b.asking:
        return
    chinese = has_chinese(a.low) or has_chinese(b.low)
    decided = _DECIDED_IN_CHINESE if chinese else _DECIDED_IN_ENGLISH
    clauses = max(len(a.certainty), len(b.certainty))
    for one in [pole for pole in a.poles if pole.about in decided or pole.about == _LEVEL]:
        for other in b.poles:
            opposite = _exclude(one, other) and not _agree_beside(a, one, b, other)
            if opposite and _of_one_matter(a, one, b, other):
                common = overlap(a, one.clause, b, other.clause, (one, other)).mean
                if common >= _least_in_common(one, other, clauses):
                    yield PolarityEvidence(True, told(a, one), told(b, other), common)


def _least_in_common(one: Pole, other: Pole, clauses: int) -> float:
    """Return the share of words in common from which two poles' clauses are of one thing."""
    if one.about == _LEVEL:
        return _NEVER if _UNCHANGED in one.states | other.states else _LEAST_OF_LEVELS
    least = _LEAST_OF_COMMON_WORDS if one.weighed and other.weighed else 0.0
    seldom = one.about in _SELDOM_SAID_BESIDE and clauses <= _MOST_CLAUSES_OF_THESE
    return least if clauses <= _MOST_CLAUSES or seldom else _LEAST_IN_LONG


def _exclude(one: Pole, other: Pole) -> bool:
    return one.about == other.about and one.states.isdisjoint(other.states)


def _agree_beside(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether the sentences agree in other poles: then these are of something beside."""
    said, also = (
        {
            (each.about, each.states)
            for each in sentence.poles
            if not pole.start <= each.start < pole.end
        }
        for sentence, pole in ((a, one), (b, other))
    )
    return any(about not in (one.about, *_OF_THE_OBJECT) for about, _ in said & also)


def _of_one_matter(a: Analysis, one: Pole, b: Analysis, other: Pole) -> bool:
    """Tell whether nothing says that the two poles are of other days, people or things."""
    return (
        holds(a, one)
        and holds(b, other)
        and not (_says_otherwise(a, one) or _says_otherwise(b, other))
        and (one.about in _ONCE or not of_other_days(a, one.clause, b, other.clause))
        and not of_some(a, b)
        and not of_two_matters(a, one, b, other)
    )


def _says_otherwise(a: Analysis, pole: Pole) -> bool:
    """Tell whether the sentence says both: who may leave, who has to stay; who keeps a seat."""
    abouts = next((each for each in SAID_OF_TWO if pole.about in each), (pole.about,))
    return any(each.about in abouts and each.states.isdisjoint(pole.states) for each in a.poles)
