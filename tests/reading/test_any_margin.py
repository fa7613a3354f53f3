"""A text says the same at whatever column its lines are broken."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bidigest.model import Document, Quantity
from bidigest.reading import read_bytes
from bidigest.reading.measures import width
from bidigest.text.plain_text import wording

ENGLISH = (
    "The ferry between the two islands has carried no cars since the pier gave way in 2021.",
    "Repairs would cost 4.7 billion crowns, three times what the county earns in a year.",
    "“Nobody asked the fishermen,” said Mrs. Ida Holm, who owns two boats.",
    "About two hundred and fifty people signed a letter to the minister, Mr. J. P. Lund.",
    "Prices of bread rose, as Fig. 2 shows, by 12 percent in March and by a third in April.",
    "The museum opens at 9 a.m. on weekdays, and closes when the last visitor has left.",
    "Doctors at St. Olaf's found that patients who slept less than six hours healed more slowly.",
    "It was the first win in 26 games for a team that had lost its coach, its captain and its pitch.",
)
CHINESE = (
    "市议会昨晚以三十一票对十九票通过了供水条例，新条例将于七月一日起施行。",
    "去年全市共召开听证会二十六次，参加群众三千五百余人，采纳意见一百四十条。",
    "“我们没有放弃。”船长在电话里说，“但是燃料只够用两天了。”",
    "研究人员比较了 48 个湖泊的沉积物，发现微塑料的含量在十年间增加了 1.6 倍。",
    "該院表示，病床使用率已達百分之九十七，急診室的候診時間超過六個小時。",
    "球隊在補時階段攻入致勝一球，現場四萬多名觀眾起立鼓掌，久久不願離去。",
    "展览名为《谁在说话？》，由五位青年艺术家共同完成，展期三个月。",
    "气象台预计，受冷空气影响，周四夜间最低气温将降至零下 8 度，并伴有大风。",
)
MARGINS = st.integers(44, 96)
CLOSING = "，。！？、：；”》）"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(ENGLISH), min_size=4, max_size=8), min_size=2), MARGINS)
def test_english(paragraphs: list[list[str]], columns: int) -> None:
    texts = [" ".join(paragraph) for paragraph in paragraphs]
    assert_the_same(texts, [_filled(text.split(" "), " ", columns) for text in texts])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(CHINESE), min_size=4, max_size=8), min_size=2), MARGINS)
def test_chinese(paragraphs: list[list[str]], columns: int) -> None:
    texts = ["".join(paragraph) for paragraph in paragraphs]
    assert_the_same(texts, [_filled(_parts(text), "", columns) for text in texts])


def assert_the_same(whole: list[str], broken: list[str]) -> None:
    one, other = (read_bytes("\n\n".join(text).encode(), "a.txt") for text in (whole, broken))
    assert _said(one) == _said(other)
    assert [_value(figure) for figure in _figures(one)] == [
        _value(figure) for figure in _figures(other)
    ]


def _filled(parts: list[str], between: str, columns: int) -> str:
    lines = [parts[0]]
    for part in parts[1:]:
        if width(lines[-1] + between + part) > columns:
            lines.append(part)
        else:
            lines[-1] += between + part
    return "\n".join(lines)


def _parts(text: str) -> list[str]:
    """Where Chinese may be broken: not before a closing mark, nor in a number."""
    parts: list[str] = []
    for character in text:
        runs_on = parts and (
            character in CLOSING
            or parts[-1] in "“《（"
            or (not character.isspace() and (parts[-1] + character).isascii())
        )
        if runs_on:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _said(document: Document) -> list[str]:
    return ["".join(wording(document, each.span).split()) for each in document.sentences]


def _figures(document: Document) -> list[Quantity]:
    return [figure for sentence in document.sentences for figure in sentence.figures]


def _value(figure: Quantity) -> tuple[float, float, str, bool]:
    return figure.low, figure.high, figure.unit, figure.approximate
