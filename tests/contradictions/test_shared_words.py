"""What a conflict is about: what is counted or said, of whom, and when, in a source's own words."""

from __future__ import annotations

import pytest

from bidigest.languages.zh.scripts import fold
from tests.contradictions.test_quantity_conflicts import digest


@pytest.mark.parametrize("one, other, expected", [
    ("The storm tore the roofs off 229 houses in Perley.", "In the storm 292 houses in Perley lost their roofs.",
     ("storm", "roofs", "houses", "Perley")),
    ("The new hall cost 38 million euros in 2019.", "In 2019 the new hall cost 52 million euros.",
     ("new", "hall", "cost", "in 2019")),
    ("参议院周一批准了港口计划。", "參議院週一否決了港口計畫。", ("参议院", "港口", "计划")),
    ("The port bridge opened on 2 September 2026.", "The port bridge opened on 9 September 2026.",
     ("port", "bridge", "opened", "September 2026")),
    ("The senate approved the port law.", "参议院否决了港口法案。", ("senate", "port", "law")),
])  # fmt: skip
def test_what_both_sides_share(one: str, other: str, expected: tuple[str, ...]) -> None:
    (conflict,) = digest(one + "\n", other + "\n").conflicts
    assert tuple(map(fold, conflict.about)) == expected
    assert all(word in conflict.readings[0].quote for word in conflict.about)
