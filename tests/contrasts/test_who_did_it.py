"""Who did it: sentences that probably make one claim, and whether they tell of other doers."""

from __future__ import annotations

import pytest

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.who_did_it import other_actors
from tests.fixtures import Case, cases

LEAST = 0.7
"""Share of the held-out half that must be told right."""


def told(case: Case) -> tuple[str, ...]:
    one, other = map(analyse, case.text.split(" || "))
    found = other_actors(one, other)
    assert (found is None) == (other_actors(other, one) is None)
    return ("other" if found else "none",)


@pytest.mark.parametrize("case", cases("contrasts/who.txt"), ids=lambda case: case.title)
def test_who_did_it(case: Case) -> None:
    assert told(case) == case.expected


def test_most_of_the_held_out_half() -> None:
    found = cases("contrasts/who_held_out.txt")
    right = [case for case in found if told(case) == case.expected]
    print(f"{len(right)}/{len(found)}")
    assert len(right) >= LEAST * len(found)
