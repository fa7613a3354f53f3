"""Texts with a margin are read as if each of their sentences stood on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.hard_wrapped import is_right, list_of
from bidigest.model import Block, Quantity, Span
from bidigest.quantities.finding import find_quantities
from bidigest.reading import read_bytes
from bidigest.reading.line_ends import unseen_line_ends
from bidigest.text.plain_text import as_one_line, wording
from tests.fixtures import Case, cases

BAR = 0.95


def interval(figure: Quantity) -> str:
    low, high = (f"{end:.12g}".replace("inf", "∞") for end in (figure.low, figure.high))
    return low if low == high else f"{low}..{high}"


@pytest.mark.parametrize("half", ["open"])
def test_nearly_all_are_read_right(half: str) -> None:
    listed = list_of(half)
    wrong = [case.title for case in listed if not is_right(case)]
    assert len(wrong) <= len(listed) * (1 - BAR), wrong


@pytest.mark.parametrize(
    "case", cases("reading/figures_over_line_ends.txt"), ids=lambda case: case.title
)
def test_a_figure_over_a_line_end_is_one(case: Case) -> None:
    """As the sentences of a block are read that is wrapped."""
    whole = Span(0, len(case.text))
    unseen = tuple(unseen_line_ends(case.text, (Block(whole, 0),)))
    line, positions = as_one_line(case.text, whole, unseen)
    found = (
        f"{case.text[positions[figure.span.start] : positions[figure.span.end - 1] + 1]} = "
        f"{'~' if figure.approximate else ''}{interval(figure)} {figure.unit}"
        for figure in find_quantities(line, Span(0, len(line)))
    )
    assert tuple(found) == case.expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("涨幅达到5%\n2. 成交量放大", 5),
        ("The fee is $1.2\n\nbillion-year-old rocks were found.", 1.2),
    ],
)
def test_lists_and_paragraphs_keep_their_figures_apart(text: str, value: float) -> None:
    document = read_bytes(text.encode(), "a.txt")
    assert document.sentences[0].figures[0].low == value


def test_a_figure_over_a_line_end_is_quoted_to_the_character() -> None:
    document = read_bytes("去年全市共召开听证会二十\n六次，参加者众多。".encode(), "a.txt")
    (figure,) = document.sentences[0].figures
    assert (figure.low, figure.high, figure.unit) == (26, 26, "次")
    assert document.quote(figure.span) == "二十\n六次"


def test_a_broken_word_is_whole_to_a_reader_and_broken_in_the_quotation() -> None:
    document = read_bytes(b"The commission found that the govern-\nment had lied.", "a.txt")
    (sentence,) = document.sentences
    assert wording(document, sentence.span).endswith("that the government had lied.")
    assert "govern-\nment" in document.quote(sentence.span)


@given(st.text(st.sampled_from("ab 字\n\r>-，"), max_size=60), st.data())
def test_each_character_of_a_line_knows_where_it_stood(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    left_out = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    line, positions = as_one_line(text, Span(0, len(text)), left_out)
    assert len(line) == len(positions) and positions == sorted(set(positions))
    assert "\n" not in line and "\r" not in line
    pairs = zip(line, positions, strict=True)
    assert all(text[at] in (character, "\n", "\r") for character, at in pairs)


def test_a_dateline_counts_for_the_width_of_its_line() -> None:
    lines = (
        "海城5月9日电（记者陆听）市航运局8日晚在此间举行发布会，\n"
        "公布新码头的首批检测情况。项目负责人介绍，桩基的强度已经\n"
        "达到设计要求的一倍半。会场不大，后排的人站着记。\n\n"
        "局长在回答提问时说，二期工程打算在后年动工，不过钱还没有\n"
        "着落。他没有回答是否会留任。\n"
    )
    document = read_bytes(lines.encode(), "a.txt")
    said = [wording(document, sentence.span) for sentence in document.sentences]
    assert said[0].endswith("市航运局8日晚在此间举行发布会，公布新码头的首批检测情况。")
