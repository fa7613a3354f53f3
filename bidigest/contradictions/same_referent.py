"""Whether two figures that cannot both be right are of one thing: one test for all conflicts.

What rules it out is asked first: other groups and places, a part beside its whole, other times. Of
the rest logistic regression tells, by how probably their sentences make one claim but for the
figures, how much the sentences and the figures' clauses have in common, and the figures
themselves. `benchmarks/fit_conflicts.py` learns the weights from subjects and pairs whose conflicts
are known.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from bidigest.contradictions.derived_figures import (
    direction,
    is_average,
    is_base,
    is_difference,
    is_part,
    is_put_aside,
    of_other_matches,
    part_and_whole,
)
from bidigest.contradictions.quantity_claims import Claim, comparable, counted_as
from bidigest.contrasts.contrast import contrast
from bidigest.contrasts.counted import counts_people
from bidigest.contrasts.overlap import overlap
from bidigest.contrasts.quantity_roles import (
    clause_of,
    in_common,
    of_other_states,
    of_other_things,
)
from bidigest.model import Quantity
from bidigest.quantities import agree
from bidigest.quantities.agreement import in_base_units
from bidigest.quantities.units import is_time

LEAST = 0.4
"""Probability from which two figures are shown as a conflict."""

LEAST_RESTATED = 0.25
"""The same where one says again what its source says elsewhere of the same thing."""

_SURE = 0.99
_MOST_AGREED = 2
_FARTHEST = 3.0


@dataclass(frozen=True, slots=True)
class Alike:
    """How probably two sentences make one claim, by all evidence but their figures."""

    pair: float
    best: float
    """The greatest of all pairs of either of them with a figured sentence of the other's source."""


def of_different_things(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether two figures are of other groups, places or things, or of part and whole.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    ours, theirs = first.analysis, second.analysis
    found = contrast(ours, theirs)
    return (
        (found is not None and found.kind in ("entity", "polarity"))
        or of_other_things(ours, one.span, theirs, other.span)
        or (
            counts_people(one.unit)
            and counts_people(other.unit)
            and of_other_states(ours, one.span, theirs, other.span)
        )
        or part_and_whole(one, first.figures, other, second.figures)
        or is_difference(first.text, one) != is_difference(second.text, other)
        or is_average(first.text, one) != is_average(second.text, other)
        or is_base(first.text, one) != is_base(second.text, other)
        or is_put_aside(first.text, one) != is_put_aside(second.text, other)
        or of_other_matches(first.text, second.text)
        or len({direction(first.text, one), direction(second.text, other)} - {""}) > 1
        or (is_time(one.unit) and not in_common(ours, one.span, theirs, other.span))
        or is_part(first.text, one, first.figures) != is_part(second.text, other, second.figures)
    )


def at_other_times(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether two figures held at two times, or one of them has only been expected.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    return (
        contrast(first.analysis, second.analysis) is not None
        or first.circumstances(one).differ(second.circumstances(other))
    )  # fmt: skip


def probability(first: Claim, one: Quantity, second: Claim, other: Quantity, alike: Alike) -> float:
    """Compute how probably two figures are of one thing, from 0 to 1.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
        alike: how probably the sentences make one claim, but for their figures.
    """
    weights = _learned()
    told = evidence(first, one, second, other, alike)
    odds = weights["constant"] + sum(weights[name] * value for name, value in told.items())
    return round(1 / (1 + math.exp(-odds)), 6)


def evidence(
    first: Claim, one: Quantity, second: Claim, other: Quantity, alike: Alike
) -> Mapping[str, float]:
    """Measure what tells whether two figures are of one thing, by name.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
        alike: how probably the sentences make one claim, but for their figures.
    """
    ours, theirs = first.analysis, second.analysis
    at, there = clause_of(ours, one.span), clause_of(theirs, other.span)
    places = one.span, other.span
    pairs = comparable(first, second)
    return {
        "alike": _odds(alike.pair),
        "behind the best": _odds(alike.best) - _odds(alike.pair),
        "sentences": overlap(ours, None, theirs, None, places, poles=True).mean,
        "clauses": overlap(ours, at, theirs, there, places, poles=True).mean,
        "only ones": float(sum(one in pair or other in pair for pair in pairs) == 1),
        "agreed": float(min(_agreed(first, second), _MOST_AGREED)),
        "apart": _apart(one, other),
        "approximate": float(one.approximate or other.approximate),
        "lengths of time": float(is_time(one.unit)),
    }


def _odds(probability: float) -> float:
    likely = min(max(probability, 1 - _SURE), _SURE)
    return math.log(likely / (1 - likely))


def _agreed(first: Claim, second: Claim) -> int:
    """Count the figures on which the two sentences agree."""
    return sum(
        any(agree(figure, counted_as(figure, theirs)) for theirs in second.figures)
        for figure in first.figures
    )


def _apart(one: Quantity, other: Quantity) -> float:
    """Compute the logarithm of the ratio of two figures, at their nearest, up to a limit."""
    low, high = sorted((in_base_units(one), in_base_units(other)))
    below, above = sorted((abs(low[1]), abs(high[0])))
    return min(math.log(above / below), _FARTHEST) if below > 0 else _FARTHEST


@cache
def _learned() -> Mapping[str, float]:
    text = files("bidigest.contradictions").joinpath("figure_weights.yaml").read_text("utf-8")
    return {name: float(value) for name, value in yaml.safe_load(text).items()}
