"""What a page says of conflicts: who is against a point, what is counted, and where it stands."""

from dataclasses import replace

import pytest

from bidigest.model import Conflict, Quantity, Reading, Span
from bidigest.rendering import render
from bidigest.rendering.conflict_readings import counted, emphasized
from bidigest.rendering.page_content import page_content
from bidigest.rendering.page_messages import messages
from bidigest.rendering.pictures import coverage, stance
from bidigest.rendering.shown_points import ShownPoint
from tests.digests import cite, documents, figure, small

_FIGURE = Quantity(95, 95, "%", False, Span(0, 3))


def test_who_gives_another_figure_is_against_even_where_it_was_counted() -> None:
    shown = page_content(small())
    first = shown.points["P1"]
    assert first.sources == ("S1", "S2", "S3") and first.against == ("S3",)
    assert [stance(first, name) for name in ("S1", "S2", "S3")] == ["shared", "shared", "against"]
    column = coverage(shown).columns[0]
    assert [said for _, said in column.dots] == ["shared", "shared", "against"]


def test_nobody_is_against_a_point_without_conflicts() -> None:
    shown: ShownPoint = page_content(small()).points["P2"]
    assert shown.against == ()


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("%", "What is counted: a share (%)"),
        ("USD", "What is counted: an amount (USD)"),
        ("行业", "What is counted: “行业”"),
        ("", ""),
        ("x", "What is counted: times as much"),
    ],
)
def test_what_is_counted_is_said(unit: str, expected: str) -> None:
    three = documents()
    cited = cite(three, 1, "95%")
    told = Quantity(95, 95, unit, False, Span(cited.span.start, cited.span.start + 3))
    conflict = Conflict("P1", (Reading(cited.source, cited.span, cited.quote, told),) * 2)
    assert counted(conflict, messages("en")) == expected


@pytest.mark.parametrize(
    ("language", "units", "about", "expected"),
    [
        ("zh-Hans", ("房屋", "house"), ("掩埋", "房屋", "栋"), "所计：“房屋” · 共同提到：掩埋"),
        ("en", ("房屋", "house"), ("buried",), "What is counted: “house” · In common: buried"),
        ("en", ("tin", "罐"), ("recall", "tins"), "What is counted: “tin” · In common: recall"),
        ("en", ("房屋", "民宅"), (), "What is counted: “房屋”"),
        ("zh-Hant", ("km",), ("震源", "深度"), "共同提到：震源、深度"),
        ("en", ("person", "人"), ("death",), "What is counted: people · In common: death"),
        ("zh-Hans", ("人", "person"), (), "所计：人数"),
        ("en", ("户", "户"), ("民宅",), "In common: 民宅"),
        ("zh-Hans", ("户",), (), "所计：“户”"),
        ("zh-Hant", ("户",), (), "所計：「戶」"),
        ("zh-Hans", ("例", "病例"), ("累计",), "所计：“病例” · 共同提到：累计"),
    ],
)
def test_it_is_said_once_in_the_readers_language(
    language: str, units: tuple[str, ...], about: tuple[str, ...], expected: str
) -> None:
    cited = cite(documents(), 1, "95%")
    start = cited.span.start
    readings = tuple(
        Reading(
            cited.source,
            cited.span,
            cited.quote,
            replace(_FIGURE, unit=unit, span=Span(start, start + 3)),
        )
        for unit in units
    )
    assert counted(Conflict("P1", readings, about=about), messages(language)) == expected


@pytest.mark.parametrize(
    ("quote", "about", "expected"),
    [
        ("The port law of the north was blocked.", ("port", "law", "north"), "port law, north"),
        ("参议院周一批准了港口计划。", ("参议院", "港口", "计划"), "参议院, 港口计划"),
        ("The law, a port said.", ("law", "port"), "law, port"),
        ("Nothing of the kind.", ("port", "law"), "port, law"),
        ("Toll from Odile rises.", ("Toll", "Odile", "rises"), "Toll, Odile, rises"),
        (
            "Port law of City Council late.",
            ("Port", "law", "City", "Council", "late"),
            "Port law, City Council, late",
        ),
    ],
)
def test_words_beside_each_other_are_told_as_one(
    quote: str, about: tuple[str, ...], expected: str
) -> None:
    reading = Reading("S1", Span(0, len(quote)), quote, None, Span(0, 3))
    conflict = Conflict("P1", (reading, reading), "opposites", about=about)
    assert counted(conflict, messages("en")) == f"In common: {expected}"


def test_those_who_agree_stand_together() -> None:
    made = small()
    first, second, *rest = made.conflicts[0].readings
    mixed = replace(made.conflicts[0], readings=(first, second, replace(first, source="S2"), *rest))
    shown = page_content(replace(made, conflicts=(mixed,))).conflicts[0].readings
    assert [each.where.source for each in shown][:3] == [first.source, "S2", second.source]


@pytest.mark.parametrize(("unit", "expected"), [("officials", ["S1", "S2"]), ("km", ["S1", "S3"])])
def test_a_count_agrees_in_whatever_word_it_is_counted(unit: str, expected: list[str]) -> None:
    """46 people and 46 officials are one figure, 46 people and 46 km are none."""
    made = small()
    first, second, *rest = made.conflicts[0].readings
    assert first.figure is not None and second.figure is not None
    people = replace(first, figure=replace(first.figure, unit="people"))
    again = replace(people, source="S2", figure=replace(first.figure, unit=unit))
    mixed = replace(made.conflicts[0], readings=(people, second, again, *rest))
    shown = page_content(replace(made, conflicts=(mixed,))).conflicts[0].readings
    assert [each.where.source for each in shown][:2] == expected


def test_a_clause_that_holds_no_more_than_the_figure_is_not_told_twice() -> None:
    made = small()
    first, second, *rest = made.conflicts[0].readings
    assert first.figure is not None
    alone = replace(first, words=first.figure.span)
    shown = page_content(
        replace(made, conflicts=(replace(made.conflicts[0], readings=(alone, second, *rest)),))
    )
    assert shown.conflicts[0].readings[0].clause == ""


def test_a_figure_and_its_clause_are_told_within_the_quotation() -> None:
    three = documents()
    cited, given = cite(three, 1, "95%"), figure(three, 1, "95%", 95, 95, "%").figure
    reading = Reading(cited.source, cited.span, cited.quote, given)
    assert emphasized(reading)[:2] == (
        ("95%", "strong"),
        ("的企业试点没有带来可衡量的收益。", None),
    )
    clause = Span(cited.span.start, cited.span.start + 7)
    assert emphasized(replace(reading, words=clause)) == (
        ("95%", "strong"),
        ("的企业试", "em"),
        ("点没有带来可衡量的收益。", None),
    )


def test_a_conflict_stands_under_a_statement_that_tells_its_figures() -> None:
    """A statement may be a clause of its sentence, and the conflict be of the other clause."""
    shown = small()
    (told,) = (each for each in shown.conflicts if each.kind == "figures")
    assert page_content(shown).conflicts[0].heading == shown.points[0].statement
    first = shown.points[0]
    start, end = first.statement_spans[0].start, first.statement_spans[0].end
    clause = replace(first, statement_spans=(Span(start + 3, end),), statement=first.statement[3:])
    headed = page_content(replace(shown, points=(clause, *shown.points[1:]))).conflicts[0].heading
    assert headed == min((each.quote for each in told.readings), key=len)


def test_what_a_source_says_again_is_shown_once() -> None:
    made = small()
    first, second, *rest = made.conflicts[0].readings
    again = replace(made.conflicts[0], readings=(first, first, second, second, *rest))
    shown = page_content(replace(made, conflicts=(again,))).conflicts[0].readings
    assert len(shown) == len(made.conflicts[0].readings)


def test_the_last_reading_which_denies_the_others_stays() -> None:
    three = documents()
    cited = [cite(three, 2, "多數工具"), cite(three, 1, "关键障碍"), cite(three, 2, "多數工具")]
    readings = tuple(Reading(c.source, c.span, c.quote, None, c.span) for c in cited)
    denied = Conflict("P1", readings, "opposites")
    shown = page_content(replace(small(), conflicts=(denied,))).conflicts[0].readings
    assert [each.where.source for each in shown] == ["S2", "S1", "S2"]


def test_a_point_that_is_not_on_the_page_is_not_named_in_its_dispute() -> None:
    """P148 of a page that ends with P20 sends a reader looking for it."""
    made = small()
    first, *others = made.points
    hidden = replace(made, points=(replace(first, shown=False), *others))
    for digest, named in ((made, True), (hidden, False)):
        pages = render(digest, links="..")
        (told,) = page_content(digest).conflicts
        assert (f"\nP1 · {told.heading}\n" in pages["digest.md"]) == named
        assert f"{told.heading}\n" in pages["digest.md"]
        html = pages["digest.html"]
        dispute = html[html.index('class="conflict"') : html.index("</article>")]
        assert (">P1</a>" in dispute) == named
