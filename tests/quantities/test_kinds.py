"""Of each kind of quantity, how many strings are read right: low, high, unit, approximation."""

from __future__ import annotations

import pytest

from benchmarks.quantities import HALVES, KINDS, is_right
from tests.fixtures import cases

LEAST = dict.fromkeys(KINDS, 0.9) | {"ordinary": 1.0}
"""Shares of each kind's strings that must be right."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("half", HALVES)
def test_most_of_each_kind_are_read_right(kind: str, half: str) -> None:
    found = cases(f"quantities/{half}/{kind}.txt")
    wrong = [case.text for case in found if not is_right(case)]
    print(f"{kind}, {half}: {len(found) - len(wrong)}/{len(found)}")
    assert len(found) - len(wrong) >= LEAST[kind] * len(found)
