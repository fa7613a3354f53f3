"""Words of Chinese, of English, and of what has both, by jieba's dictionary and algorithm.

Where `new_words` is false, only words of the dictionary are found; else also such as their
characters make likely, by a hidden Markov model.
"""

from __future__ import annotations

import re
from functools import cache

import rjieba

from bidigest.languages.word_lists import all_words


def segment(text: str, *, new_words: bool = True) -> list[str]:
    """Split a folded text into its words and what stands between them."""
    return list(rjieba.cut(text, new_words))


def tagged(text: str, *, new_words: bool = True) -> list[tuple[str, str]]:
    """Split a folded text into words, each with its part of speech in jieba's letters."""
    return list(rjieba.tag(text, new_words))


def shorter_words(word: str) -> list[str]:
    """List the dictionary words within a word, and the word, by jieba's search mode."""
    return list(rjieba.cut_for_search(word, True))


ASPECT = frozenset({"ul", "uz", "ug"})
"""Tags of 了, 着 and 过."""
VERBS_TOO = all_words("features/clauses", "verbs too", of="zh")
"""Verbs that the dictionary has for nouns, names or adverbs."""
_VERBAL = re.compile(r"v(?!n)|a(?![nd])|[ilz]$")
_SUBJECT = re.compile(r"n|r|eng|j|vn|b|k")
_NOMINAL = re.compile(r"n|r|eng|j|vn|s$|b$|t$|m$|q$|l$|an$")

# There are some sixty tags, and each word of each clause is asked for its own.


@cache
def is_verb(tag: str) -> bool:
    """Tell whether a word may be a predicate: a verb, an adjective, a set phrase."""
    return _VERBAL.match(tag) is not None


@cache
def may_be_subject(tag: str) -> bool:
    """Tell whether a word may be what something is said of."""
    return _SUBJECT.match(tag) is not None


@cache
def is_nominal(tag: str) -> bool:
    """Tell whether a word may be part of what something is said of."""
    return _NOMINAL.match(tag) is not None
