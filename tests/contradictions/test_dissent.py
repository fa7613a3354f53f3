"""Who gives another figure than a point's statement does not agree with it, and is not counted."""

from __future__ import annotations

import pytest

from bidigest.contradictions.days import as_of, days, other_days
from bidigest.contradictions.dissent import dissenting
from bidigest.contradictions.quantity_claims import amount
from bidigest.model import Digest
from tests.contradictions.test_quantity_conflicts import digest
from tests.runs import run_of

SAME = "The orchard covers 340 hectares of the northern valley."


def of_statement(found: Digest) -> tuple[str, tuple[str, ...], list[str]]:
    """The first point's statement, its sources, and the sources of its conflict."""
    point = found.points[0]
    readings = {r.source for c in found.conflicts if c.point == point.id for r in c.readings}
    return point.statement, point.sources, sorted(readings)


def by_four_desks(*texts: str) -> list[str]:
    """End each text with a line of its own: a copy of one is no second source."""
    own = (
        "Bread was sold out.",
        "A library reopened.",
        "Ferries ran late.",
        "A choir is looking for tenors.",
    )
    return [f"{text}\n\n{line}\n" for text, line in zip(texts, own, strict=False)]


@pytest.mark.parametrize("one, other", [
    ("The orchard covers 340 hectares of the northern valley.", "The orchard covers 290 hectares of the northern valley."),
    ("剧院翻修一共花费了6800万元。", "剧院翻修一共花费了7500万元。"),
    ("The strike at the port cost exporters 42 million pounds.", "The strike at the port cost exporters 57 million pounds."),
])  # fmt: skip
def test_who_gives_another_figure_leaves_the_count(one: str, other: str) -> None:
    found = digest(*by_four_desks(one, one, other, one))
    assert of_statement(found) == (one, ("S1", "S2", "S4"), ["S1", "S2", "S3", "S4"])


def test_the_greater_side_speaks() -> None:
    few, many = SAME.replace("340", "290"), SAME
    found = digest(*by_four_desks(few, many, many))
    assert of_statement(found) == (many, ("S2", "S3"), ["S1", "S2", "S3"])


def test_who_gives_the_figure_of_a_known_dissenter_dissents() -> None:
    """In all, 290 hectares: its words are too far from the statement's to be held against them."""
    far = "In all, 290 hectares of trees were counted."
    run = run_of(SAME + "\n", SAME.replace("340", "290") + "\n", far + "\n")
    amounts = {amount(f) for _, sentence in run.sentences[:2] for f in sentence.figures}
    assert dissenting(run, 0, (0, 1, 2), {(0, 1): amounts}) == {1, 2}


def test_a_wider_figure_agrees() -> None:
    found = digest(SAME + "\n", SAME.replace("340", "more than 300") + "\n")
    assert of_statement(found)[1:] == (("S1", "S2"), [])


def test_a_conflict_stands_at_a_point_of_the_page() -> None:
    found = digest(*(SAME.replace("340", number) + "\n" for number in ("340", "340", "290")))
    shown = {point.id for point in found.points if point.shown}
    assert {conflict.point for conflict in found.conflicts} <= shown


def test_the_cells_of_a_row_are_of_other_things() -> None:
    row = "| Vineyards | 610 hectares | 498 hectares |\n"
    table = f"| Crop | 2024 | 2023 |\n| --- | --- | --- |\n{row}"
    assert digest("The vineyards cover 700 hectares.\n", table).conflicts == ()


@pytest.mark.parametrize("one, other", [
    ("By Tuesday, 640 people had been evacuated from the delta.", "By Friday, 2,300 people had been evacuated from the delta."),
    ("截至3日，全省累计接种疫苗12万剂次，42人住院观察。", "截至9日，全省累计接种疫苗31万剂次，97人住院观察。"),
    ("The death toll in the ferry disaster rose to 31 on Monday.", "The death toll in the ferry disaster rose to 58 on Thursday."),
])  # fmt: skip
def test_figures_of_two_days_are_neither_agreement_nor_conflict(one: str, other: str) -> None:
    found = digest(one + "\n", other + "\n")
    assert found.conflicts == ()
    assert all(len(point.sources) == 1 for point in found.points)


def test_the_day_of_a_speech_is_no_day_of_its_figure() -> None:
    assert days("the orchard covers 340 hectares, the mayor said on monday") == frozenset()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("13日股价续跌1.5%", {"d13"}),
        ("shares fell 2 per cent on tuesday", {"w1"}),
        ("周三最高气温39度", {"w2"}),
        ("the bank lost 2 billion, its chairman said on tuesday", set()),
    ],
)
def test_what_is_another_each_day_is_told_of_its_day(said: str, told: set[str]) -> None:
    assert days(said) == told


def test_yesterday_is_the_day_before_the_source_was_written() -> None:
    counted = as_of("累计病例已达212例", "卫生部门昨天通报,", "2026-08-24")
    assert counted == {"2026-08-23"}
    assert other_days(counted, as_of("the toll rose to 231 today", "", "2026-08-24"))
