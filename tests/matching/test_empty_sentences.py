"""What surely claims nothing is no candidate of any sentence: it corroborates nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bidigest.matching import match
from bidigest.matching.collection import prepare_collection
from bidigest.matching.single_texts import comparable_text

CLAIM, AGAIN = "渡轮公司的大火没有造成乘客受伤。", "没有乘客在渡轮公司的大火中受伤。"


def paired(text: str, titles: tuple[str, ...] = ()) -> bool:
    """Whether a third source's text is a candidate of a claim that two others make."""
    texts = [comparable_text(each, number) for number, each in enumerate((CLAIM, AGAIN, text))]
    texts[2] = replace(texts[2], titles=titles)
    found = match(prepare_collection(texts))
    assert (found.first[0], found.second[0]) == (0, 1)
    return 2 in found.second


@pytest.mark.parametrize("text", ["渡轮公司的大火有没有造成乘客受伤？", "渡轮公司大火的乘客名单"])
def test_it_is_no_candidate(text: str) -> None:
    assert not paired(text)


def test_who_asks_and_tells_is_one() -> None:
    assert paired("渡轮公司的大火没有造成乘客受伤，谁会相信？")


def test_a_heading_is_one_whatever_its_words() -> None:
    heading = "渡轮公司大火的乘客名单"
    assert paired(heading, (heading,))
