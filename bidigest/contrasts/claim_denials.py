"""Denials of a claim as such: somebody denies, dismisses or corrects what another report says.

“The mayor denied that the school closes”, 网传停课不实: the words that the denial is about stand in
the other sentence, which calls nothing false.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import PolarityEvidence
from bidigest.contrasts.negation import sign
from bidigest.contrasts.overlap import content, overlap, same_word
from bidigest.contrasts.words import Word
from bidigest.model import Span

_CONFIRM = "confirm"
"""What a pole of who admits something is about; who does not denies it too."""

_LEAST_WORDS = 1
"""Words that tell what is denied, and that the other sentence must have of them."""

_LEAST_WORDS_BEFORE = 2
"""The same of words before the denial in its clause: a single one mostly is who denies."""

_PAUSES = (",", ":")
_LEAST_SHARE = 0.5
"""Share of the words of what is denied that the other sentence must have."""


def claim_denials(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Yield what the first sentence denies as such, if the second says it.

    Args:
        a: a sentence.
        b: another that probably is of the same matter.
    """
    found = a.first("denies a claim")
    if not found or b.first("denies a claim") or sign(a.cues, found.start, found.end) < 0:
        return
    if any(pole.about == _CONFIRM and pole.turned for pole in b.poles):
        return
    if _reports_both(a, found.start) or _says_instead(a, found):
        return
    denied = _denied(a, found)
    telling = content(b, None, True)
    said = [(w, other) for w in denied if (other := same_word(w, telling))]
    if len(said) < _LEAST_WORDS or len(said) < _LEAST_SHARE * len(denied):
        return
    beside = [cue for cue in a.cues if cue.end <= found.start or found.end <= cue.start]
    # A cue without a length denies all that stands before it: here, that is the denial itself.
    beside = [cue for cue in beside if cue.start < cue.end]
    if any(sign(beside, w.start, w.end) != sign(b.cues, o.start, o.end) for w, o in said):
        return
    ours, theirs = [w for w, _ in said], [w for _, w in said]
    common = overlap(a, None, b, None, poles=True)
    start, end = min(found.start, ours[0].start), max(found.end, ours[-1].end)
    yield PolarityEvidence(True, Span(start, end), _span(theirs), common.mean)


def _says_instead(a: Analysis, found: Span) -> bool:
    """Tell whether a sentence opens with who denies, and goes on with what he says instead."""
    verb = bool(pattern("denies").fullmatch(a.low, found.start, found.end))
    opens = verb and a.clause_at(found.start) == 0 and a.low.startswith(_PAUSES, found.end)
    return opens or bool(pattern("says instead").match(a.low, found.end))


def _reports_both(a: Analysis, at: int) -> bool:
    """Tell whether clauses before a denial say who says what is denied: it is on no side."""
    before = a.low[: a.clause_or_whole(a.clause_at(at)).start]
    return any(pattern(kind).search(before) for kind in ("accuses", "says before"))


def _denied(a: Analysis, found: Span) -> Sequence[Word]:
    """List the words of what is denied: behind the denial, else in its clause, else anywhere."""
    telling = [w for w in content(a, None, True) if w.start not in a.framing]
    beside = [w for w in telling if w.end <= found.start or found.end <= w.start]
    clause = a.clause_at(found.start)
    within = [w for w in beside if w.clause == clause]
    behind = [w for w in within if w.start >= found.end]
    if len(behind) >= _LEAST_WORDS:
        return behind
    return within if len(within) >= _LEAST_WORDS_BEFORE else beside


def _span(words: Sequence[Word]) -> Span:
    return Span(min(w.start for w in words), max(w.end for w in words))
