"""Whether two names are surely of two, whatever script and spelling they are in."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from bidigest.contrasts.named_doers import Named
from bidigest.contrasts.transliteration import heard, likeness, sound_alike
from bidigest.languages.word_lists import words_of
from bidigest.languages.zh.scripts import is_chinese

_SURNAMES = words_of("zh", "boilerplate/surnames")
_LONGEST = 3
"""Characters of a Chinese name."""

_WHOLE = 0.68
"""Likeness in sound from which two whole names may be one, spelt otherwise or in dialect;"""
_PARTS = 0.76
"""the same of a part of each: a surname, or a first name."""
_SAME_SURNAME = 0.9
"""the same of two Chinese ones with one surname."""
_SHORT = 2
"""Sounds of a name so short that it is like many;"""
_LESS = 0.15
"""what is taken off its likeness."""
_TWICE = re.compile(r"(.)\1")


def surely_others(one: Named, other: Named) -> bool:
    """Tell whether two names are of two persons, or of two groups.

    Of a person and a group that cannot be told, as he may belong to it; nor of two groups in two
    languages, whose names are often translated.
    """
    if one.group != other.group:
        return False
    if one.group and is_chinese(one.parts[0]) != is_chinese(other.parts[0]):
        return False
    return not _may_be_one(one.parts, other.parts)


@lru_cache(maxsize=65_536)
def _may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if any(ours in theirs or theirs in ours for ours, theirs in product(one, other)):
        return True
    first, second = sorted((one, other), key=lambda parts: (is_chinese(parts[0]), parts))
    if not is_chinese(second[0]):
        return False
    if _is_native(first) and _is_native(second):
        return first[0][0] == second[0][0] and _likeness(first[0], second[0]) >= _SAME_SURNAME
    orders = {"".join(first), "".join(first[::-1])}
    if any(_likeness(each, "".join(second)) >= _WHOLE for each in orders):
        return True
    pairs = product(_with_surname(first), _with_surname(second))
    return any(_likeness(*pair) >= _PARTS for pair in pairs)


def _is_native(parts: tuple[str, ...]) -> bool:
    """Tell whether a name is a Chinese one, and not a foreign one that characters spell."""
    return len(parts) == 1 and parts[0][0] in _SURNAMES and len(parts[0]) <= _LONGEST


def _with_surname(parts: tuple[str, ...]) -> tuple[str, ...]:
    """List the parts by which a name may be called: of a Chinese one the surname, too."""
    return (*parts, parts[0][0]) if _is_native(parts) else parts


def _likeness(one: str, other: str) -> float:
    """Compute how alike two names sound, from below 0 to 1, short ones more strictly."""
    ours, theirs = heard(one), heard(other)
    if sound_alike(one, other) or _bones(ours) == _bones(theirs):
        return 1.0
    shorter = min(len(ours), len(theirs))
    if shorter < _SHORT:
        return 0.0
    return likeness(ours, theirs) - (_LESS if shorter == _SHORT else 0.0)


def _bones(sounds: str) -> str:
    """Return the consonants of a row of sounds, once where one comes twice: 芬恩, Fenn."""
    return _TWICE.sub(r"\1", sounds.replace("-", "").lower())
