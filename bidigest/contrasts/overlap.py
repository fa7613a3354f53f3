"""Overlap: how much two sentences have in common beside what may set them apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.mentions import Mention
from bidigest.contrasts.names import Name
from bidigest.contrasts.poles import Pole
from bidigest.contrasts.word_similarity import alike, alike_keys
from bidigest.contrasts.words import Word
from bidigest.languages.zh.scripts import is_chinese
from bidigest.model import Span

_ELSEWHERE = 0.7
"""What a word counts that the other sentence says in another clause."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """The shares of two clauses' words that the other one says too, and how many these are."""

    first: float
    second: float
    words: float
    """The smaller number of the two."""

    @property
    def mean(self) -> float:
        """The mean of the two shares."""
        return (self.first + self.second) / 2


Place = Word | Mention | Pole | Name | Span


def overlap(
    a: Analysis,
    in_a: int | None,
    b: Analysis,
    in_b: int | None,
    without: tuple[Place, Place] | None = None,
    poles: bool = False,
) -> Overlap:
    """Compare a clause of each sentence, without cues and times.

    None, and a clause that names nothing, stand for the whole sentence.

    Args:
        a: a sentence.
        in_a: number of its clause.
        b: the other sentence.
        in_b: number of its clause.
        without: a place of each that does not count.
        poles: whether the words of poles count too.
    """
    ours = content(a, in_a, poles) or content(a, None, poles)
    theirs = content(b, in_b, poles) or content(b, None, poles)
    if without:
        ours, theirs = _beside(ours, without[0]), _beside(theirs, without[1])
    known, turned = _alike_terms(a, b)
    coverage_ab = _said(ours, theirs, b, known, poles) if known else {}
    coverage_ba = _said(theirs, ours, a, turned, poles) if turned else {}
    across = _is_chinese(ours) != _is_chinese(theirs)
    return Overlap(
        _share(coverage_ab, _needed(a, ours, across)),
        _share(coverage_ba, _needed(b, theirs, across)),
        min(sum(coverage_ab.values()), sum(coverage_ba.values())),
    )


def _beside(words: Sequence[Word], place: Place) -> tuple[Word, ...]:
    start, end = place.start, place.end
    return tuple([w for w in words if w.end <= start or w.start >= end])


def _is_chinese(words: Sequence[Word]) -> bool:
    return any(is_chinese(word.text) for word in words)


def _needed(a: Analysis, words: Sequence[Word], across: bool) -> frozenset[int]:
    """Find where the words start that the other should say too."""
    spared = a.framing | a.unknown_names if across else a.framing
    return frozenset([word.start for word in words]) - spared


def _share(said: Mapping[int, float], needed: frozenset[int]) -> float:
    """Compute how much is said, of the words that should be and of others that are."""
    every = len(needed | said.keys())
    return sum(said.values()) / every if every else 0.5


def _said(
    ours: Sequence[Word],
    theirs: Sequence[Word],
    other: Analysis,
    known: Mapping[str, Collection[str]],
    poles: bool,
) -> Mapping[int, float]:
    """Find which of our words the others say, and how much each counts.

    Args:
        ours: the words.
        theirs: those of the clause that is compared.
        other: their sentence.
        known: of terms of ours, the terms of their sentence that are alike.
        poles: whether the words of poles count too.
    """
    here = {word.term for word in theirs}
    anywhere = _terms_of(other, poles)
    found: dict[int, float] = {}
    for word in ours:
        same = known.get(word.term)
        if same and not here.isdisjoint(same):
            found[word.start] = 1.0
        elif same and not anywhere.isdisjoint(same):
            found[word.start] = _ELSEWHERE
    return found


@lru_cache(maxsize=64)
def _alike_terms(
    a: Analysis, b: Analysis
) -> tuple[Mapping[str, Collection[str]], Mapping[str, Collection[str]]]:
    """Map terms of each of two sentences to those of the other that are alike.

    A pair's clauses are compared several times: its words need not be.
    """
    ours, keys = _by_keys(a)
    found: dict[str, list[str]] = {}
    turned: dict[str, list[str]] = {}
    for other in _terms(b):
        shared = alike_keys(other) & keys
        for one in {one for key in shared for one in ours[key]} if shared else ():
            if alike(one, other):
                found.setdefault(one, []).append(other)
            if alike(other, one):
                turned.setdefault(other, []).append(one)
    return found, turned


@lru_cache(maxsize=1024)
def _by_keys(a: Analysis) -> tuple[Mapping[str, Sequence[str]], frozenset[str]]:
    """Map keys to the sentence's terms that have them; with the keys as a set."""
    found: dict[str, list[str]] = {}
    for term in _terms(a):
        for key in alike_keys(term):
            found.setdefault(key, []).append(term)
    return found, frozenset(found)


@lru_cache(maxsize=4_096)
def _terms_of(a: Analysis, poles: bool) -> frozenset[str]:
    return frozenset([word.term for word in content(a, None, poles)])


@lru_cache(maxsize=4_096)
def _terms(a: Analysis) -> tuple[str, ...]:
    """List the terms of a sentence, each once."""
    return tuple(dict.fromkeys([word.term for word in a.content_with_poles]))


def content(a: Analysis, clause: int | None = None, poles: bool = False) -> tuple[Word, ...]:
    """Return the words of a clause, or of all, that tell what it is about.

    Args:
        a: a sentence.
        clause: number of its clause; None for all.
        poles: whether the words of poles count too.
    """
    if clause is None:
        return a.content_with_poles if poles else a.content
    return _content_of(a, clause, poles)


def same_word(word: Word, others: Iterable[Word]) -> Word | None:
    """Return the first of them that means the same; None where none does."""
    for other in others:
        if alike(word.term, other.term):
            return other
    return None


@lru_cache(maxsize=4_096)
def _content_of(a: Analysis, clause: int, poles: bool) -> tuple[Word, ...]:
    telling = a.content_with_poles if poles else a.content
    return tuple([w for w in telling if w.clause == clause])
