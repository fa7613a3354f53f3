"""A decision beside a sentence that still waits for it."""

from __future__ import annotations

import pytest

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import near_contrast

AWAITED = [
    ("渔会申请延长捕捞季，省里的批复还没下来。", "渔会申请的延长捕捞季，昨天已经被省里驳回了。"),
    (
        "漁會已申請延長捕撈季，最快下個月初會有答覆。",
        "渔会申请的延长捕捞季，昨天已经被省里驳回了。",
    ),
    (
        "The fishing guild asked for a longer season, and a reply from the ministry is expected in May.",
        "The ministry has already rejected the fishing guild's request for a longer season.",
    ),
    (
        "The ministry has yet to decide on the guild's longer fishing season.",
        "昨天農業部已經駁回了漁會延長捕撈季的申請。",
    ),
]
NOT_AWAITED = [
    # Both wait.
    ("渔会申请延长捕捞季，省里的批复还没下来。", "渔会申请延长捕捞季，还没收到省里的答复。"),
    # It is only expected to be decided so.
    ("渔会申请延长捕捞季，省里的批复还没下来。", "渔会延长捕捞季的申请预计会被省里驳回。"),
    # A decision of another year.
    ("渔会申请延长捕捞季，省里的批复还没下来。", "去年渔会延长捕捞季的申请已经被省里驳回。"),
    # Something else is decided.
    ("渔会申请延长捕捞季，省里的批复还没下来。", "法院已经驳回了书店的上诉。"),
    # One body has decided, the other has not.
    (
        "The council approved the pier, and a reply from the ministry is expected in May.",
        "The council approved the pier.",
    ),
]


@pytest.mark.parametrize(("waiting", "decided"), AWAITED)
def test_who_still_waits_contradicts_who_tells_of_the_decision(waiting: str, decided: str) -> None:
    one, other = analyse(waiting), analyse(decided)
    for found in (near_contrast(one, other), near_contrast(other, one)):
        assert found is not None and found.kind == "polarity"


@pytest.mark.parametrize(("waiting", "other"), NOT_AWAITED)
def test_what_is_not_the_decision_is_none(waiting: str, other: str) -> None:
    assert near_contrast(analyse(waiting), analyse(other)) is None
