"""Hard cases by the hundred: at least 95 % of each list."""

from __future__ import annotations

import pytest

from benchmarks.sentence_ends import LISTS, is_right, list_of, ours

BAR = 0.95


@pytest.mark.parametrize("name", [name for name in LISTS if name.endswith("open")])
def test_nearly_all_sentence_ends_are_found(name: str) -> None:
    rights = {case.title: is_right(ours, case, name[:2]) for case in list_of(name)}
    wrong = [title for title, right in rights.items() if not right]
    assert len(wrong) <= len(rights) * (1 - BAR), wrong


def test_the_lists_are_long_enough() -> None:
    for language in ("en", "zh"):
        assert sum(len(list_of(name)) for name in LISTS if name.startswith(language)) >= 120
