"""Two dates of what comes about once, in sentences that probably make one claim."""

from __future__ import annotations

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import near_date

SHIP = "失踪的渡轮“海鸥”号是船队的五艘渡轮之一，1978年在西德建造。"
ALSO = "据当地媒体报道，这艘失踪的渡轮为“海鸥”号，是船队的5艘渡轮之一，于1979年制造。"


def test_the_years_in_which_one_ship_was_built_are_shown_whole() -> None:
    found = near_date(analyse(SHIP), analyse(ALSO))
    assert found is not None and found.kind == "date"
    assert SHIP[found.first.start : found.first.end].startswith("1978年")
    assert ALSO[found.second.start : found.second.end] in ("1979年制造", "于1979年制造")


def test_a_maker_is_no_date_of_making() -> None:
    one = analyse("制造业2024年3月占全市产值的一半。")
    assert near_date(one, analyse("制造业2025年3月占全市产值的一半。")) is None
