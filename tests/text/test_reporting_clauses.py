"""Clauses that only tell who says something."""

from __future__ import annotations

import pytest

from bidigest.text.attribution import only_reports

REPORTING = (
    "the board said in a statement.",
    '" said Ines Carver',
    "said her lawyer",
    "according to two people familiar",
    '" one of them said.',
    "a former clerk told reporters",
    "the judge wrote in the decision.",
    "法官在宣判后说",
    "公司表示",
    "縣政府回應稱",
    "据当地媒体报道",
    "消防员老陈说",
)

SAYING_SOMETHING = (
    "the company said that its board had resigned",
    "says it works",
    "said that independence had left him",
    "court says couriers are employees",
    "trains run as normal",
    "a day later than announced",
    "桥在夜里塌了",
    "她一句话也没说",
    "同意必须出于本人明确的意思表示",
    "报告给出了一个扎心的解释",
    "以一笔中等金额的贷款计算",
)


@pytest.mark.parametrize("clause", REPORTING)
def test_only_who_says_it(clause: str) -> None:
    assert only_reports(clause)


@pytest.mark.parametrize("clause", SAYING_SOMETHING)
def test_what_is_said(clause: str) -> None:
    assert not only_reports(clause)
