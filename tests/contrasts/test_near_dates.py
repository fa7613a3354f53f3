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


def test_days_from_and_to_are_not_the_day_of_either() -> None:
    opening = analyse("The fair opens on 3 September.")
    for days in ("from 3 to 12 September", "from September 3-12", "on 3 and 4 September"):
        assert near_date(opening, analyse(f"The fair will be held {days}.")) is None
    assert near_date(analyse("展会9月3日开幕。"), analyse("展会9月2日至8日举行。")) is None
    assert near_date(opening, analyse("The fair opens on 4 September.")) is not None
