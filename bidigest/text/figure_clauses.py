"""Clauses around figures, and how alike two of them are in wording."""

from __future__ import annotations

import re
from functools import lru_cache

from bidigest.languages.patterns import either
from bidigest.model import Span
from bidigest.text.tokens import bigrams, terms

_BOUND = re.compile(rf"[，,；;。！!？?：:()（）→]|——|{either('clauses', 'bound')}")


def clause_around(text: str, sentence: Span, figure: Span) -> str:
    """Return the clause that a figure stands in, without the figure itself.

    Args:
        text: a document's text.
        sentence: the sentence in it.
        figure: a span within the sentence.
    """
    own = clause(text, sentence, figure)
    return f"{text[own.start : figure.start]} {text[figure.end : own.end]}"


def clause(text: str, sentence: Span, figure: Span) -> Span:
    """Find the clause of a sentence that a figure stands in.

    Args:
        text: a document's text.
        sentence: the sentence in it.
        figure: a span within the sentence.
    """
    before, after = text[sentence.start : figure.start], text[figure.end : sentence.end]
    start = max((match.end() for match in _BOUND.finditer(before)), default=0)
    bound = _BOUND.search(after)
    end = figure.end + bound.start() if bound else sentence.end
    return Span(sentence.start + start, end)


def clause_overlap(one: str, other: str) -> float:
    """Measure the overlap of two clauses, from 0 to 1: in words or in bigrams, the greater."""
    left, right = _said(one), _said(other)
    return max(_overlap(left[0], right[0]), _overlap(left[1], right[1]))


@lru_cache(maxsize=1024)
def _said(clause: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words and the character bigrams of a clause; kept, as each is asked for often."""
    return frozenset(terms(clause)), frozenset(bigrams(clause))


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / (min(len(left), len(right)) or 1)
