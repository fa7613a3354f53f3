"""Of a part only, while the rest is otherwise: who says it of all says something else."""

from __future__ import annotations

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import near_contrast

ALL = "白鹭书店关闭城里的门店。"
PART = "白鹭书店只关闭城里的一家门店，其余四家照常营业。"
HALF = "白鹭书店关闭城里的部分门店。"


def test_a_part_is_not_all() -> None:
    for pair in ((ALL, PART), (PART, ALL)):
        found = near_contrast(*map(analyse, pair))
        assert found is not None and found.kind == "polarity"


def test_two_who_speak_of_a_part_agree() -> None:
    assert near_contrast(analyse(HALF), analyse(PART)) is None


def test_who_asks_says_nothing() -> None:
    asked = analyse("白鹭书店关闭城里的门店，是否属实？")
    assert near_contrast(asked, analyse(PART)) is None
