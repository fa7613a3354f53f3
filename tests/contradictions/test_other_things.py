"""Figures that differ and are no conflict, by what their sentences say of them."""

from __future__ import annotations

import pytest

from tests.contradictions.test_quantity_conflicts import digest


@pytest.mark.parametrize("one, other", [
    # A toll of an earlier disaster.
    ("In the flood of 1998, 412 people died in the valley.", "In the flood 37 people died in the valley."),
    # By how much a thing costs more is not what it costs.
    ("The new watch costs 249 dollars.", "The new watch costs 40 dollars more."),
    ("新手表售价249美元。", "新手錶貴40美元。"),
    # A count that grows still.
    ("So far 140 aftershocks have been recorded.", "Since Monday 230 aftershocks have been recorded."),
    # A toll that is told from below, or to have grown.
    ("At least 45 people died in the crush at the festival.", "A crush at the festival killed 40 people."),
    ("踩踏事故造成至少45人死亡。", "媒体称踩踏事故造成40人死亡。"),
    ("截至周五早晨，踩踏事故死亡人数增加至44人。", "媒体称踩踏事故有40人死亡。"),
    # Two weeks may be 13 days.
    ("It took thirteen days to name the germ.", "It took two weeks to name the germ."),
    # Each month, and in all.
    ("The mill turns out 30 tonnes of paper a month.", "The mill turned out 358 tonnes of paper in all."),
    # What a rise is measured against.
    ("Exports rose 1.1 percent from the previous month.", "Exports rose 3.4 percent from a year earlier."),
    ("The bid carries a premium of 34 percent to the closing price.", "跟過去三個月的平均股價比，收購的溢價是41%。"),
    # In the first week, and in all.
    ("渔业署表示，累计清除的死鱼已经达到62吨。", "合作社主席說，事故後第一週就撈起了20噸死魚。"),
    # Where dictionaries translate the places.
    ("The bank has 1,200 employees in Spain.", "该银行在葡萄牙有400名员工。"),
    # An average beside one day.
    ("The match drew 52,000 spectators.", "The club drew 51,300 spectators on average."),
    ("决赛现场涌入52000名观众。", "現場場場爆滿，平均觀眾51300人。"),
    # Of those on the bridge some were rescued.
    ("Six workers were on the bridge when it collapsed.", "Two workers were rescued after the bridge collapsed."),
    # What one side asks for, and what the other offers.
    ("The union wants 8 percent more pay.", "The employers offer 3 percent more pay."),
    ("工会要求加薪8%。", "資方提出加薪3%。"),
    # A fine, and what was put aside.
    ("The bank will pay $88 million in penalties for the leak.", "The bank set aside $120 million for the leak."),
    # House prices and rents.
    ("截至3月的一年里，房价上涨5.8%。", "截至3月的一年裡，房租上漲4%。"),
    # How old somebody is.
    ("A jury found 27-year-old Dorn guilty.", "A jury found a man guilty of killing a 20-year-old."),
    # The same in another unit.
    ("He fell about 600 metres (2,000 feet).", "He fell about 2,000 feet (610 metres)."),
    # How deep, and how far away.
    ("The quake struck at a depth of 35 kilometres off Manok.", "The quake struck 75 kilometres west of Manok."),
    # Another player's points.
    ("Jonas Dorn had seven rebounds for the Tigers.", "Mara Keller had nine rebounds for the Tigers."),
    # Another war, though `the` stands before its year.
    ("In the 2006 war, 28 civilians were killed in the bombing.", "More than 50 civilians were killed in the bombing."),
    # Women and men, though a comma parts them from their figure.
    ("Among women over sixty, 26 percent were tired.", "60岁以上男性中有22%感到疲倦。"),
])  # fmt: skip
def test_no_conflict(one: str, other: str) -> None:
    assert digest(one + "\n", other + "\n").conflicts == ()


def test_a_conflict_holds_figures_of_one_thing_only() -> None:
    one = "Rents rose by 4 percent, and the price of houses by 5.8 percent.\n"
    other = "Rents rose by 7 percent, and the price of houses by 5.8 percent.\n"
    (found,) = digest(one, other).conflicts
    assert [r.figure.low for r in found.readings if r.figure] == [4.0, 7.0]


def test_what_a_point_differs_in_is_told_apart_by_what_is_counted() -> None:
    one = "The fair drew 52,000 visitors and raised its prices by 6 percent.\n"
    other = "The fair drew 43,000 visitors and raised its prices by 9 percent.\n"
    found = digest(one, other).conflicts
    assert [{r.figure.unit for r in c.readings if r.figure} for c in found] == [{"visitor"}, {"%"}]


def test_a_preliminary_report_is_no_preliminary_count() -> None:
    one = "The inquiry is to publish its preliminary report within 30 days.\n"
    other = "调查组将在60天内公布初步报告。\n"
    (found,) = digest(one, other).conflicts
    assert [r.figure.low for r in found.readings if r.figure] == [30.0, 60.0]
