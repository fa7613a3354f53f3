"""Charges and their denials: two claims, and who reports both is on no side."""

from __future__ import annotations

from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.negation import OF_CLAIMS
from bidigest.contrasts.poles import clause_span
from bidigest.model import Span


def accusation_and_denial(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find the words with which one sentence only accuses, and the other only denies.

    Who reports both, or neither, is on no side.
    """
    ours, theirs = _told(a.low), _told(b.low)
    if ours is None or theirs is None or ours[0] == theirs[0]:
        return None
    return ours[1], theirs[1]


def refuted_there(a: Analysis, said: Span) -> bool:
    """Tell whether the sentence says of what the clause of these words says that another denies it.

    Whoever wrote it stands on neither side.
    """
    clause = a.clause_at(said.start)
    return bool(pattern("refuted by another").search(a.low, clause_span(a.words, clause).end))


def of_one_charge(a: Analysis, said: Span, b: Analysis) -> bool:
    """Tell whether a denial is one of a charge that the other sentence says is denied, too.

    Args:
        a: a sentence.
        said: the words of it that deny.
        b: the other sentence.
    """
    denied = pattern("denies a charge")
    denying = a.low[said.start :].startswith(OF_CLAIMS) or denied.search(a.low)
    return bool(denying and denied.search(b.low))


@lru_cache(maxsize=16_384)
def _told(low: str) -> tuple[str, Span] | None:
    """Tell whether a sentence accuses or denies, and where, if it does not do both."""
    found = [(kind, pattern(kind).search(low)) for kind in ("accuses", "denies an accusation")]
    told = [(kind, Span(*match.span())) for kind, match in found if match]
    return told[0] if len(told) == 1 else None
