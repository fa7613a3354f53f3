"""Whether two figures that differ are each right, of two matters: no conflict, no agreement.

One is a mean and one a median, one is of a part, somebody else reckons it, or it was only planned
first: listed for five weeks, the trial took seven.
"""

from __future__ import annotations

from bidigest.contradictions.derived_figures import either_counted_from_before
from bidigest.contradictions.forecasters import of_other_forecasters
from bidigest.contradictions.inexact_amounts import is_rounded, is_told_at_most
from bidigest.contradictions.kinds_of_average import mean_and_median
from bidigest.contradictions.quantity_claims import Claim
from bidigest.contradictions.told_of_a_part import only_one_of_a_part
from bidigest.languages.patterns import pattern
from bidigest.model import Quantity, Span
from bidigest.text.figure_clauses import clause

_LIST = "contrasts/figures"


def of_other_matters(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether one is of a part, was only planned or forecast, or somebody else reckons it.

    Or whether one is the other in fewer digits, or is counted from what was told before.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    return (
        is_rounded(one, other)
        or is_told_at_most(first.text, one, second.text, other)
        or either_counted_from_before(first.text, one, second.text, other)
        or _counted_by_other_days(first, one, second, other)
        or mean_and_median(first.text, one, second.text, other)
        or only_one_of_a_part(first, one, second, other)
        or of_other_forecasters(first, one, second, other)
        or only_one_first_planned(first, one, second, other)
        or _only_one_of_before(first, one, second, other)
        or _forecast_beside_done(first, one, second, other)
        or _forecast_beside_done(second, other, first, one)
    )


def _counted_by_other_days(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether both are counted as of a day, and not surely of one: the 14th, Wednesday."""
    by_days = all(claim.analysis.first("counted by a day") for claim in (first, second))
    ours, theirs = first.circumstances(one).days, second.circumstances(other).days
    return by_days and bool(ours and theirs) and ours.isdisjoint(theirs)


def only_one_first_planned(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether one of two figures alone is what was planned first, or planned at all.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    return (_is(first, one, "first intended") and not _planned(second, other)) or (
        _is(second, other, "first intended") and not _planned(first, one)
    )


def _only_one_of_before(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether one of two figures alone was so years ago, or last time; years tell more."""
    if first.circumstances(one).years and second.circumstances(other).years:
        return False
    return _is(first, one, "of before") != _is(second, other, "of before")


def _planned(claim: Claim, figure: Quantity) -> bool:
    return claim.circumstances(figure).expected or any(
        _is(claim, figure, kind) for kind in ("first intended", "intended")
    )


def _is(claim: Claim, figure: Quantity, kind: str) -> bool:
    """Tell whether words of a figure's clause are of a kind, and no other figure stands between."""
    low = claim.analysis.low
    own = clause(low, Span(0, len(low)), figure.span)
    return any(
        match.end() > own.start and not _figure_between(claim, match.span(), figure.span)
        for match in pattern(_LIST, kind).finditer(low, 0, own.end)
    )


def _figure_between(claim: Claim, words: tuple[int, int], figure: Span) -> bool:
    start, end = sorted((*words, figure.start, figure.end))[1:3]
    return any(start <= f.span.start < end and f.span != figure for f in claim.figures)


def _forecast_beside_done(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether somebody reckons that it will come to the one, and it moved to the other."""
    said = first.analysis.low[: one.span.start]
    moved = second.analysis.low[: other.span.start]
    return all(pattern(_LIST, kind).search(said) for kind in ("estimates", "to come")) and bool(
        pattern(_LIST, "moved to").search(moved[-_NEAR:])
    )


_NEAR = 64
"""Code points before a figure in which it is told that something moved to it."""
