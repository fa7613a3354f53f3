"""Counted nouns of one language or two that name the same things."""

from __future__ import annotations

import pytest

from bidigest.contrasts.counted import same_counted
from tests.fixtures import Case, cases

LEAST = 0.8
"""Share of the held-out half that must be told right."""


def told(case: Case) -> tuple[str, ...]:
    one, other = case.text.split(" | ")
    assert same_counted(one, other) == same_counted(other, one)
    return ("same" if same_counted(one, other) else "other",)


@pytest.mark.parametrize("case", cases("contrasts/counted.txt"), ids=lambda case: case.title)
def test_counted(case: Case) -> None:
    assert told(case) == case.expected


def test_most_of_the_held_out_half() -> None:
    found = cases("contrasts/counted_held_out.txt")
    right = [case for case in found if told(case) == case.expected]
    print(f"{len(right)}/{len(found)}")
    assert len(right) >= LEAST * len(found)
