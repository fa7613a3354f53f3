"""Counts that grow, told as of two hours of one day, are a development and no conflict."""

import pytest

from bidigest.contradictions.circumstances import Circumstances
from bidigest.model import Span


def told(text: str, figure: str) -> Circumstances:
    start = text.index(figure)
    return Circumstances.of(text, Span(start, start + len(figure)))


@pytest.mark.parametrize(
    ("one", "figure", "other", "its_figure", "apart"),
    [
        ("截至23日8时，8人受伤。", "8人", "截至23日3时，5人受伤。", "5人", True),
        ("截至23日8时，8人受伤。", "8人", "截至23日8时，5人受伤。", "5人", False),
        ("As of 4 p.m. nine were hurt.", "nine", "As of 8 a.m. six were hurt.", "six", True),
        ("As of 4 p.m. nine were hurt.", "nine", "Six were hurt.", "Six", False),
    ],
)
def test_two_hours(one: str, figure: str, other: str, its_figure: str, apart: bool) -> None:
    assert told(one, figure).at_another_time(told(other, its_figure)) is apart
