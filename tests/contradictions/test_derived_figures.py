"""Parts and wholes are not held against each other."""

from __future__ import annotations

import pytest

from bidigest.contradictions.derived_figures import is_interval, is_part, part_and_whole
from bidigest.model import Quantity, Span
from bidigest.quantities.finding import find_quantities


def figures(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, Span(0, len(text)))


@pytest.mark.parametrize("whole, parts", [
    ("The storm tore the roofs off 229 houses.", "It damaged 212 houses in Perley and 17 houses in Aldwick."),
    ("展出的86幅画都买了保险。", "54幅画借自海外，32幅画是馆藏。"),
])  # fmt: skip
def test_a_part_is_not_held_against_its_whole(whole: str, parts: str) -> None:
    (one,), others = figures(whole), figures(parts)
    assert part_and_whole(one, (one,), others[0], others)
    assert part_and_whole(others[0], others, one, (one,))


def test_shares_that_add_up_may_do_so_by_chance() -> None:
    one, others = figures("60% were satisfied."), figures("20% came by bus and 40% on foot.")
    assert not part_and_whole(one[0], one, others[0], others)


@pytest.mark.parametrize("text, expected", [
    ("此次事故造成15人死亡，其中11人死于公路上。", [False, True]),
    ("The plant employs 1,400 people.", [False]),
])  # fmt: skip
def test_words_tell_a_part(text: str, expected: list[bool]) -> None:
    found = figures(text)
    assert [is_part(text, figure, found) for figure in found] == expected


@pytest.mark.parametrize("text, expected", [
    ("Trains run every 4 minutes, and the ride takes 24 minutes.", [True, False]),
    ("Departures are 8 minutes apart.", [True]),
    ("早晚高峰每10分钟一班，全程24分钟。", [True, False]),
    ("平日班距8分鐘。", [True]),
])  # fmt: skip
def test_a_time_from_one_to_the_next_is_no_length(text: str, expected: list[bool]) -> None:
    found = [figure for figure in figures(text) if figure.unit == "minute"]
    assert [is_interval(text, figure) for figure in found] == expected
