"""Boilerplate, what looks like it, headings and short claims: the bars that each list holds.

Which lines are wrong: `python -m benchmarks.boilerplate --failures`.
"""

from __future__ import annotations

import pytest

from tests.reading.cases import Case
from tests.reading.line_cases import LANGUAGES, Half, line_cases, title_cases

LEAST = {"boilerplate": 0.90, "legitimate": 0.96, "headings": 0.90, "short_claims": 0.90}
"""Share of the lines that must be right."""


@pytest.mark.parametrize("name", LEAST)
@pytest.mark.parametrize("half", ["open", "held_out"])
def test_lists(name: str, half: Half) -> None:
    cases = [case for language in LANGUAGES for case in line_cases(name, language, half)]
    right = sum(case.is_right() for case in cases)
    assert right >= LEAST[name] * len(cases)


@pytest.mark.parametrize(
    "case", [*title_cases("open"), *title_cases("held_out")], ids=lambda case: case.title
)
def test_titles(case: Case) -> None:
    assert [case.read().title] == list(case.expected)
