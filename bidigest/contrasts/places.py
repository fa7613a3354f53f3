"""Kinds of places, and which of them exclude each other: who is in the attic is in no vault.

A room lies in a building, so that only two rooms, or two buildings, exclude each other; and of
buildings some may hold others, as airports do hotels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product

from bidigest.languages.patterns import pattern
from bidigest.languages.word_lists import sections_named, sections_of

_PLACES = "contrasts/places"
_MAY_HOLD = "may hold"
_SCALES = ("building ", "open ", "room ", "thing ")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that words name."""

    kinds: Mapping[str, frozenset[str]]
    """What it is, by how large that is: a room, a building; none where no list has its word."""
    end: int
    """Code point after the last word that tells what it is; 0 where none does."""


def place_in(low: str, start: int, end: int) -> Place:
    """Find what place some words name.

    Args:
        low: a folded sentence.
        start: code point at which the words begin.
        end: code point after them.
    """
    found: dict[str, frozenset[str]] = {}
    last = 0
    for scale in _SCALES:
        for section in sections_named(_PLACES, scale):
            ends = [each.end() for each in pattern(_PLACES, section).finditer(low, start, end)]
            if ends:
                found[scale] = found.get(scale, frozenset()) | {section.removeprefix(scale)}
                last = max(last, *ends)
    return Place(found, last)


def exclude_each_other(one: Place, other: Place) -> bool:
    """Tell whether two places of one scale cannot be one, nor lie in each other."""
    return any(
        not any(_may_be_one(*pair) for pair in product(kinds, other.kinds[scale]))
        for scale, kinds in one.kinds.items()
        if scale in other.kinds
    )


def _may_be_one(one: str, other: str) -> bool:
    return one == other or frozenset((one, other)) in _holding()


@cache
def _holding() -> frozenset[frozenset[str]]:
    """Pair each kind with those that it may hold, or be called by."""
    rows = (line.split() for line in sections_of("en", _PLACES)[_MAY_HOLD])
    return frozenset(frozenset((holder, held)) for holder, *rest in rows for held in rest)
