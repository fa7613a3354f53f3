"""Stems of English words: Porter2, in C by Snowball's authors."""

from __future__ import annotations

from functools import cache

from Stemmer import Stemmer


@cache
def stem(word: str) -> str:
    """Stem an English word in lower case by the Snowball (Porter2) stemmer."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english")
