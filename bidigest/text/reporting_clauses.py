"""Clauses that only tell who says something, and are no part of what is said."""

from __future__ import annotations

from bidigest.languages.folding import folded
from bidigest.languages.patterns import pattern

_REPORTING = pattern("attribution", "reporting clause")
_LONGEST = 80
"""Code points of such a clause."""


def only_reports(clause: str) -> bool:
    """Tell whether a clause only says who says it: `the board said in a statement`, 市长表示."""
    return len(clause) <= _LONGEST and _REPORTING.fullmatch(folded(clause).strip()) is not None
