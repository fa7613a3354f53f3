"""Which average a figure is: a mean is held against no median, and no average against a count."""

from __future__ import annotations

from bidigest.contrasts.cue_patterns import pattern as cue
from bidigest.languages.folding import folded
from bidigest.languages.parsed_quantity import PERCENT
from bidigest.languages.patterns import pattern
from bidigest.model import Quantity, Span
from bidigest.text.figure_clauses import clause

_BESIDE = 24
"""Code points on either side of a figure in which a word may tell that it is an average;"""
_IN_ITS_CLAUSE = 48
"""the same before it, within its clause."""
_KINDS = ("mean", "median")


def is_average(text: str, figure: Quantity) -> bool:
    """Tell whether a figure of a text is an average: 51,300 spectators a match are no crowd."""
    return bool(_word(text, figure))


def mean_and_median(first: str, one: Quantity, second: str, other: Quantity) -> bool:
    """Tell whether one of two figures is a mean, and the other a median: both may be right.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    return {_kind(_word(first, one)), _kind(_word(second, other))} == set(_KINDS)


def _word(text: str, figure: Quantity) -> str:
    """Return the word nearest to a figure that tells that it is an average, folded.

    Of shares that tells nothing: the average rent rose by 4 percent, or rents did.
    """
    if figure.unit == PERCENT:
        return ""
    before = folded(text[_begin(text, figure) : figure.span.start])
    behind = folded(text[figure.span.end : figure.span.end + _BESIDE])
    leading = [(len(before) - m.end(), m[0]) for m in cue("average").finditer(before)]
    following = [(m.start(), m[0]) for m in cue("average").finditer(behind)]
    return min([*leading, *following], default=(0, ""))[1]


def _begin(text: str, figure: Quantity) -> int:
    """Return from where on a word before a figure may tell of it."""
    own = clause(text, Span(0, len(text)), figure.span).start
    start = figure.span.start
    return max(0, min(start - _BESIDE, max(own, start - _IN_ITS_CLAUSE)))


def _kind(word: str) -> str:
    """Tell which of the two a word means; empty where it may be either."""
    return next((kind for kind in _KINDS if pattern("contrasts/figures", kind).search(word)), "")
