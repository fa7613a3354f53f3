"""What may be shown: how certain it must be that it says something, by who says it and how."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bidigest.model import Span, Statement
from bidigest.selection.eligibility import (
    LEAST_LONE,
    LEAST_LONE_UNCLEAR,
    LEAST_OF_SCRAPS,
    LEAST_SHARED,
    LEAST_SHARED_UNCLEAR,
    certain_with_those_before,
    standing,
)
from bidigest.selection.representative import Candidate
from bidigest.selection.represented_groups import RepresentedGroup

SURE = 0.99
SCRAPPY = frozenset({0})


def group(informativeness: float, *, sources: int = 1, clear: bool = True) -> RepresentedGroup:
    """A group of so many sources, the first of which speaks for it."""
    statement = Statement("桥在五月关闭。", (Span(0, 7),), True, 7.0, clear)
    said = [
        Candidate(
            n, n, Span(0, 7), statement, 1.0, 0.0, 0, False, False, informativeness=informativeness
        )
        for n in range(sources)
    ]
    return RepresentedGroup(tuple(said), said[0], frozenset())


def sure(document: int = 0, number: int = 9) -> RepresentedGroup:
    """A group that is shown anyway, so that its source is heard without the other."""
    span = Span(number, number + 7)
    statement = Statement("船在六月停驶。", (span,), True, 7.0, True)
    said = Candidate(
        number, document, span, statement, 1.0, 0.0, 0, False, False, informativeness=SURE
    )
    return RepresentedGroup((said,), said, frozenset())


def shown(group: RepresentedGroup, others: int = 9, scrappy: frozenset[int] = frozenset()) -> bool:
    """Whether a group is shown on a page of so many sure ones beside it."""
    every = [group, *(sure(number=9 + n) for n in range(others))]
    return 0 in standing(range(len(every)), every, scrappy)


@pytest.mark.parametrize(
    ("sources", "clear", "least"),
    [
        (1, True, LEAST_LONE),
        (1, False, LEAST_LONE_UNCLEAR),
        (2, True, LEAST_SHARED),
        (2, False, LEAST_SHARED_UNCLEAR),
    ],
)
def test_what_one_says_or_leans_must_be_surer(sources: int, clear: bool, least: float) -> None:
    assert shown(group(least, sources=sources, clear=clear))
    assert not shown(group(least - 0.01, sources=sources, clear=clear))


def test_a_page_of_few_has_what_is_fair() -> None:
    said_by_two, doubted = group(LEAST_SHARED - 0.1, sources=2), group(LEAST_LONE - 0.05)
    assert shown(said_by_two, others=1)
    assert shown(doubted, others=1)
    assert not shown(group(LEAST_LONE - 0.05, clear=False), others=1)
    assert not shown(group(0.5), others=1)


@pytest.mark.parametrize("text", ["四天后，桥被关闭。", "Four days later the bridge was shut."])
def test_what_leans_is_shown_only_if_several_say_it(text: str) -> None:
    statement = Statement(text, (Span(0, 7),), True, 9.0, False)
    for sources in (1, 2):
        made = group(SURE, sources=sources)
        said = replace(made.representative, statement=statement)
        asked = [replace(made, representative=said), sure()]
        assert standing([0, 1], asked) == ([1] if sources == 1 else [0, 1])


def test_what_a_source_of_scraps_alone_says_must_be_surest() -> None:
    assert shown(group(LEAST_OF_SCRAPS), scrappy=SCRAPPY)
    assert not shown(group(LEAST_OF_SCRAPS - 0.01), scrappy=SCRAPPY)
    assert shown(group(LEAST_SHARED, sources=2), scrappy=SCRAPPY)


def test_every_source_is_heard() -> None:
    doubted = group(LEAST_LONE - 0.01)
    assert standing([0, 1], [doubted, sure(document=9)]) == [0, 1]
    assert standing([0, 1], [doubted, sure(document=9)], SCRAPPY) == [0, 1]
    leaning = group(LEAST_LONE - 0.01, clear=False)
    assert standing([0, 1], [leaning, sure(document=9)]) == [1]


def test_where_all_is_doubted_the_best_is_shown() -> None:
    assert standing([0], [group(0.3)]) == [0]


def test_what_one_says_with_sentences_before_must_be_as_sure() -> None:
    assert certain_with_those_before(group(LEAST_LONE), frozenset())
    assert not certain_with_those_before(group(LEAST_LONE), SCRAPPY)
    assert not certain_with_those_before(group(LEAST_LONE - 0.01), frozenset())
    assert certain_with_those_before(group(0.1, sources=2), SCRAPPY)
