"""Boundaries of words: by Unicode's rules (UAX 29), and in Chinese by jieba's dictionary."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

import regex

from bidigest.languages.folding import folded
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import segment

_BOUNDARY = regex.compile(r"(?w)\b")
_MARK = regex.compile(r"\p{M}")
_HAN_PAIR = regex.compile(f"[{HAN}][{HAN}]")
_BOUND_BY_MARK = regex.compile(
    # Of a letter or digit and what joins it to the next: so-called, don't, 3.5, 10,000.
    r"(?<=[\p{L}\p{N}][-'’])(?=\p{L})|(?<=\p{L})(?=[-'’]\p{L})"
    r"|(?<=\p{N}[.,])(?=\p{N})|(?<=\p{N})(?=[.,]\p{N})"
)


def inside_word(text: str, at: int) -> bool:
    """Tell whether a word of this text goes on at `at`, in languages with and without spaces.

    Chinese is segmented as a whole: give a sentence, not a book.
    """
    if not 0 < at < len(text) or text[at - 1].isspace() or text[at].isspace():
        return False
    if _HAN_PAIR.match(text, at - 1):
        return at not in _ends(text)
    if _BOUND_BY_MARK.match(text, at):
        return True
    return within_word(text[at - 1 : at + 1])


@lru_cache(maxsize=16_384)
def within_word(pair: str) -> bool:
    """Tell whether two neighbouring characters are of one word, whatever the words around are.

    Two Chinese characters may be; nothing tells without their sentence, so they are not.
    """
    return len(pair) == 2 and all(map(_is_word, pair)) and _BOUNDARY.match(pair, 1) is None


def _is_word(character: str) -> bool:
    # A combining mark belongs to what is before it.
    return character.isalnum() or character == "_" or _MARK.match(character) is not None


@lru_cache(maxsize=64)
def _ends(text: str) -> frozenset[int]:
    """Find where jieba's words end, in code points."""
    return frozenset(accumulate(map(len, segment(folded(text), new_words=False))))
