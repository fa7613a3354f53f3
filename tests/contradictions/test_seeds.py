"""Where the five seeds contradict each other, as their readers found it: three times."""

from __future__ import annotations

import datetime
from pathlib import Path

from bidigest import Options, build

ROOT = Path(__file__).parents[2]


def test_the_seeds_differ_in_three_things() -> None:
    digest = build(["seeds/*.txt"], Options(date=datetime.date(2026, 1, 31)), root=ROOT)
    readings = [
        " ".join(reading.quote for reading in conflict.readings) for conflict in digest.conflicts
    ]
    assert len(readings) == 3
    for one, other in (("66%", "67%"), ("70%", "50%"), ("七个行业", "8 个行业")):
        assert any(one in text and other in text for text in readings), (one, other)
