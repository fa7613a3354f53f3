"""Whether something has come about, is going to, may, or would only under a condition."""

from __future__ import annotations

from bidigest.contrasts.cue_patterns import pattern
from bidigest.model import Span

FACT, FUTURE, EXPECTED, POSSIBLE, CONDITIONAL = (
    "fact",
    "future",
    "expected",
    "possible",
    "conditional",
)


def certainty(clause: str, sentence: str) -> str:
    """Of a clause and its sentence, both folded; `fact` where nothing says otherwise."""
    if pattern(CONDITIONAL).search(sentence):
        return CONDITIONAL
    told = (kind for kind in (EXPECTED, POSSIBLE, FUTURE) if pattern(kind).search(clause))
    return next(told, FACT)


def uncertain(text: str) -> tuple[Span, ...]:
    """Where words say so, in order."""
    kinds = (CONDITIONAL, EXPECTED, POSSIBLE, FUTURE)
    matches = (match for kind in kinds for match in pattern(kind).finditer(text))
    return tuple(sorted(Span(match.start(), match.end()) for match in matches))


def apart(one: str, other: str) -> bool:
    """Has the one come about and the other not?"""
    return (one == FACT) != (other == FACT)
