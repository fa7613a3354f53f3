"""What tells claims apart that share few words, in sentences that probably make one."""

from __future__ import annotations

import pytest

from bidigest.contrasts.analysis import analyse
from bidigest.contrasts.contrast import contrast, near_contrast, near_date
from tests.fixtures import Case, cases


def said(text: str) -> str:
    """What the two sentences of a case differ in, by the first look that finds something."""
    one, other = text.split(" || ")
    looks = (look(analyse(one), analyse(other)) for look in (contrast, near_date, near_contrast))
    found = next(filter(None, looks), None)
    if found is None:
        return "none"
    first = one[found.first.start : found.first.end]
    return f"{found.kind}: {first} | {other[found.second.start : found.second.end]}"


@pytest.mark.parametrize("case", cases("contrasts/near_contrasts.txt"), ids=lambda case: case.title)
def test_near_contrast(case: Case) -> None:
    assert (said(case.text),) == case.expected
