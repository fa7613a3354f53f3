"""Figures that differ and are each right, of two matters."""

from __future__ import annotations

import pytest

from bidigest.contradictions.of_other_matters import of_other_matters
from bidigest.contradictions.quantity_claims import Claim, contradicting_figures
from bidigest.contradictions.same_referent import at_other_times, of_different_things
from bidigest.model import Span
from bidigest.quantities.finding import find_quantities
from tests.fixtures import Case, cases


def claim(text: str) -> Claim:
    span = Span(0, len(text))
    return Claim.of(text, span, find_quantities(text, span))


def told(case: Case) -> tuple[str, ...]:
    first, second = map(claim, case.text.split(" | "))
    pairs = contradicting_figures(first, second)
    assert pairs
    apart = [
        of_other_matters(first, one, second, other)
        or of_different_things(first, one, second, other)
        or at_other_times(first, one, second, other)
        for one, other in pairs
    ]
    return ("apart" if all(apart) else "held",)


@pytest.mark.parametrize("case", cases("contradictions/other_matters.txt"), ids=lambda c: c.title)
def test_of_other_matters(case: Case) -> None:
    assert told(case) == case.expected
