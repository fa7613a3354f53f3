"""Who denies as such what another report says, and who only denies something else."""

from __future__ import annotations

import pytest

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import near_contrast

DENIED = [
    ("渡轮公司六月起停开夜班航线。", "渡轮公司发言人否认停开夜班航线，称六月班次照旧。"),
    ("渡輪公司六月起停開夜班航線。", "网传“渡轮公司停开夜班航线”不实，公司周二辟谣。"),
    ("陨石落在学校操场。", "天文台收回“陨石落在学校操场”的说法。"),
]
NOT_DENIED = [
    # Both deny it.
    ("渡轮公司否认停开夜班航线。", "渡轮公司澄清，停开夜班航线的传闻不实。"),
    # Something else is denied.
    ("渡轮公司六月起停开夜班航线。", "渡轮公司否认拖欠船员薪资。"),
    # The only word before the denial is who denies.
    ("船长托斯克说班次一周一议。", "被问及公司是否施压时，托斯克断然否认。"),
    # The other sentence says no as well.
    ("渡轮公司不会停开夜班航线。", "渡轮公司否认停开夜班航线。"),
]


@pytest.mark.parametrize(("claim", "denial"), DENIED)
def test_what_is_denied_as_such_is_an_opposite(claim: str, denial: str) -> None:
    one, other = analyse(claim), analyse(denial)
    for found in (near_contrast(one, other), near_contrast(other, one)):
        assert found is not None and found.kind == "polarity"


@pytest.mark.parametrize(("claim", "denial"), NOT_DENIED)
def test_what_is_not_denied_is_none(claim: str, denial: str) -> None:
    assert near_contrast(analyse(claim), analyse(denial)) is None
