"""Words of a text for comparing: folded, stemmed, without those that carry no claim."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import rjieba

from bidigest.function_words import function_words
from bidigest.language import HAN, fold
from bidigest.vocabulary import stem

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[^\W\d_][\w'’\-]*")
_APART = re.compile(r"\W+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """Simplified, half-width, lower case: position by position where that is possible."""
    return fold(text).translate(_FULL_WIDTH).lower()


def terms(text: str) -> tuple[str, ...]:
    """Content words in order: Chinese words (jieba's dictionary), stems of Latin words."""
    found = []
    for word in rjieba.cut(folded(text), True):
        if _HAN.search(word):
            if word not in function_words("zh"):
                found.append(word)
        elif _LATIN.fullmatch(word) and word not in function_words("en"):
            found.append(stem(word))
    return tuple(found)


def is_chinese(term: str) -> bool:
    """Is this term a Chinese word rather than a stem?"""
    return bool(_HAN.match(term))


def has_chinese(text: str) -> bool:
    """Is any of its characters Chinese?"""
    return bool(_HAN.search(text))


def bigrams(text: str) -> frozenset[str]:
    """Pairs of neighbouring characters, folded, without punctuation and spaces."""
    letters = bare(text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def bare(text: str) -> str:
    """The text folded, without punctuation and spaces."""
    return _APART.sub("", folded(text))


@cache
def parts(word: str) -> tuple[str, ...]:
    """The shorter dictionary words in a Chinese word, by jieba's search mode."""
    return tuple(part for part in rjieba.cut_for_search(word, True) if part != word)
