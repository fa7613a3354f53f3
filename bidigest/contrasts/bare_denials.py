"""Bare denials: a clause of one sentence denies what a clause of the other says, whatever word."""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.denials import (
    OF_SOME,
    PolarityEvidence,
    is_plain,
    is_prefix,
    sign_of,
    tells,
)
from bidigest.contrasts.negation import NegationCue
from bidigest.contrasts.overlap import content, overlap
from bidigest.contrasts.poles import Pole, clause_span
from bidigest.contrasts.word_similarity import alike

LEAST_FOR_BARE_DENIAL = 0.6
"""Mean share of words in common of a clause that only denies and one that only says."""

_VERB = "v"
_OF_WORTH = ("balance", "jobs", "level", "quality")
"""What is more or less, not so or not so."""


def bare_denials(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Compare a clause of the first that denies with one of the second that says the rest of it."""
    if not is_plain(a, b):
        return
    for clause in sorted({word.clause for word in a.words if sign_of(a, word) < 0}):
        for other in sorted({word.clause for word in b.words}):
            common = overlap(a, clause, b, other)
            kinds = ("whether", "bounded")
            unsure = any(tells(a, clause, k) or tells(b, other, k) for k in kinds)
            # Closed, and no longer to be crossed: who ends or forbids denies already.
            unsure = unsure or any(_ends(pole) for pole in b.poles if pole.clause == other)
            told = common.mean >= LEAST_FOR_BARE_DENIAL and _says_what_is_denied(
                a, clause, b, other
            )
            if told and not unsure:
                yield PolarityEvidence(
                    True, clause_span(a.words, clause), clause_span(b.words, other), common.mean
                )


def _says_what_is_denied(a: Analysis, clause: int, b: Analysis, other: int) -> bool:
    """Tell whether a clause says most of what the other denies, not only what else that tells."""
    if any(_denies_no_clause(cue, a, b) for cue in a.cues):
        return False
    denied = [w for w in content(a, clause, True) if sign_of(a, w) < 0]
    others = [word.term for word in b.words if word.clause == other and word.term]
    said = [word for word in denied if any(alike(word.term, term) for term in others)]
    verbs = [word for word in denied if word.tag == _VERB]
    return 2 * len(said) >= len(denied) and (not verbs or any(word in said for word in verbs))


def _denies_no_clause(cue: NegationCue, a: Analysis, b: Analysis) -> bool:
    of_some = is_prefix(cue, a) or a.low.startswith(OF_SOME, cue.end)
    return of_some or _is_part_of_a_pole(cue, a) or _is_before_another(cue, a, b)


def _is_part_of_a_pole(cue: NegationCue, a: Analysis) -> bool:
    """Tell whether a cue is one of several words of a pole, and denies nothing else: not guilty."""
    return any(pole.start <= cue.start and cue.end < pole.end for pole in a.poles)


def _is_before_another(cue: NegationCue, a: Analysis, b: Analysis) -> bool:
    """Tell whether nobody is said to be what the other sentence leaves out: hurt in a fire."""
    if not pattern("of nobody").fullmatch(a.low, cue.start, cue.end):
        return False
    denied = [pole for pole in a.poles if cue.end <= pole.start < cue.reach]
    return any(pole.about not in b.states for pole in denied)


def _ends(pole: Pole) -> bool:
    """Tell whether a pole says that something ends or is forbidden; a loss ends nothing."""
    return pole.states == {"-"} and pole.about not in _OF_WORTH
