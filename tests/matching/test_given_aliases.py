"""Names that a source gives in two ways."""

import pytest

from bidigest.matching.given_aliases import given_aliases
from tests.fixtures import Case, cases

OPEN, HELD_OUT = cases("matching/aliases.txt"), cases("matching/aliases_held_out.txt")
LEAST = 0.8
"""Share of the cases held out that is right."""


def told(case: Case) -> tuple[str, ...]:
    return tuple(f"{each.name} = {each.other}" for each in given_aliases(case.text))


@pytest.mark.parametrize("case", OPEN, ids=lambda case: case.title)
def test_a_name_and_what_else_it_is_called(case: Case) -> None:
    assert told(case) == case.expected


def test_names_that_nobody_has_looked_at() -> None:
    right = sum(told(case) == case.expected for case in HELD_OUT)
    assert right >= LEAST * len(HELD_OUT)
