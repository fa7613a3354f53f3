"""A sentence's words in order, each with its place, and the clauses that hold them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidigest.languages.en.morphology import stem
from bidigest.languages.patterns import either, pattern
from bidigest.languages.word_lists import all_words, stop_words
from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER
from bidigest.languages.zh.segmentation import tagged
from bidigest.text.vocabulary import vocabulary

_LATIN = re.compile(r"[^\W\d_][\w’'\-]*")
_BOUND = re.compile(
    r"[；;。！!？?：:）)→\n]|——|—| – |\.(?= |$)"
    r"|(?:，|(?<!\d),|,(?!\d))"
    rf"(?! (?:{either('clauses', 'says before')}))|{either('clauses', 'joining')}"
    rf"|(?<=[{HAN}])[ \u3000]+(?=[{HAN}]{{4}})"
)
"""Where a clause ends; not between the one who says something and what he says. A Chinese headline
parts its clauses by a blank."""
_ASIDE = re.compile(r"[(（][^()（）]*[)）]?")
_NO_CONTENT_HAN = pattern("contrasts/no_content", "begins", of="zh")
_NO_CONTENT = all_words("contrasts/no_content", "", of="en")
DENYING_PREFIX = "un"
_ADJECTIVE = pattern("contrasts/denying_prefix", "adjectives", of="en", behind="$")
_NOT_DENIED = pattern("contrasts/denying_prefix", "not denied", of="en", before="un", behind="$")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence."""

    text: str
    """Folded: simplified, half-width, lower case."""
    term: str
    """For comparing: the Chinese word, or the stem; empty where it carries no claim."""
    start: int
    """Code points from the sentence's start."""
    end: int
    clause: int
    """Which of the sentence's clauses holds it, counted from 0."""
    tag: str
    """Its part of speech by jieba's dictionary; `eng` of what is not Chinese."""


def words(low: str) -> tuple[Word, ...]:
    """List all words of a folded sentence, function words with them; no numbers, no punctuation."""
    bounds, asides = _bounds(low)
    found, at = [], 0
    for piece, tag in tagged(low):
        start, at = at, at + len(piece)
        kept = _kept(piece)
        if kept is not None:
            prefix, said, term = kept
            start += prefix
            aside = _number_of(start, asides) if asides else 0
            clause = len(bounds) + aside if aside else bisect_right(bounds, start)
            found.append(Word(said, term, start, at, clause, tag))
    return tuple(found)


def _number_of(at: int, asides: Sequence[tuple[int, int]]) -> int:
    """Return which insertion holds a place, counted from 1; 0 where none does."""
    return next((n for n, (start, end) in enumerate(asides, 1) if start <= at < end), 0)


@lru_cache(maxsize=65_536)
def _kept(piece: str) -> tuple[int, str, str] | None:
    """Find a word in a piece of a sentence: where it begins, and its term; None for punctuation."""
    if HAN_CHARACTER.search(piece):
        return 0, piece, _term(piece)
    if not _LATIN.fullmatch(piece):
        return None
    said = _POSSESSIVE.sub("", piece)
    prefix = len(DENYING_PREFIX) if _is_denied(said) else 0
    return prefix, said[prefix:], _term(said[prefix:])


def _bounds(low: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Find where clauses begin, and the insertions in brackets, each of which is one by itself.

    What stands in brackets and has clauses of its own is no insertion.
    """
    brackets = [match.span() for match in _ASIDE.finditer(low)]
    long = [(start, end) for start, end in brackets if _BOUND.search(low, start + 1, end - 1)]
    asides = [span for span in brackets if span not in long]
    inside = (match.start() for match in _BOUND.finditer(low))
    bounds = [at for at in inside if not any(start <= at < end for start, end in asides)]
    return sorted([*bounds, *(start for start, _ in long)]), asides


def _is_denied(word: str) -> bool:
    """Tell whether a word has un- before it, and is a word too without that: uncomfortable."""
    base = word.removeprefix(DENYING_PREFIX)
    known = word != base and _ADJECTIVE.search(base) and not _NOT_DENIED.match(word)
    return bool(known) and vocabulary().rarity(stem(base)) < vocabulary().rarity("\0")


def follows_denying_prefix(low: str, word: Word) -> bool:
    """Tell whether un- stands before the word, which has been left out of it."""
    start = word.start - len(DENYING_PREFIX)
    before = low[start - 1 : start] if start > 0 else ""
    return start >= 0 and low[start : word.start] == DENYING_PREFIX and not before.isalpha()


def _term(word: str) -> str:
    if HAN_CHARACTER.search(word):
        return "" if word in stop_words("zh") or _NO_CONTENT_HAN.match(word) else word
    return "" if word in _NO_CONTENT or word in stop_words("en") else stem(word)
