"""What of a sentence a model encodes: the whole and, where it has several, its clauses."""

from __future__ import annotations

import re

from bidigest.languages.patterns import either
from bidigest.text.tokens import has_chinese

LONGEST = 400
"""Code points of a text that are read; a model attends to no more than so much at once."""

MOST_CLAUSES = 8

_SHORTEST, _SHORTEST_CHINESE = 12, 4
"""Code points of a clause that says something by itself."""

_BOUND = re.compile(rf"[，,;；：:。！？!?]|——|—|\s-\s|\.\s|{either('clauses', 'pieces')}")


def whole_and_clauses(text: str) -> list[str]:
    """Return the whole sentence first, then its clauses if there are two or more."""
    whole = _encodable(text)
    parts = [part.strip() for part in _BOUND.split(whole)]
    clauses = [part for part in parts if len(part) >= _least(part)][:MOST_CLAUSES]
    return [whole, *clauses] if len(clauses) > 1 else [whole]


def _encodable(text: str) -> str:
    """Cut a text to what the model takes, without lone surrogates, which no UTF-8 has."""
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")


def _least(part: str) -> int:
    return _SHORTEST_CHINESE if has_chinese(part) else _SHORTEST
