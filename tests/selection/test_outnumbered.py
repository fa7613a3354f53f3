"""Of two points that deny each other, that which more sources make is one."""

from __future__ import annotations

from bidigest.contrasts.contrast import Contrast
from bidigest.model import Span, Statement
from bidigest.selection.outnumbered import outnumbered
from bidigest.selection.representative import Candidate
from bidigest.selection.represented_groups import RepresentedGroup

DOCUMENTS = [0, 1, 2, 3, 4]
"""Of the sentences 0 to 4."""
AGAINST = Contrast("polarity", Span(0, 2), Span(0, 2))


def group(*sentences: int, source_of_last: int | None = None) -> RepresentedGroup:
    """A group of one sentence a source, the first of which speaks for it."""
    statement = Statement("桥在五月关闭。", (Span(0, 7),), True, 7.0, True)
    sources = [*sentences[:-1], sentences[-1] if source_of_last is None else source_of_last]
    said = [
        Candidate(n, source, Span(0, 7), statement, 1.0, 0.0, 0, False, False)
        for n, source in zip(sentences, sources, strict=True)
    ]
    return RepresentedGroup(tuple(said), said[0], frozenset())


def test_fewer_sources_leave_the_point_to_more() -> None:
    groups = [group(0), group(1, 2)]
    assert outnumbered(groups, {(0, 1): AGAINST}, DOCUMENTS) == {0}
    assert outnumbered(groups, {}, DOCUMENTS) == frozenset()


def test_as_many_leave_it_to_what_else_counts() -> None:
    assert outnumbered([group(0), group(1)], {(0, 1): AGAINST}, DOCUMENTS) == frozenset()


def test_a_source_that_denies_it_does_not_make_it_by_a_vaguer_sentence() -> None:
    """Sentence 4 is of the source of 1, which denies what 0 says."""
    groups = [group(0, 3, 4, source_of_last=1), group(1, 2, 3)]
    assert outnumbered(groups, {(0, 1): AGAINST}, [0, 1, 2, 3, 1]) == {0}


def test_what_else_a_group_says_is_denied_by_nobody() -> None:
    groups = [group(0, 3), group(1, 2, 4)]
    assert outnumbered(groups, {(1, 3): AGAINST}, DOCUMENTS) == frozenset()
