"""Figures that are no plain count: by how much something is more, or an average of many."""

from __future__ import annotations

from bidigest.contrasts.cue_patterns import pattern
from bidigest.languages.folding import folded
from bidigest.model import Quantity
from bidigest.quantities.unit_words import PERCENT

_BEFORE = 8
"""Code points before a figure in which a word may tell that it is a difference."""

_BESIDE = 24
"""Code points on either side of a figure in which a word may tell that it is an average."""


def is_difference(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is a difference; never of shares, as a rise is one too."""
    if figure.unit == PERCENT:
        return False
    before = folded(text[max(0, figure.span.start - _BEFORE) : figure.span.start])
    behind = folded(text[figure.span.end :]).lstrip()
    return bool(
        pattern("difference before").search(before) or pattern("difference behind").match(behind)
    )


def is_average(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is an average: 51,300 spectators a match are no crowd."""
    start, end = figure.span.start, figure.span.end
    beside = (text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE])
    return any(pattern("average").search(folded(each)) for each in beside)
