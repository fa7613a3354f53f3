"""What tells claims apart that share few words, in sentences that probably make one."""

from __future__ import annotations

import pytest

from bidigest.contrasts.contrast import contrast, near_contrast, near_date
from tests.contrasts.told import told
from tests.fixtures import Case, cases


@pytest.mark.parametrize("case", cases("contrasts/near_contrasts.txt"), ids=lambda case: case.title)
def test_near_contrast(case: Case) -> None:
    assert (told(case.text, contrast, near_date, near_contrast),) == case.expected


def test_how_somebody_left_is_asked_despite_the_day() -> None:
    """One day or the other: an office is left once, by who resigns or by who is dismissed."""
    case = "On Sunday the bank fired the chief executive. || 首席执行官已于周六主动辞职。"
    assert told(case, near_contrast) == "polarity: fired the chief executive | 辞职"
