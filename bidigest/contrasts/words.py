"""A sentence's words in order, each with its place, and the clauses that hold them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from bidigest.text.language import HAN
from bidigest.text.lexicon import stem, vocabulary
from bidigest.text.stop_words import function_words

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[^\W\d_][\w’'\-]*")
_BOUND = re.compile(
    r"[；;。！!？?：:）)→\n]|——|—| – |\.(?= |$)"
    r"|(?:，|(?<!\d),|,(?!\d))"
    r"(?! (?:said|says|told|announced|added)\b)"
    r"|\b(?:but|while|whereas|although|though|because|as well as"
    r"|in order to|so that|to make way for)\b"
    r"|(?<![从因反然])而(?![且已])|但|因为|由于|却"
)
"""Where a clause ends; not between the one who says something and what he says."""
_ASIDE = re.compile(r"[(（][^()（）]*[)）]?")
_NO_CONTENT_HAN = re.compile(
    "[一二两三四五六七八九十百千万亿半几这那该]|[年月日天次个人元]$|年度$|时候$|同期|同比|环比|上年|此前|去年|今年|明年"
)
"""Numerals, what begins with one or points (三家, 这名), and words of time."""
_NO_CONTENT = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand million billion half per cent percent"
    " year years month months day days week weeks quarter time times"
    " previous last next earlier ago later same".split()
)
_DENYING_PREFIX = "un"
_ADJECTIVE = re.compile(
    r"(?:able|ible|ed|ful|al|ly|ary|ant|ent|ive|ous|ic|ing|fair|safe|clear|true|real|wise|kind"
    r"|paid|sold|hurt|sure|fit|happy|lucky|known|seen|just|stable|popular|familiar|aware)$"
)
_NOT_DENIED = re.compile(
    r"un(?:able|changed|employ\w*|veil\w*|leash\w*|load\w*|fold\w*|lock\w*|dress\w*|cover\w*"
    r"|earth\w*|tied|pack\w*|plug\w*|der\w*|it\w*|ion\w*|iv\w*)$"
)
"""What un- turns back or only seems to stand before."""
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
    """All words of a folded sentence, function words with them; no numbers, no punctuation."""
    bounds, asides = _bounds(low)
    found, at = [], 0
    for piece, tag in rjieba.tag(low, True):
        start, at = at, at + len(piece)
        if _HAN.search(piece) or _LATIN.fullmatch(piece):
            said = piece if _HAN.search(piece) else _POSSESSIVE.sub("", piece)
            prefix = len(_DENYING_PREFIX) if _is_denied(said) else 0
            said, start = said[prefix:], start + prefix
            aside = next((n for n, (s, e) in enumerate(asides, 1) if s <= start < e), 0)
            clause = len(bounds) + aside if aside else bisect_right(bounds, start)
            found.append(Word(said, _term(said), start, at, clause, tag))
    return tuple(found)


def _bounds(low: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Where clauses begin, and the insertions in brackets, each of which is one by itself.

    What stands in brackets and has clauses of its own is no insertion.
    """
    brackets = [match.span() for match in _ASIDE.finditer(low)]
    long = [(start, end) for start, end in brackets if _BOUND.search(low, start + 1, end - 1)]
    asides = [span for span in brackets if span not in long]
    inside = (match.start() for match in _BOUND.finditer(low))
    bounds = [at for at in inside if not any(start <= at < end for start, end in asides)]
    return sorted([*bounds, *(start for start, _ in long)]), asides


@lru_cache(maxsize=65_536)
def _is_denied(word: str) -> bool:
    """Is it a word with un- before it, which without that is a word too: uncomfortable?"""
    base = word.removeprefix(_DENYING_PREFIX)
    known = word != base and _ADJECTIVE.search(base) and not _NOT_DENIED.match(word)
    return bool(known) and vocabulary().rarity(stem(base)) < vocabulary().rarity("\0")


def follows_denying_prefix(low: str, word: Word) -> bool:
    """Does un- stand before the word, which has been left out of it?"""
    start = word.start - len(_DENYING_PREFIX)
    before = low[start - 1 : start] if start > 0 else ""
    return start >= 0 and low[start : word.start] == _DENYING_PREFIX and not before.isalpha()


@lru_cache(maxsize=65_536)
def _term(word: str) -> str:
    if _HAN.search(word):
        return "" if word in function_words("zh") or _NO_CONTENT_HAN.match(word) else word
    return "" if word in _NO_CONTENT or word in function_words("en") else stem(word)
