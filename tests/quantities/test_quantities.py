from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quantities import KINDS
from bidigest.contradictions.circumstances import Circumstances
from bidigest.model import Quantity, Span
from bidigest.quantities.agreement import agree, contradict, kind
from bidigest.quantities.division import divisions
from bidigest.quantities.finding import find_quantities
from bidigest.quantities.units import is_count
from tests.fixtures import Case, cases

FILES = ("chinese", "english", "none", *(f"open/{kind}" for kind in KINDS))
FIXTURES = [case for name in FILES for case in cases(f"quantities/{name}.txt")]


def figures(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, Span(0, len(text)))


def line(text: str, figure: Quantity) -> str:
    """As the fixtures write a figure: its words = low..high unit."""
    low, high = (f"{end:.12g}".replace("inf", "∞") for end in (figure.low, figure.high))
    interval = low if low == high else f"{low}..{high}"
    words = text[figure.span.start : figure.span.end]
    return f"{words} = {'~' if figure.approximate else ''}{interval} {figure.unit}".rstrip()


@pytest.mark.parametrize("case", FIXTURES, ids=lambda case: case.title)
def test_figures(case: Case) -> None:
    assert tuple(line(case.text, figure) for figure in figures(case.text)) == case.expected


@pytest.mark.parametrize("case", cases("quantities/division.txt"), ids=lambda case: case.title)
def test_division(case: Case) -> None:
    found = divisions(case.text, figures(case.text))
    told = ((f"{d.kind} {d.rest:.0f}", d.whole) for d in found)
    assert tuple(f"{left} of {whole:.0f}" if whole else left for left, whole in told) == (
        case.expected
    )


@pytest.mark.parametrize("case", cases("quantities/agreement.txt"), ids=lambda case: case.title)
def test_agreement(case: Case) -> None:
    (one,), (other,) = (figures(text) for text in case.text.split(" | "))
    for a, b in ((one, other), (other, one)):
        answers = {"agree": agree(a, b), "contradict": contradict(a, b)}
        assert [name for name, true in answers.items() if true] == [
            name for name in case.expected if name != "neither"
        ]


UNITS = ("%", "ratio", "x", "", "year", "month", "day", "km", "m", "basis point", "sector",
         "percentage point", "人", "USD", "USD/year", "USD/month", "CNY")  # fmt: skip
FIGURES = st.builds(
    lambda low, more, unit, approximate: Quantity(low, low + more, unit, approximate, Span(0, 1)),
    st.integers(0, 120).map(float), st.integers(0, 9).map(float), st.sampled_from(UNITS),
    st.booleans(),
)  # fmt: skip


@given(FIGURES, FIGURES)
def test_figures_that_agree_or_contradict_are_of_one_kind(one: Quantity, other: Quantity) -> None:
    if agree(one, other) or contradict(one, other):
        assert kind(one.unit) == kind(other.unit) and is_count(one.unit) == is_count(other.unit)
    assert not (agree(one, other) and contradict(one, other))
    assert agree(one, other) == agree(other, one)


def test_spans_are_positions_in_the_whole_text() -> None:
    text = "前言 12% 之后，超过 300 家企业参展，另有 5 家。"
    found = find_quantities(text, Span(8, 24))
    assert [text[f.span.start : f.span.end] for f in found] == ["超过 300 家企业"]


PIECES = (
    "一 两 三 十 百 千 万 亿 半 数 几 多 余 成 倍 个 年 月 分之 百分之 点 约 超过 不到 以上 每 "
    "中有 第 翻 1 23 4,567 0.5 % - ~ : / . , $ US$ € + ( ) # one half twenty hundred million "
    "and a to of between from than more out in months dollars 零下 负 ± minus ½ 折 个亿 减半 块 米 w '000 "
    "，000 升息 码 亏损 下降 halved cut couple quarter point below zero (1) fold-"
)
PIECE = st.sampled_from([*PIECES.split(), " ", "\n", "\0", "İ", "①", "²", "٣"])
TEXTS = st.lists(PIECE, max_size=30).map("".join) | st.text(max_size=60)


@given(TEXTS)
def test_any_text_gives_ordered_figures_within_itself(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.low <= figure.high and not math.isnan(figure.low)
        assert agree(figure, figure) and not contradict(figure, figure)
        end = figure.span.end


@given(TEXTS, TEXTS)
def test_agreement_is_symmetric_and_excludes_contradiction(one: str, other: str) -> None:
    for a in figures(one):
        for b in figures(other):
            assert agree(a, b) == agree(b, a)
            assert contradict(a, b) == contradict(b, a)
            assert not (agree(a, b) and contradict(a, b))


DIGITS, PLACES = "零一二三四五六七八九", ["", "十", "百", "千"]


def in_chinese(number: int) -> str:
    """The number as it is written out: 1204 is 一千二百零四."""
    if number >= 10_000:
        for size, name in ((100_000_000, "亿"), (10_000, "万")):
            if number >= size:
                rest = number % size
                zero = "零" if 0 < rest < size // 10 else ""
                return in_chinese(number // size) + name + zero + (in_chinese(rest) if rest else "")
    digits = str(number)
    written = "".join(
        DIGITS[int(d)] + PLACES[len(digits) - 1 - i] if d != "0" else "零"
        for i, d in enumerate(digits)
    )
    while "零零" in written:
        written = written.replace("零零", "零")
    return written.rstrip("零")


@given(st.integers(2, 10**12))
def test_a_number_is_read_back_however_it_is_written(number: int) -> None:
    for written in (in_chinese(number), str(number), f"{number:,}"):
        (figure,) = figures(f"共{written}吨。")
        assert (figure.low, figure.high, figure.unit) == (number, number, "tonne")


@given(st.integers(1, 9999), st.integers(1, 2))
def test_a_decimal_with_a_magnitude_is_read_back(number: int, places: int) -> None:
    amount = number / 10**places
    for text, unit in ((f"{amount} 亿元", "CNY"), (f"€{amount / 10} billion", "EUR")):
        (figure,) = figures(text)
        assert figure.unit == unit
        assert math.isclose(figure.low, amount * 1e8, rel_tol=1e-9)


HOSTILE = [
    "一百",
    "1,",
    "9:",
    "1 to ",
    "百分之",
    "one ",
    "3 个“",
    "(1",
    "Aa 1",
    "1-",
    "-",
    "每3家",
    "a.a",
    "cut-",
    "1 000 ",
    "$(1",
    "零下1",
    "1\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        figures(piece * times)
        return time.process_time() - start

    # Ten times the text in about ten times the time; a hundred would be quadratic.
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize("case", cases("quantities/circumstances.txt"), ids=lambda case: case.title)
def test_circumstances(case: Case) -> None:
    told = [_circumstances(case.text, figure.span) for figure in figures(case.text)]
    assert tuple(told) == case.expected


def _circumstances(text: str, figure: Span) -> str:
    found = Circumstances.of(text, figure)
    words = [*sorted(found.years), *sorted(found.parts), *_flags(found)]
    return f"{text[figure.start : figure.end]}: {' '.join(words)}".strip()


def _flags(found: Circumstances) -> list[str]:
    told = [name for name in ("expected", "earlier") if getattr(found, name)]
    told += [f"each-{found.period}"] if found.period else []
    return told + [f"against-{base.replace(' ', '-')}" for base in sorted(found.bases)]


TIMES = st.builds(
    Circumstances,
    st.frozensets(st.sampled_from(["2023", "2024"])),
    st.frozensets(st.sampled_from(["q", "q1", "q4", "h1", "m5", "y"])),
    st.booleans(),
    st.booleans(),
)


@given(TIMES, TIMES)
def test_circumstances_differ_both_ways_or_not_at_all(
    one: Circumstances, other: Circumstances
) -> None:
    assert one.at_another_time(other) == other.at_another_time(one)
    assert not one.at_another_time(one)
