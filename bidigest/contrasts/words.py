"""A sentence's words in order, each with its place, and the clauses that hold them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from bidigest.text.language import HAN
from bidigest.text.lexicon import stem
from bidigest.text.stop_words import function_words
from bidigest.text.tokens import folded

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[^\W\d_][\w’'\-]*")
_BOUND = re.compile(
    r"[，；;。！!？?：:（）()→\n]|,(?!\d)|——|—| – |\.(?= |$)"
    r"|\b(?:but|while|whereas|although|though|because|as well as)\b"
    r"|(?<![从因反然])而(?![且已])|但|因为|由于|却"
)
_NUMERAL = re.compile("[一二两三四五六七八九十百千万亿半几这那该]")
"""Begins what is no content: 三家, 这名."""
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand million billion half per cent percent".split()
)
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


def words(text: str) -> tuple[Word, ...]:
    """All words of a sentence, function words with them, without numbers and punctuation."""
    low = folded(text)
    bounds = [match.start() for match in _BOUND.finditer(low)]
    found, at = [], 0
    for piece in rjieba.cut(low, True):
        start, at = at, at + len(piece)
        if _HAN.search(piece) or _LATIN.fullmatch(piece):
            said = piece if _HAN.search(piece) else _POSSESSIVE.sub("", piece)
            found.append(Word(said, _term(said), start, at, bisect_right(bounds, start)))
    return tuple(found)


@lru_cache(maxsize=65_536)
def _term(word: str) -> str:
    if _HAN.search(word):
        return "" if word in function_words("zh") or _NUMERAL.match(word) else word
    return "" if word in _NUMBER_WORDS or word in function_words("en") else stem(word)
