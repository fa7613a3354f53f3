"""Words of a text for comparing: folded, stemmed, without those that carry no claim."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import rjieba

from bidigest.text.language import HAN, fold
from bidigest.text.lexicon import stem
from bidigest.text.stop_words import function_words

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[^\W\d_][\w'’\-]*")
_APART = re.compile(r"\W+")
_BLANKS = re.compile(r"\s+")
_AROUND = '"“”「」『』（）()* \t'
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_WIDER_BY = 0xFEE0
"""Code points from a half-width character to its full-width one."""


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """Fold a text to Simplified, half-width, lower case: position by position where possible."""
    half = fold(text)
    # Few of them in a text: translating each of its characters takes longer.
    for wide in dict.fromkeys(_FULL_WIDTH.findall(half)):
        half = half.replace(wide, chr(ord(wide) - _WIDER_BY))
    return half.lower()


def unwrapped(text: str) -> str:
    """Fold a text onto one line, without quotation marks, brackets and emphasis around it."""
    return _BLANKS.sub(" ", folded(text).strip(_AROUND))


def terms(text: str) -> tuple[str, ...]:
    """Return content words in order: Chinese words (jieba's dictionary), stems of Latin words."""
    return tuple(filter(None, map(_term, rjieba.cut(folded(text), True))))


@lru_cache(maxsize=65_536)
def _term(word: str) -> str:
    """Turn a word of a text into a term; empty if it carries no claim."""
    if _HAN.search(word):
        return "" if word in function_words("zh") else word
    if _LATIN.fullmatch(word) and word not in function_words("en"):
        return stem(word)
    return ""


def is_chinese(term: str) -> bool:
    """Tell whether a term is a Chinese word rather than a stem."""
    return bool(_HAN.match(term))


def has_chinese(text: str) -> bool:
    """Tell whether any of a text's characters is Chinese."""
    return bool(_HAN.search(text))


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, folded, without punctuation and spaces."""
    letters = bare(text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def bare(text: str) -> str:
    """Fold a text and drop punctuation and spaces."""
    return _APART.sub("", folded(text))


@cache
def parts(word: str) -> tuple[str, ...]:
    """Split a Chinese word into the shorter dictionary words in it, by jieba's search mode."""
    return tuple(part for part in rjieba.cut_for_search(word, True) if part != word)
