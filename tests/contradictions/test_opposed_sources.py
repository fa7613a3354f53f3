"""Who says otherwise than a point is not counted as making it, and is named where it says so."""

from dataclasses import replace

from bidigest.contradictions.opposed_sources import opposed_readings, without_opposed
from bidigest.model import Conflict, Reading
from bidigest.rendering import render
from tests.digests import cite, documents, point, small


def test_who_denies_a_point_in_a_sentence_that_it_does_not_cite_is_against_it() -> None:
    three = documents()
    made = point(1, [cite(three, 2, "多數工具"), cite(three, 1, "关键障碍")])
    denial = cite(three, 3, "Vendors")
    readings = [Reading(c.source, c.span, c.quote, None, c.span) for c in (*made.citations, denial)]
    conflicts = [Conflict("P1", tuple(readings), "opposites")]
    assert [each.source for each in opposed_readings(made, conflicts)] == ["S3"]


def test_who_gives_another_figure_is_not_counted() -> None:
    made = small()
    (first, *_) = without_opposed(made.points, made.conflicts)
    assert made.points[0].sources == ("S1", "S2", "S3") and first.sources == ("S1", "S2")
    assert without_opposed((first,), made.conflicts) == (first,)


def test_the_page_leads_to_the_sentence_that_says_otherwise() -> None:
    # Though the point cites another one of that source.
    made = small("en")
    three = documents()
    kept = made.points[0].citations[:2]
    first = replace(made.points[0], citations=(*kept, cite(three, 3, "Vendors")))
    page = render(replace(made, points=(first, *made.points[1:])), links="..")["digest.md"]
    (line,) = (line for line in page.splitlines() if "· P1 ·" in line)
    reading = made.conflicts[0].readings[-1]
    at = three[2].text[: reading.span.start].count("\n") + 1
    assert f"L{at}]" in line.partition("says otherwise: ")[2]
