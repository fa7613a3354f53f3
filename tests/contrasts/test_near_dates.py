"""Two dates of what comes about once, in sentences that probably make one claim."""

from __future__ import annotations

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import day_of_the_same, near_date

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


def test_days_of_what_is_surely_one_thing_need_no_word_for_it() -> None:
    decided = "The agency is expected to decide on the merger by 14 May 2027."
    also = "The agency will decide on the merger by 14 June 2027."
    found = day_of_the_same(analyse(decided), analyse(also))
    assert found is not None and found.kind == "date"
    assert decided[found.first.start : found.first.end] == decided[:-1]
    assert near_date(analyse(decided), analyse(also)) is None


def test_days_of_one_month_too() -> None:
    one, other = analyse("公司3月3日换掉了全部一线客服。"), analyse("公司3月8日换掉全部一线客服。")
    assert day_of_the_same(one, other) is not None
    assert day_of_the_same(one, analyse("公司在3月换掉了全部一线客服。")) is None


def test_prices_and_counts_are_others_on_other_days() -> None:
    for text in ("{}已有52户居民登记墙体开裂。", "{}股价收盘上涨。"):
        one, other = (analyse(text.format(day)) for day in ("截至11月21日，", "截至11月10日，"))
        assert day_of_the_same(one, other) is None


def test_what_was_first_planned_for_a_day_came_about_on_another() -> None:
    planned, done = "报告原定11月20日公布。", "报告在11月24日公布。"
    assert near_date(analyse(planned), analyse(done)) is None
    assert near_date(analyse("报告在11月20日公布。"), analyse(done)) is not None
    opened = analyse("The bridge opened on 9 September.")
    assert near_date(analyse("The bridge was originally to open on 2 September."), opened) is None


def test_a_departure_and_an_accident_come_about_once() -> None:
    for one, other in (
        ("共同创办人陆清远8月离职。", "联合创始人陆清远在6月离开了公司。"),
        ("The co-founder left the company in August.", "The co-founder left the company in June."),
        ("The bridge collapsed on 3 May.", "大桥5月8日倒塌。"),
    ):
        assert near_date(analyse(one), analyse(other)) is not None
    price = analyse("The share price rose in June.")
    assert near_date(analyse("The share price rose in August."), price) is None
