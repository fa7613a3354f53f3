"""A figure that a sentence only calls wrong is not its own."""

from __future__ import annotations

import pytest

from bidigest.contradictions.quantity_claims import Claim
from bidigest.model import Span
from tests.quantities.test_quantities import figures


@pytest.mark.parametrize(("text", "own"), [
    ("The regulator counts 3.2 million customers, not the 2.6 million the bank named.", [3.2e6]),
    ("金管局说受影响客户达320万人，并非银行所称的260万人。", [3.2e6]),
    ("It lasted 32 hours rather than 29 hours.", [32]),
    ("Not only 5 percent left.", [5]),
])  # fmt: skip
def test_figures_of_a_claim(text: str, own: list[float]) -> None:
    claim = Claim.of(text, Span(0, len(text)), tuple(figures(text)))
    assert [figure.low for figure in claim.figures] == own
