"""Figures of a part of what another one is of: core inflation, and inflation.

Who says nothing of the part speaks of the whole. Of whom something was told in a sentence before
(they), nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contradictions.quantity_claims import Claim
from bidigest.contrasts.overlap import content, same_word
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import sections_named
from bidigest.model import Quantity, Span
from bidigest.text.figure_clauses import clause

_LIST = "contrasts/figures"
_PART, _ALONE = "part ", "part alone"


def only_one_of_a_part(first: Claim, one: Quantity, second: Claim, other: Quantity) -> bool:
    """Tell whether one of two figures is of a part that the other sentence says nothing of.

    Args:
        first: a sentence.
        one: its figure.
        second: the other sentence.
        other: the figure of that.
    """
    return _of_a_part_alone(first, one, second, other) or _of_a_part_alone(
        second, other, first, one
    )


def _of_a_part_alone(claim: Claim, figure: Quantity, whole: Claim, other: Quantity) -> bool:
    if _is_of_somebody_told_before(whole, other):
        return False
    said = whole.analysis.low
    return any(
        not pattern(_LIST, part).search(said)
        and not (part == _ALONE and _names(words, claim, whole))
        for part, words in _told(claim, figure)
    )


def _names(words: Span, claim: Claim, other: Claim) -> bool:
    """Tell whether another sentence names what one says is alone: of complaints, 5,300 alone."""
    own = [w for w in content(claim.analysis, None, True) if words.start <= w.start < words.end]
    return any(same_word(word, content(other.analysis, None, True)) for word in own)


def _told(claim: Claim, figure: Quantity) -> Iterator[tuple[str, Span]]:
    """Yield what parts are told of a figure, from the one before it to the end of its clause."""
    low = claim.analysis.low
    until = clause(low, Span(0, len(low)), figure.span).end
    ends = [f.span.end for f in claim.figures if f.span.end <= figure.span.start]
    start = max(ends, default=0)
    for part in sections_named(_LIST, _PART):
        for match in pattern(_LIST, part).finditer(low, 0, until):
            if match.start() >= start:
                yield part, Span(*match.span())


def _is_of_somebody_told_before(claim: Claim, figure: Quantity) -> bool:
    low = claim.analysis.low
    own = clause(low, Span(0, len(low)), figure.span)
    before = low[max(0, own.start - 1) : figure.span.start]
    return bool(pattern(_LIST, "somebody told before").search(before))
