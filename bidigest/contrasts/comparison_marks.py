"""What parts the two sides of a comparison: more than, by comparison, outdoes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.negation import NegationCue
from bidigest.model import Span

_THAN = re.compile(
    r"\bthan\b(?! (?:[\d$€£¥]|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|half|a"
    r" (?:third|quarter|dozen|hundred|thousand|million|billion))\b))"
)
"""Not before a figure: more than ten is no comparison of two sides."""
_REACH = 40
"""Code points behind `more` within which `than` stands."""


@dataclass(frozen=True, slots=True)
class ComparisonMarks:
    """Where a sentence's sides are parted, and whether the first has more."""

    places: tuple[Span, ...]
    """One, between the sides; or two, of which the second stands behind the second side."""
    more: bool


def comparison_marks(low: str, cues: Sequence[NegationCue]) -> ComparisonMarks | None:
    """Find the first comparison of a folded sentence; None where it compares nothing.

    Args:
        low: the sentence.
        cues: what denies in it.
    """
    for kind, more in (("outdoes", True), ("outdone", False)):
        if match := pattern(kind).search(low):
            return ComparisonMarks((Span(*match.span()),), more != _denied(cues, match.start()))
    for kind, more in (("more", True), ("less", False)):
        for match in pattern(f"{kind} than").finditer(low):
            if than := _THAN.search(low, match.end(), match.end() + _REACH):
                place = Span(match.end(), than.end())
                return ComparisonMarks((place,), more != _denied(cues, match.start()))
        if match := pattern(f"{kind} by comparison").search(low):
            places = Span(*match.span("than")), Span(*match.span("sign"))
            return ComparisonMarks(places, more != _denied(cues, match.start()))
    return None


def _denied(cues: Sequence[NegationCue], at: int) -> bool:
    return sum(not cue.turning and cue.end <= at < cue.reach for cue in cues) % 2 == 1
