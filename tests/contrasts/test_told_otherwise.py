"""Causes, places and ways of one event that exclude each other."""

from __future__ import annotations

import pytest

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.told_otherwise import told_otherwise
from tests.fixtures import Case, cases

LEAST = 0.75
"""Share of the held-out half that must be told right."""


def told(case: Case) -> tuple[str, ...]:
    one, other = case.text.split(" || ")
    a, b = analyse(one), analyse(other)
    found = told_otherwise(a, b)
    assert (found is None) == (told_otherwise(b, a) is None)
    if found is None:
        return ("none",)
    first, second = found
    return (f"{one[first.start : first.end]} | {other[second.start : second.end]}",)


@pytest.mark.parametrize("case", cases("contrasts/told_otherwise.txt"), ids=lambda case: case.title)
def test_told_otherwise(case: Case) -> None:
    assert told(case) == case.expected


def test_most_of_the_held_out_half() -> None:
    found = cases("contrasts/told_otherwise_held_out.txt")
    right = [case for case in found if (told(case) == ("none",)) == (case.expected == ("none",))]
    print(f"{len(right)}/{len(found)}")
    assert len(right) >= LEAST * len(found)
