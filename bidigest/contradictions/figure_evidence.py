"""What tells whether two figures that cannot both be right are of one thing.

How probably their sentences make one claim, had nobody looked at figures; how much their clauses
have in common, in words and in meaning; the figures themselves; and what speaks against it, which
by itself rules nothing out: who expects a cost contradicts who expects another, and who knows it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bidigest.contradictions.derived_figures import is_part
from bidigest.contradictions.quantity_claims import Claim, contradicting_figures, counted_as
from bidigest.contrasts.contrast import contrast
from bidigest.contrasts.overlap import overlap
from bidigest.contrasts.quantity_roles import clause_of, of_other_things
from bidigest.model import Quantity
from bidigest.quantities.agreement import agree, in_base_units
from bidigest.quantities.units import is_time

CLAUSE_MEANING = "clause meaning"
"""The evidence that only a sentence model gives."""

_SURE = 0.99
_MOST_AGREED = 2
_FARTHEST = 3.0


@dataclass(frozen=True, slots=True)
class Alike:
    """How probably two sentences make one claim, by all evidence but their figures."""

    pair: float
    best: float
    """The greatest of all pairs of either with a figured sentence of the other's source."""
    near: Callable[[str, str], float] | None = None
    """Of words of either, the cosine of the clauses that hold them; none without a model."""


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
    pairs = contradicting_figures(first, second)
    near = alike.near and alike.near(_text(first, one), _text(second, other))
    return {
        "alike": _odds(alike.pair),
        "behind the best": _odds(alike.best) - _odds(alike.pair),
        "clauses": overlap(ours, at, theirs, there, places, poles=True).mean,
        "only ones": float(sum(one in pair or other in pair for pair in pairs) == 1),
        "agreed": float(min(_agreed(first, second), _MOST_AGREED)),
        "apart": _apart(one, other),
        "approximate": float(one.approximate or other.approximate),
        "lengths of time": float(is_time(one.unit)),
        **_remarks(first, one, second, other),
    } | ({} if near is None else {CLAUSE_MEANING: near})


def _text(claim: Claim, figure: Quantity) -> str:
    return claim.text[figure.span.start : figure.span.end]


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


def _remarks(first: Claim, one: Quantity, second: Claim, other: Quantity) -> Mapping[str, float]:
    """Tell what one sentence says of its figure and the other does not, or of another one."""
    ours, theirs = first.analysis, second.analysis
    own, its = first.circumstances(one), second.circumstances(other)
    found = contrast(ours, theirs)
    told = {
        "other things": of_other_things(ours, one.span, theirs, other.span),
        "other names": found is not None and found.kind == "entity",
        "a part": is_part(first.text, one, first.figures)
        != is_part(second.text, other, second.figures),
        "expected": own.expected != its.expected,
        "wanted": own.wanted != its.wanted,
        "held against": own.earlier != its.earlier,
    }
    return {name: float(value) for name, value in told.items()}
