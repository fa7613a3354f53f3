"""Whether two figures that cannot both be right are of one thing: one test for all conflicts.

What rules it out is asked first: a part beside its whole, people to whom other things happened,
other times. Of the rest logistic regression tells, by the evidence of `figure_evidence`.
`benchmarks/fit_conflicts.py` learns the weights from subjects and pairs whose conflicts are known.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from bidigest.contradictions.derived_figures import (
    direction,
    is_base,
    is_difference,
    is_interval,
    is_of_a_stretch,
    is_put_aside,
    is_with_others,
    of_other_matches,
    part_and_whole,
    smaller_beside_others,
)
from bidigest.contradictions.figure_evidence import CLAUSE_MEANING, Alike, evidence
from bidigest.contradictions.kinds_of_average import is_average
from bidigest.contradictions.quantity_claims import Claim
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.certainty import DONE
from bidigest.contrasts.contrast import contrast
from bidigest.contrasts.counted import counts_people
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.quantity_roles import clause_of, of_other_members, of_other_states
from bidigest.languages.folding import folded
from bidigest.languages.parsed_quantity import PERCENT
from bidigest.model import Quantity, Span
from bidigest.package_data import load_yaml
from bidigest.text.figure_clauses import clause

LEAST = 0.4
"""Probability from which two figures are shown as a conflict."""

LEAST_DIFFERING = 0.2
"""The same from which who gives the one is not counted as saying the other."""

LEAST_RESTATED = 0.25
"""The same where one says again what its source says elsewhere of the same thing."""

WITH_MODEL, BY_WORDS = "with a sentence model", "by words"
"""Names of the weights."""

_NAMES = "entity"
"""The contrast that is evidence only: the other names may be those of who says it."""


_TOLD_OF_ONE = (
    is_difference,
    is_average,
    is_base,
    is_put_aside,
    is_of_a_stretch,
    is_interval,
    is_with_others,
)
"""What a sentence tells of its figure that must be so, or not, of both."""


def of_different_things(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether two figures are surely of other people or amounts, or of part and whole.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    ours, theirs = first.analysis, second.analysis
    found = contrast(ours, theirs)
    return (
        (found is not None and found.kind == "polarity")
        or (
            counts_people(one.unit)
            and counts_people(other.unit)
            and of_other_states(ours, one.span, theirs, other.span)
        )
        or part_and_whole(one, first.addends, other, second.addends)
        or of_other_members(ours, one.span, theirs, other.span)
        or any(told(first.text, one) != told(second.text, other) for told in _TOLD_OF_ONE)
        or smaller_beside_others(first.text, one, second.text, other)
        or _make_up_the_whole(one, other)
        or _of_two_sides(first.circumstances(one).wanted, second.circumstances(other).wanted)
        or of_other_matches(first.text, second.text)
        or len({direction(first.text, one), direction(second.text, other)} - {""}) > 1
    )


def _of_two_sides(wanted: str, also: str) -> bool:
    """Tell whether the one is what somebody demands and the other what somebody offers."""
    return bool(wanted and also) and wanted != also


def at_other_times(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether two figures held at two times.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    found = contrast(first.analysis, second.analysis)
    own, its = first.circumstances(one), second.circumstances(other)
    return (
        (found is not None and found.kind != _NAMES)
        or own.at_another_time(its)
        or (own.expected and not its.expected and _has_come_about(second, other))
        or (its.expected and not own.expected and _has_come_about(first, one))
        or _at_other_hours(first.analysis, second.analysis)
        or _is_counted_still(first, one)
        or _is_counted_still(second, other)
    )


def _make_up_the_whole(one: Quantity, other: Quantity) -> bool:
    """Tell whether two shares are those for and against, or two amounts the same, with a sign."""
    shares = one.unit == other.unit == PERCENT and one.low == one.high and other.low == other.high
    return (shares and round(one.low + other.low, 6) == _ALL) or one.low == -other.low


_ALL = 100


def _at_other_hours(one: Analysis, other: Analysis) -> bool:
    """Tell whether one speaks of the middle of a day of trading, and the other of its close."""
    ours, theirs = (
        {kind for kind in ("at midday", "at the close") if pattern(kind).search(each.low)}
        for each in (one, other)
    )
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _is_counted_still(claim: Claim, figure: Quantity) -> bool:
    """Tell whether a toll is told from below, or to have grown, so that another is of before."""
    own = clause(claim.text, Span(0, len(claim.text)), figure.span)
    said = folded(claim.text[own.start : own.end])
    grown = math.isinf(figure.high) or bool(pattern("grown to").search(said))
    return grown and bool(pattern("growing").search(said))


def _has_come_about(claim: Claim, figure: Quantity) -> bool:
    """Tell whether a figure's clause tells of what is done: who only knows it may expect it too."""
    told = claim.analysis.certainty
    return told[clause_of(claim.analysis, figure.span)] == DONE


def probability(first: Claim, one: Quantity, second: Claim, other: Quantity, alike: Alike) -> float:
    """Compute how probably two figures are of one thing, from 0 to 1.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
        alike: how probably the sentences make one claim, but for their figures.
    """
    told = evidence(first, one, second, other, alike)
    weights = _learned()[WITH_MODEL if CLAUSE_MEANING in told else BY_WORDS]
    odds = weights["constant"] + sum(weights[name] * value for name, value in told.items())
    return round(1 / (1 + math.exp(-odds)), 6)


@cache
def _learned() -> Mapping[str, Mapping[str, float]]:
    found: Mapping[str, Mapping[str, float]] = load_yaml(
        "bidigest.contradictions", "figure_weights.yaml"
    )
    return found
