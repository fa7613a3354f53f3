"""That nobody came to harm, beside somebody who did: 没有任何人受伤, a broken arm.

Such sentences tell of the harm in words of their own, and have little else in common.
"""

from __future__ import annotations

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.certainty import DONE, FACT
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.overlap import overlap
from bidigest.model import Span

_LEAST_WORDS = 1
"""Words that the sentences must have in common, beside the harm."""


def unhurt(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    """Find where one says that nobody was hurt, and the other that somebody was.

    Args:
        a: a sentence.
        b: another that may be of the same matter.
    """
    found = _unhurt(a, b)
    back = None if found else _unhurt(b, a)
    return (back[1], back[0]) if back else found


def _unhurt(a: Analysis, b: Analysis) -> tuple[Span, Span] | None:
    nobody, cue = pattern("nobody hurt"), pattern("at another time")
    none, some = nobody.search(a.low), pattern("somebody hurt").search(b.low)
    if not none or not some or a.asking or b.asking or nobody.search(b.low):
        return None
    if not _is_told(b, some.start()):
        return None
    if bool(cue.search(a.low)) != bool(cue.search(b.low)):
        return None
    common = overlap(a, None, b, None, poles=True)
    return (Span(*none.span()), Span(*some.span())) if common.words >= _LEAST_WORDS else None


def _is_told(a: Analysis, start: int) -> bool:
    """Tell whether words are of what has come about: who might have been hurt was not."""
    clause = a.clause_at(start)
    return a.certainty[clause] in (DONE, FACT)
