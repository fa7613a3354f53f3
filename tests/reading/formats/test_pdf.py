"""PDFs: lines at places become paragraphs, headings and lists, each with its page."""

import datetime
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bidigest.checking.original_checks import quotation_stands
from bidigest.errors import SourceError
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.reading.formats.pdf.reader import read_document
from bidigest.reading.formats.pdf.worker import raw_text, read
from tests.reading.formats.pdf_files import Line, column, pdf


def lines(data: bytes) -> list[str]:
    text = re.sub(r"\A---\n.*?\n---\n", "", read_document(data, "a.pdf", 2_000).text, flags=re.S)
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize(
    ("creator", "dated"),
    [
        ("Writer", True),
        ("Mozilla/5.0 \\(X11; Linux x86_64\\) HeadlessChrome/156.0.0.0 Safari/537.36", False),
        ("wkhtmltopdf 0.12.6", False),
    ],
)
def test_the_day_on_which_a_page_was_printed_is_not_the_report_s(creator: str, dated: bool) -> None:
    data = pdf(column(BODY), information=f"/Creator ({creator}) /CreationDate (D:20261126110537)")
    assert ('date: "2026-11-26"' in read_document(data, "a.pdf", 2_000).text) is dated


BODY = """The reservoir above the town is full for the first time in nine years, after
a winter in which it rained on forty days. Engineers opened two of the four
gates on Tuesday.

Nobody below the dam needs to leave. The river will stay a metre under its
banks, the water authority said, even if the rain goes on.
"""


def test_lines_of_a_paragraph_are_one_and_a_gap_ends_it() -> None:
    assert lines(pdf(column(BODY))) == [
        "The reservoir above the town is full for the first time in nine years, after a winter in "
        "which it rained on forty days. Engineers opened two of the four gates on Tuesday.",
        "Nobody below the dam needs to leave. The river will stay a metre under its banks, the "
        "water authority said, even if the rain goes on.",
    ]


def test_larger_lines_are_headings_and_the_largest_the_first() -> None:
    page = [Line("Reservoir report", y=760, size=20), Line("Levels", y=725, size=14), *column(BODY)]
    assert lines(pdf(page))[:2] == ["# Reservoir report", "## Levels"]


def test_a_bold_line_alone_is_a_heading() -> None:
    page = [Line("What happens next", y=720, bold=True), *column(BODY)]
    assert lines(pdf(page))[0] == "## What happens next"


def test_a_short_text_in_two_columns_is_one() -> None:
    left = column(
        "連日大雨之後，城北水庫九年來首次蓄滿，\n水利署週二打開四座閘門當中的兩座，讓", size=12
    )
    right = column("下游水位緩緩上漲，堤防以下的居民目前\n不必離開。", x=320, size=12)
    assert lines(pdf([*left, *right])) == [
        "連日大雨之後，城北水庫九年來首次蓄滿，水利署週二打開四座閘門當中的兩座，讓"
        "下游水位緩緩上漲，堤防以下的居民目前不必離開。"
    ]


def test_running_lines_farther_out_do_not_end_a_full_line() -> None:
    foot = Line("file:///home/reader/downloads/reservoir-report-of-the-water-authority.html" * 2,
                x=24, y=30, size=7)  # fmt: skip
    text = column("連日大雨之後，城北水庫九年來首次蓄滿，水利署週二打開四座閘門\n之中的兩座。")
    assert lines(pdf([*text, foot]))[0] == (
        "連日大雨之後，城北水庫九年來首次蓄滿，水利署週二打開四座閘門之中的兩座。"
    )


def test_a_gap_a_little_larger_than_in_the_paragraph_ends_it_though_its_lines_are_full() -> None:
    first = column(
        "城北水库九年来首次蓄满，冬季四十天有雨，\n水务局周二打开四座闸门中的两座，已泄洪。"
    )
    second = column("下游水位略有上涨，居民目前不必离开家园，\n堤防每小时有人巡查。", y=667)
    title = [Line(word, y=560 - 40 * n) for n, word in enumerate(("甲地", "乙地", "丙地", "丁地"))]
    assert lines(pdf([*first, *second, *title]))[:2] == [
        "城北水库九年来首次蓄满，冬季四十天有雨，水务局周二打开四座闸门中的两座，已泄洪。",
        "下游水位略有上涨，居民目前不必离开家园，堤防每小时有人巡查。",
    ]


def test_a_line_with_room_ends_its_paragraph_before_a_quotation_mark_too() -> None:
    page = column(
        "城北水库九年来首次蓄满，冬季四十天有雨，\n水务局打开两座闸门。\n“下游居民不必离开，水位仍然低于堤岸一米。”"
    )
    assert lines(pdf(page))[1] == "“下游居民不必离开，水位仍然低于堤岸一米。”"


def test_han_is_joined_without_a_space() -> None:
    page = column(
        "城北水库九年来首次蓄满，冬季四十天有雨，\n水务局周二打开四座闸门中的两座，下游水位\n略有上涨。"
    )
    assert lines(pdf(page)) == [
        "城北水库九年来首次蓄满，冬季四十天有雨，水务局周二打开四座闸门中的两座，下游水位略有上涨。"
    ]


def test_columns_are_read_one_after_the_other() -> None:
    left = [f"left column line {n} goes on to here" for n in range(1, 9)]
    right = [f"right column line {n} goes on to here" for n in range(1, 9)]
    page = [*column("\n".join(left)), *column("\n".join(right), x=320)]
    assert lines(pdf(page)) == [" ".join(left + right)]


def test_running_heads_and_page_numbers_go() -> None:
    pages = [
        [
            Line("Valley Water Authority, annual report", y=800, size=9),
            *column(
                f"Page {n} tells how the level rose and fell, week by week, and why it did so."
            ),
            Line(f"{n}", x=290, y=40, size=9),
        ]
        for n in (1, 2, 3)
    ]
    assert " ".join(lines(pdf(*pages))) == " ".join(
        f"Page {n} tells how the level rose and fell, week by week, and why it did so."
        for n in (1, 2, 3)
    )


def test_a_page_number_far_from_the_edge_goes_where_other_pages_have_theirs_as_high() -> None:
    told = "Page {} tells how the level rose and fell, week by week, and why it did so."
    pages = [[*column(told.format(n)), Line(f"{n}", x=290, y=120)] for n in (1, 2, 3)]
    assert " ".join(lines(pdf(*pages))) == " ".join(told.format(n) for n in (1, 2, 3))
    alone = [[*column(told.format(n)), Line("1,204", x=290, y=120 + 30 * n)] for n in (1, 2, 3)]
    assert lines(pdf(*alone)).count("1,204") == 3


def test_what_a_browser_prints_at_the_edges_goes_from_a_single_page_too() -> None:
    page = [
        Line("1/30/26, 8:05 AM Levels", x=24, y=815, size=8),
        Line("The reservoir above the town is full."),
        Line("https://post.example/levels 1/1", x=24, y=20, size=8),
    ]
    assert lines(pdf(page)) == ["The reservoir above the town is full."]


def test_a_paragraph_goes_on_over_the_page_and_each_part_has_its_own() -> None:
    first = column(BODY.partition("gates on")[0].rstrip() + "\n", y=120)
    second = column("gates on Tuesday, and nobody below the dam needs to leave, it said.")
    data = pdf(column(BODY) + first, second)
    rendition, at = read(data, "a.pdf", 2_000), raw_text(data, "a.pdf")
    *_, before, after = rendition.anchors
    assert (before.where["page"], after.where["page"]) == (1, 2)
    assert before.span.end == after.span.start
    said = rendition.text[before.span.start : after.span.end]
    assert said.endswith(
        "two of the four gates on Tuesday, and nobody below the dam needs to leave, it said."
    )
    assert "gates on Tuesday, and" in at(after.where)


def test_a_place_has_a_box_from_the_top_left() -> None:
    (anchor,) = read(
        pdf([Line("The reservoir above the town is full.", x=72, y=700)]), "a.pdf", 2_000
    ).anchors
    box: Any = anchor.where["box"]
    left, top, right, bottom = box
    assert 70 < left < 74
    assert 128 < top < 140 < bottom < 150
    assert 240 < right < 280


def test_bullets_are_items_and_numbers_stay() -> None:
    page = column(
        "Two things follow from the report on levels:\n\n• The gates stay open.\n• The road is closed."
    )
    assert lines(pdf(page))[1:] == ["- The gates stay open.", "- The road is closed."]


def test_the_bullets_of_a_second_level_are_a_letter() -> None:
    page = column("Two things follow from it:\n\no Gates stay open.\no 12 roads are closed.")
    assert lines(pdf(page))[1:] == ["- Gates stay open.", "- 12 roads are closed."]


def test_a_heading_is_one_in_any_script() -> None:
    page = [Line("Уровень воды", y=720, size=18), *column(BODY)]
    assert lines(pdf(page))[0] == "# Уровень воды"


def test_lines_of_a_table_of_contents_are_left_out() -> None:
    page = [Line("1 Levels . . . . . . . . . . . . . 3", y=720), *column(BODY)]
    assert not any("Levels" in line for line in lines(pdf(page)))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF file that is damaged"),
        (pdf([]), "needs text recognition"),
        (pdf(column(BODY), encrypted=True), "needs a password"),
        (pdf(*[[]] * 2001), "has 2,001 pages"),
        (
            b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\n",
            "damaged",
        ),
    ],
    ids=["broken off", "no text", "locked", "very many pages", "pages that hold themselves"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as caught:
        read(data, "a.pdf", 2_000)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("a.pdf: ")


def test_threads_read_the_same_as_one_does() -> None:
    data = pdf(column(BODY), column(BODY))
    once = read(data, "a.pdf", 2_000)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: read(data, "a.pdf", 2_000), range(4))) == [once] * 4


def test_a_word_that_a_line_cuts_is_whole_and_still_found_in_the_file() -> None:
    data = pdf(
        column(
            "The reservoir above the town is full for the first time, said the author-\nity on Tuesday, after a winter of rain."
        )
    )
    rendition, at = read(data, "a.pdf", 2_000), raw_text(data, "a.pdf")
    assert "said the authority on Tuesday" in rendition.text
    (anchor,) = rendition.anchors
    assert quotation_stands(rendition.text, anchor.span, [anchor], at)


def test_a_file_of_more_pages_is_read_where_that_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(*[column(BODY)] * 3))

    def skipped(pages: int) -> list[str]:
        options = Options(date=datetime.date(2026, 1, 31), embeddings="none", pdf_pages=pages)
        try:
            return [
                each.reason
                for each in build(
                    ["a.pdf"], options, root=tmp_path, cache_folder=tmp_path / "kept"
                ).skipped
            ]
        except SourceError as error:
            return [error.reason]

    assert "has 3 pages, and 2 are read" in skipped(2)[0]
    assert skipped(3) == []
    assert "has 3 pages, and 2 are read" in skipped(2)[0]  # though its reading is kept now


def test_a_locked_file_is_opened_by_the_password_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = pdf(column(BODY), password="offen")
    with pytest.raises(SourceError, match="needs a password; set BIDIGEST_PDF_PASSWORD"):
        read(data, "a.pdf", 9)
    monkeypatch.setenv("BIDIGEST_PDF_PASSWORD", "falsch")
    with pytest.raises(SourceError, match="needs a password"):
        read(data, "a.pdf", 9)
    monkeypatch.setenv("BIDIGEST_PDF_PASSWORD", "offen")
    assert read(data, "a.pdf", 9) == read(pdf(column(BODY)), "a.pdf", 9)
    assert "reservoir" in raw_text(data, "a.pdf")({"page": 1})


def test_one_character_that_a_heading_had_no_room_for_is_of_the_heading() -> None:
    page = [
        Line("城北水库九年来首次蓄满下游居民不必担", y=770, size=24),
        Line("忧", y=742, size=24),
    ]
    found = lines(pdf([*page, *column(BODY)]))
    if not any("忧" in line for line in found):
        pytest.skip("PDFium has no Chinese font here, and leaves out what is one character alone")
    assert found[0] == "# 城北水库九年来首次蓄满下游居民不必担忧"


def test_what_is_counted_within_a_sentence_is_no_list() -> None:
    page = column("水务局提出三项措施：①打开闸门；②加固堤坝；\n③通知下游居民，并在周五前检查水位。")
    assert lines(pdf(page)) == [
        "水务局提出三项措施：①打开闸门；②加固堤坝；③通知下游居民，并在周五前检查水位。"
    ]


def test_items_that_stand_one_below_another_stay_items() -> None:
    page = column("① 打开四座闸门中的两座，并且通知下游居民。\n② 加固城北水库的堤坝。")
    assert len(lines(pdf(page))) == 2
