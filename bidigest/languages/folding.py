"""Texts made alike for comparing: Simplified, half-width, lower case. None of it is ever shown."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.languages.zh.scripts import fold

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


@lru_cache(maxsize=256)
def unwrapped(text: str) -> str:
    """Fold a text onto one line, without quotation marks, brackets and emphasis around it."""
    return _BLANKS.sub(" ", folded(text).strip(_AROUND))


def bare(text: str) -> str:
    """Fold a text and drop punctuation and spaces."""
    return _APART.sub("", folded(text))
