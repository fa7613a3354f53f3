"""What a word may be in a Chinese clause, by its part of speech in jieba's letters."""

from __future__ import annotations

import re
from functools import cache

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
