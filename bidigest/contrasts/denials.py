"""Denials: one sentence denies a word, or the whole clause, that the other says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.cue_patterns import pattern
from bidigest.contrasts.negation import NegationCue, sign
from bidigest.contrasts.overlap import content, overlap, same_word
from bidigest.contrasts.poles import clause_span
from bidigest.contrasts.words import DENYING_PREFIX, Word
from bidigest.model import Span

LEAST_WORDS = 0.7
"""Words that the clauses must have in common; one said in another clause is less than one."""

LEAST_FOR_DENIED = 0.5
"""Mean share of the clauses' other words in common where a word is denied that the other says."""

MOST_CLAUSES = 2
"""Clauses of a sentence that may stand as a whole against one that denies it as a whole."""

_NOUNS = ("n", "m", "q", "t", "f", "s", "b", "r")
_ADVERB = "d"
_PREPOSITION = "p"
_VERB = "v"
_LATIN = "eng"
OF_SOME = " of "
"""Behind a cue that denies what some of many do: none of the others."""


@dataclass(frozen=True, slots=True)
class PolarityEvidence:
    """Words of two sentences that are held against each other."""

    opposite: bool
    first: Span
    second: Span
    overlap: float
    by_poles: bool = False
    """Whether both of them are words of poles."""

    def turned(self) -> PolarityEvidence:
        """Return it with the two sentences in the other order."""
        return replace(self, first=self.second, second=self.first)


Look = Callable[[Analysis, Analysis], Iterator[PolarityEvidence]]
"""Holds what a first sentence says against a second."""


def either_way(look: Look, a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Look from the first sentence to the second, then from the second to the first.

    Args:
        look: what is looked for.
        a: a sentence.
        b: the other.
    """
    yield from look(a, b)
    yield from (found.turned() for found in look(b, a))


def denied_words(a: Analysis, b: Analysis) -> Iterator[PolarityEvidence]:
    """Compare the word that each cue of the first denies with the same word of the second."""
    if all(each.first("denies with emphasis") for each in (a, b)):
        return  # They do not answer each other.
    for cue, word, other in _same_words(a, b):
        unsure = _open_or_bounded(a, word) or _open_or_bounded(b, other)
        if not (unsure or _then_or_later(a, word, b, other)):
            common = overlap(a, word.clause, b, other.clause, (word, other))
            opposite = sign_of(a, word) != sign_of(b, other)
            enough = common.mean >= LEAST_FOR_DENIED and common.words >= LEAST_WORDS
            enough = enough and (word.text == other.text or not is_prefix(cue, a))
            if enough and not (opposite and b.denies_in(other.clause)):
                yield PolarityEvidence(
                    opposite, Span(cue.start, word.end), Span.of(other), common.mean
                )


def _same_words(a: Analysis, b: Analysis) -> Iterator[tuple[NegationCue, Word, Word]]:
    """Yield what each cue of the first denies, with the same word of the second."""
    for cue, word in _denied_words(a):
        other = same_word(word, content(b))
        if other and (len(other.text) > 1 or word.text == other.text):
            yield cue, word, other


@lru_cache(maxsize=64)
def _denied_words(a: Analysis) -> tuple[tuple[NegationCue, Word], ...]:
    """List what each cue of a sentence denies, whatever it is held against.

    Who speaks of both (who used it and who did not) denies nothing.
    """
    found = ((cue, _denied(cue, a)) for cue in a.cues)
    return tuple((cue, word) for cue, word in found if word and not _is_said_too(a, word))


def _is_said_too(a: Analysis, word: Word) -> bool:
    return any(w.text == word.text and sign_of(a, w) != sign_of(a, word) for w in a.words)


def may_be_denied(a: Analysis, b: Analysis) -> bool:
    """Tell whether the first may deny what the second says, before clauses are compared.

    Who denies something in the same clause says the opposite of no denial.
    """
    if not a.cues:
        return False
    denied = (other for _, word, other in _same_words(a, b) if sign_of(a, word) < 0)
    return is_plain(a, b) or any(not b.denies_in(other.clause) for other in denied)


def is_prefix(cue: NegationCue, a: Analysis) -> bool:
    """Tell whether a cue is an un-: an unpatched page does not deny that there is a patch."""
    return a.low[cue.start : cue.end] == DENYING_PREFIX and a.low[cue.end : cue.end + 1].isalpha()


def _denied(cue: NegationCue, a: Analysis) -> Word | None:
    """Find the first word with content behind the cue; no Chinese noun, which only lacks something.

    Who ends a season does not deny it; none of it left out is all of it.
    """
    behind = [w for w in content(a) if cue.end <= w.start < cue.reach]
    word = next((w for w in behind if w.tag != _ADVERB), None)
    if word and _follows_preposition(a, cue, word):
        word = next((w for w in behind if w.tag.startswith(_VERB)), None)
    if word is None or word.tag.startswith(_NOUNS) or _denies_no_word(a, cue, word):
        return None
    ends_a_thing = pattern("ends a thing").match(a.low, cue.start)
    turned_later = any(c.turning and word.end <= c.start < cue.reach for c in a.cues)
    return None if ends_a_thing or turned_later else word


def _denies_no_word(a: Analysis, cue: NegationCue, word: Word) -> bool:
    """Tell whether a cue denies something else than a word behind it: not guilty of murder.

    Who is stopped, or misses a bridge, is a name or a thing, and there.
    """
    between = any(cue.end < pole.end <= word.start for pole in a.poles) or a.low.startswith(
        OF_SOME, cue.end
    )
    named = any(name.start == word.start for name in a.names)
    of_a_thing = (
        cue.turning and word.tag == _LATIN and not pattern("turns a verb").match(a.low, cue.start)
    )
    return between or named or of_a_thing


def _turns(cue: NegationCue, a: Analysis, word: Word) -> bool:
    """Tell whether an English cue turns a verb round: who prevents pirates has met some."""
    return bool(pattern("turns a verb").match(a.low, cue.start)) or (
        bool(pattern("turns what is done").match(a.low, cue.start)) and word.text.endswith("ing")
    )


def _follows_preposition(a: Analysis, cue: NegationCue, word: Word) -> bool:
    """Tell whether a preposition stands between a cue and a word: 没有就此事道歉."""
    return any(w.tag == _PREPOSITION for w in a.words if cue.end <= w.start < word.start)


def _open_or_bounded(a: Analysis, word: Word) -> bool:
    """Tell whether the word's clause leaves open whether it is so, or says only until when."""
    return tells(a, word.clause, "whether") or tells(a, word.clause, "bounded")


def _then_or_later(a: Analysis, word: Word, b: Analysis, other: Word) -> bool:
    """Tell whether one clause speaks of the time of something, and the other of a day."""
    return (tells(a, word.clause, "then") and tells(b, other.clause, "on a day")) or (
        tells(b, other.clause, "then") and tells(a, word.clause, "on a day")
    )


def tells(a: Analysis, clause: int, kind: str) -> bool:
    """Tell whether a cue stands in a clause.

    Args:
        a: the sentence.
        clause: number of the clause.
        kind: of cues, as `languages/*/contrasts/cues.txt` names it.
    """
    own = clause_span(a.words, clause)
    return bool(pattern(kind).search(a.low, own.start, own.end))


def is_plain(a: Analysis, b: Analysis) -> bool:
    """Tell whether the second denies nothing, and the first as plainly as both are short."""
    return (
        not b.cues
        and not any(cue.turning for cue in a.cues)
        and all(len({w.clause for w in each.words}) <= MOST_CLAUSES for each in (a, b))
    )


def sign_of(a: Analysis, word: Word) -> int:
    """Return -1 where an odd number of a sentence's cues denies a word of it, else 1.

    Args:
        a: the sentence.
        word: of it.
    """
    return sign(a.cues, word.start, word.end)
