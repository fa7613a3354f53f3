"""Who says it will and who says it will not: apart on the page, and side by side as a conflict."""

from __future__ import annotations

import datetime
from pathlib import Path

from bidigest import Options, merge, read_bytes, summarize
from bidigest.contradictions.separation import set_apart
from bidigest.contrasts.contrast import Contrast
from bidigest.model import Digest, Span
from bidigest.rendering import render
from tests.runs import documents_of, matches_of

HERE = Path(__file__).parent


def digest(*texts: str) -> Digest:
    documents = documents_of(*texts)
    options = Options(date=datetime.date(2026, 1, 31))
    return merge(documents, [summarize(document) for document in documents], options)


def reports(folder: str) -> Digest:
    """`merger`: three reports on one day's news, of which one contradicts the two others.

    `scopes`: figures of eight matters, of which the second source's are of other things or times.
    """
    files = sorted((HERE / folder).glob("*.txt"))
    documents = [read_bytes(file.read_bytes(), file.name) for file in files]
    options = Options(date=datetime.date(2026, 1, 31))
    return merge(documents, [summarize(document) for document in documents], options)


FERRY = "The ferry between Tarn and Oske will sail on Sunday, the harbour office said."
NO_FERRY = "The ferry between Tarn and Oske will not sail on Sunday, the harbour office said."


def test_who_says_the_opposite_is_not_counted() -> None:
    found = digest(FERRY, NO_FERRY, FERRY.replace("said", "wrote"))
    assert sorted(point.sources for point in found.points) == [("S1", "S3"), ("S2",)]


def test_both_are_quoted_with_the_words_that_say_it() -> None:
    found = digest(FERRY, NO_FERRY)
    (conflict,) = found.conflicts
    assert conflict.kind == "opposites"
    assert [reading.quote for reading in conflict.readings] == [FERRY, NO_FERRY]
    words = [found.documents[i].quote(r.words) for i, r in enumerate(conflict.readings) if r.words]
    assert words == ["sail", "not sail"]


def test_the_opposite_is_not_told_again_as_a_point() -> None:
    shown = [point.statement for point in digest(FERRY, NO_FERRY).points if point.shown]
    assert shown == [FERRY]


def test_what_more_sources_say_is_the_point() -> None:
    """Others say vaguely that something was decided, and might stand with the one who is alone."""
    found = reports("injunction")
    (conflict,) = (each for each in found.conflicts if each.kind == "opposites")
    (told,) = (point for point in found.points if point.id == conflict.point)
    assert told.shown
    assert "granted" not in told.statement
    assert told.sources == ("S1", "S2", "S4")


def test_another_year_is_another_point_and_no_conflict() -> None:
    one = "The port of Oske handled more grain than ever in 2021, its operator said."
    found = digest(one, one.replace("2021", "2022"))
    assert [len(point.sources) for point in found.points] == [1, 1]
    assert found.conflicts == ()


def test_a_report_that_contradicts_two_others_nine_times() -> None:
    found = reports("merger")
    opposites = [c for c in found.conflicts if c.kind == "opposites"]
    daily = next(d for d, each in enumerate(found.documents) if each.path == "daily.txt")
    assert len(opposites) == 9
    assert all(f"S{daily + 1}" in {r.source for r in c.readings} for c in opposites)


def test_the_page_shows_who_says_what() -> None:
    page = render(reports("merger"), links="..")["digest.md"]
    assert "| cleared |" in page
    assert "| blocked |" in page


def test_figures_of_other_things_and_times_are_no_conflict() -> None:
    """By case 18: women and men, bridge and tunnel, killed and injured, June and July, …"""
    found = reports("scopes")
    differing = [
        tuple(sorted(r.figure.low for r in c.readings if r.figure)) for c in found.conflicts
    ]
    assert sorted(differing) == [(25, 40), (28, 30), (55, 62), (320, 350), (2300, 3200)]
    assert max(len(point.sources) for point in found.points) == 2


def test_most_decide_who_leaves_the_group() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.9, (0, 3): 0.9, (1, 2): 0.9, (1, 3): 0.9, (2, 3): 0.9}
    against = Contrast("polarity", Span(0, 1), Span(0, 1))
    divided = set_apart(
        ((0, 1, 2, 3),), matches_of(pairs), {(0, 3): against, (1, 3): against, (2, 3): against}
    )
    assert sorted(divided) == [(0, 1, 2), (3,)]


def test_a_document_that_denies_most_of_a_group_elsewhere_has_no_sentence_in_it() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (2, 3): 0.9}
    against = Contrast("polarity", Span(0, 1), Span(0, 1))
    divided = set_apart(
        ((0, 1, 2),), matches_of(pairs), {(0, 3): against, (1, 3): against}, (0, 1, 2, 2)
    )
    assert sorted(divided) == [(0, 1), (2,)]


def test_who_surely_says_what_one_says_contradicts_the_other() -> None:
    """Opposites sound alike: 0 and 1 say the same, 2 and 3 the opposite; only 1 and 2 are told."""
    pairs = {(0, 1): 0.999, (0, 2): 0.93, (0, 3): 0.93, (1, 2): 0.9, (1, 3): 0.9, (2, 3): 0.999}
    against = Contrast("polarity", Span(0, 1), Span(0, 1))
    divided = set_apart(((0, 1, 2, 3),), matches_of(pairs), {(1, 2): against})
    assert sorted(divided) == [(0, 1), (2, 3)]


def test_who_is_apart_from_nobody_joins_the_side_with_which_it_agrees_more() -> None:
    pairs = {(0, 1): 0.99, (0, 2): 0.97, (1, 2): 0.9, (0, 3): 0.98, (1, 3): 0.9, (2, 3): 0.99}
    against = Contrast("polarity", Span(0, 1), Span(0, 1))
    apart = {(1, 2): against, (1, 3): against}
    assert sorted(set_apart(((0, 1, 2, 3),), matches_of(pairs), apart)) == [(0, 2, 3), (1,)]


def test_who_was_left_alone_joins_those_with_whom_it_surely_agrees() -> None:
    pairs = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (2, 3): 0.99}
    against = Contrast("polarity", Span(0, 1), Span(0, 1))
    divided = set_apart(((0, 1, 2), (3,)), matches_of(pairs), {(0, 2): against, (1, 2): against})
    assert sorted(divided) == [(0, 1), (2, 3)]


def test_who_says_too_little_to_be_on_a_side_keeps_nobody_out() -> None:
    """0 and 1 contradict 3, and surely agree; 2 only says that something was decided."""
    pairs = {(0, 1): 0.99, (0, 2): 0.6, (0, 3): 0.9, (1, 2): 0.9, (1, 3): 0.9, (2, 3): 0.6}
    against = Contrast("polarity", Span(0, 1), Span(0, 1))
    apart = {(0, 3): against, (1, 3): against}
    assert sorted(set_apart(((0,), (1, 2), (3,)), matches_of(pairs), apart)) == [(0, 1, 2), (3,)]


def test_a_document_that_denies_all_that_the_others_say_is_no_maker_of_it() -> None:
    """2 is another sentence of the second source: it reports the claim in 1, and denies it."""
    against = Contrast("polarity", Span(0, 1), Span(0, 1))
    divided = set_apart(((0, 1),), matches_of({(0, 1): 0.9}), {(0, 2): against}, (0, 1, 1))
    assert sorted(divided) == [(0,), (1,)]
