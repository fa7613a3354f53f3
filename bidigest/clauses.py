"""What is said around a figure, and whether two figures are said of the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.model import Span
from bidigest.terms import bigrams, terms

_BOUND = re.compile(r"[，,；;。！!？?：:()（）→\n]|——|\bvs\b|\bwhile\b|\bbut\b|而(?=[^且])")


def around(text: str, sentence: Span, figure: Span) -> str:
    """The clause that a figure of the sentence stands in, without the figure itself."""
    before, after = text[sentence.start : figure.start], text[figure.end : sentence.end]
    start = max((match.end() for match in _BOUND.finditer(before)), default=0)
    bound = _BOUND.search(after)
    return f"{before[start:]} {after[: bound.start()] if bound else after}"


def alike(one: str, other: str) -> float:
    """Overlap of two clauses, from 0 to 1: in words or in pairs of characters, the greater."""
    (words, pairs), (other_words, other_pairs) = _said(one), _said(other)
    return max(_overlap(words, other_words), _overlap(pairs, other_pairs))


@lru_cache(maxsize=4096)
def _said(clause: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(terms(clause)), bigrams(clause)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)
