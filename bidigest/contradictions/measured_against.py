"""In what period an amount comes about, and against what a rise or a fall is measured.

30 tonnes a month are no 358 tonnes; 1.1 percent more than a month before are no 3.4 percent more
than a year before.
"""

from __future__ import annotations

import re

from bidigest.contrasts.cue_patterns import pattern

_PERIODS = ("day", "week", "month")
"""Who names none may mean a year."""
_BASES = ("year", "period", "to date", "day", "average")
_COUNTED = ("partly counted", "wholly counted", "at first")


def period(before: str, after: str) -> str:
    """Tell in which period a figure comes about anew; empty where it does not.

    Args:
        before: what stands before it, folded.
        after: what stands behind it, folded.
    """
    behind = _ANOTHER_NUMBER.split(after[:_BEHIND])[0]
    return next(
        (
            name
            for name in _PERIODS
            if pattern(f"each {name}").search(behind)
            or any(
                not _FOLLOWS.match(m[0])
                for m in pattern(f"each {name}").finditer(before[-_BEFORE:])
            )
        ),
        "",
    )


_BEHIND, _BEFORE = 30, 14
"""Code points behind a figure, and before it, in which its period is told."""
_ANOTHER_NUMBER = re.compile(r"\d")
_FOLLOWS = re.compile(r"(?:a|per|each|every) ")
"""Stands behind an amount only: 30 tonnes a month."""


def bases(text: str) -> frozenset[str]:
    """Find what the rise or fall of a folded clause is measured against."""
    return frozenset(name for name in _BASES if pattern(f"base {name}").search(text))


def counted(text: str) -> str:
    """Tell whether a folded sentence counts votes in part, or all, or what came in the first week.

    Empty where it does not say so.
    """
    return next((name for name in _COUNTED if pattern(name).search(text)), "")
