"""What tells claims apart that share few words, in sentences that probably make one."""

from __future__ import annotations

import pytest

from bidigest.contrasts.contrast import contrast, near_contrast, near_date
from tests.contrasts.told import told
from tests.fixtures import Case, cases


@pytest.mark.parametrize("case", cases("contrasts/near_contrasts.txt"), ids=lambda case: case.title)
def test_near_contrast(case: Case) -> None:
    assert (told(case.text, contrast, near_date, near_contrast),) == case.expected
