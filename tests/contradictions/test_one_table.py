"""One dispute is one table, wherever its sentences stand."""

from __future__ import annotations

from dataclasses import replace

from bidigest.contradictions.quantity_conflicts import in_order
from bidigest.model import Conflict, Point, Quantity, Reading, Span

POINTS = tuple(Point(name, True, 1.0, "", (), (), (), (), ()) for name in ("P1", "P2"))


def reading(source: str, share: int | None, start: int = 0) -> Reading:
    span = Span(start, start + 9)
    figure = None if share is None else Quantity(share, share, "%", False, span)
    return Reading(source, span, "so it is.", figure)


def test_the_same_two_figures_of_other_sentences() -> None:
    first = Conflict("P1", (reading("S1", 37), reading("S2", 31)))
    second = Conflict("P2", (reading("S3", 37), reading("S4", 31)))
    (found,) = in_order(POINTS, (first, second))
    assert [each.source for each in found.readings] == ["S1", "S2", "S3", "S4"]
    assert found.point == "P1"


def test_one_figure_in_common_is_no_dispute_in_common() -> None:
    first = Conflict("P1", (reading("S1", 37), reading("S2", 31)))
    second = Conflict("P2", (reading("S3", 37), reading("S4", 40)))
    assert in_order(POINTS, (first, second)) == (first, second)


def test_the_same_two_sentences_say_opposite_things_once() -> None:
    one, other = reading("S1", None), reading("S2", None)
    first = Conflict("P1", (one, other), "opposites")
    second = Conflict("P2", (other, one), "opposites")
    assert in_order(POINTS, (first, second)) == (first,)


def test_the_same_words_of_a_sentence_are_disputed_once() -> None:
    said = replace(reading("S1", None), words=Span(0, 2))
    denied = replace(reading("S2", None), words=Span(3, 5))
    also = replace(reading("S3", None), words=Span(3, 5))
    first = Conflict("P1", (said, denied), "opposites")
    second = Conflict("P2", (also, said), "opposites")
    (found,) = in_order(POINTS, (first, second))
    assert [each.source for each in found.readings] == ["S1", "S2", "S3"]
