"""Figures that tell by how much something is more or less: forty dollars more is no price."""

from __future__ import annotations

from bidigest.contrasts.cue_patterns import pattern
from bidigest.languages.folding import folded
from bidigest.model import Quantity
from bidigest.quantities.unit_words import PERCENT

_BEFORE = 8
"""Code points before a figure in which a word may tell that it is a difference."""


def is_difference(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is a difference; never of shares, as a rise is one too."""
    if figure.unit == PERCENT:
        return False
    before = folded(text[max(0, figure.span.start - _BEFORE) : figure.span.start])
    behind = folded(text[figure.span.end :]).lstrip()
    return bool(
        pattern("difference before").search(before) or pattern("difference behind").match(behind)
    )
