"""What fills the slots of two sentences: whether it may be the same.

Several causes go together, and a room lies in a house; so fillers exclude each other only where
they have nothing in common, and neither sentence says, without dismissing it, what the other gives.
"""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.overlap import content, same_word
from bidigest.contrasts.slots import CAUSE, SLOTS, Filled, words_in
from bidigest.contrasts.words import Word
from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import sections_named
from bidigest.languages.zh.scripts import HAN_CHARACTER

_CAUSES = "contrasts/causes"
_MOST_SAID = 0.5
"""Share of a filler's words that the other sentence may have elsewhere."""
_ALIKE = 0.3
"""Share of a Chinese filler's characters that another has, from which they may say the same."""


def alike_fillers(a: Analysis, one: Filled, b: Analysis, other: Filled) -> bool:
    """Tell whether two fillers may say the same: by a word, a kind of cause, or characters.

    Args:
        a: a sentence.
        one: a slot of it.
        b: the other sentence.
        other: a slot of that.
    """
    ours, theirs = words_in(a, one.filler), words_in(b, other.filler)
    if _share(ours, theirs) or _share(theirs, ours):
        return True
    said, also = one.text(a), other.text(b)
    if one.kind == CAUSE and _kinds_of_cause(said) & _kinds_of_cause(also):
        return True
    characters, theirs_too = set(HAN_CHARACTER.findall(said)), set(HAN_CHARACTER.findall(also))
    fewest = max(1, min(len(characters), len(theirs_too)))
    return len(characters & theirs_too) >= _ALIKE * fewest


def says_elsewhere(a: Analysis, slot: Filled, b: Analysis) -> bool:
    """Tell whether another sentence says, and does not dismiss, what fills a slot.

    Args:
        a: a sentence.
        slot: a slot of it.
        b: the other sentence.
    """
    clauses = [clause for clause in range(len(b.certainty)) if not _dismisses(b, clause)]
    said = [word for word in content(b, None, True) if word.clause in clauses]
    if _share(words_in(a, slot.filler), said) > _MOST_SAID:
        return True
    texts = (b.low[own.start : own.end] for own in map(b.clause_or_whole, clauses))
    kinds = _kinds_of_cause(slot.text(a))
    return slot.kind == CAUSE and any(kinds & _kinds_of_cause(text) for text in texts)


def dismiss_the_same(a: Analysis, b: Analysis) -> bool:
    """Tell whether both sentences dismiss one thing: then they agree."""
    theirs = _dismissed(b)
    return any(same_word(word, theirs) for word in _dismissed(a))


def _dismissed(a: Analysis) -> list[Word]:
    return [word for word in content(a, None, True) if _dismisses(a, word.clause)]


def _dismisses(a: Analysis, clause: int) -> bool:
    """Tell whether a clause, given by its number, says of something that it is not so."""
    own = a.clause_or_whole(clause)
    return bool(pattern(SLOTS, "dismissed").search(a.low, own.start, own.end))


def _kinds_of_cause(low: str) -> frozenset[str]:
    kinds = filter(None, sections_named(_CAUSES, ""))
    return frozenset(kind for kind in kinds if pattern(_CAUSES, kind).search(low))


def _share(words: Sequence[Word], others: Sequence[Word]) -> float:
    said = sum(same_word(word, others) is not None for word in words)
    return said / len(words) if words else 0.0
