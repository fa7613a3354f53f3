"""The minutes at which two sentences say that one thing happened."""

from __future__ import annotations

import pytest

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.clocks import other_clocks


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("The boiler burst at 2.20 p.m.", "The boiler burst at 2:50 p.m.", True),
        ("停电发生在晚上9点15分。", "停電發生在晚上9點40分。", True),
        ("The siren rang at 9:28.", "警报在9时43分响起。", True),
        # Two zones, a time that is not exact, one without minutes, scores, another thing.
        ("The boiler burst at 2.20 p.m.", "The boiler burst at 14:20 local time.", False),
        ("The boiler burst at 2.20 p.m.", "The boiler burst shortly before 2.30 p.m.", False),
        ("The boiler burst at 2.20 p.m.", "The boiler burst at half past two.", False),
        ("The hosts won 3:10.", "The hosts won 3:12.", False),
        ("The gates opened at 3.00 p.m.", "The first speech began at 3.12 p.m.", False),
    ],
)
def test_clocks(one: str, other: str, told: bool) -> None:
    assert (other_clocks(analyse(one), analyse(other)) is not None) is told
