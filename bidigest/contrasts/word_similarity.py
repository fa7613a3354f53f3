"""Whether two words, of one language or two, mean nearly the same."""

from __future__ import annotations

import math
from functools import lru_cache

from bidigest.contrasts.mentions import entries_by_stem
from bidigest.contrasts.names import may_sound, one_sound
from bidigest.languages.zh.scripts import is_chinese
from bidigest.text.tokens import parts
from bidigest.text.vocabulary import vocabulary

_LEAST = 0.3
"""Share of a Chinese word's glosses, or cosine of two words' glosses, from which they agree."""
_ROOT = 5
"""Letters from which a stem tells the same as a longer one that begins so."""

_BY_SOUND = "~"
_TRANSLATED_ALIKE = 0.5
_RELATED = 0.1
"""Cosines of two Chinese words' glosses from which they mean the same, and from which words that
share characters do."""


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> bool:
    """Tell whether two terms (stems, or Chinese words) are one word, translations or synonyms."""
    if one == other or not _poles(one).isdisjoint(_poles(other)):
        return True
    han, latin = is_chinese(one), is_chinese(other)
    if han and latin:
        if _one_name(one, other):
            return True
        near = _cosine(one, other)
        return near >= _TRANSLATED_ALIKE or (near >= _RELATED and _share_characters(one, other))
    if han or latin:
        chinese, english = (one, other) if han else (other, one)
        return one_sound(chinese, english) or any(
            weight >= _LEAST and _one_root(stem, english)
            for stem, weight in _stems(chinese).items()
        )
    return False


@lru_cache(maxsize=65_536)
def alike_keys(term: str) -> frozenset[str]:
    """List what a term may be found by: two terms that are alike share a key.

    Keys are the poles and members that the term stands for; of a Chinese word its glosses' stems,
    and the characters that a name may begin with; across the languages, how a root begins, and
    whether it may be a name that is told by its sound. A further way to be alike needs a key here.
    """
    shared = {f"{about} {member}" for about, member in _poles(term)}
    if may_sound(term):
        shared.add(_BY_SOUND)
    if not is_chinese(term):
        return frozenset((*shared, _root(term)))
    weights = _stems(term)
    roots = (_root(stem) for stem, weight in weights.items() if weight >= _LEAST)
    within = 1 if vocabulary().stems(term) else max(len(term) - 1, 1)
    return frozenset((*shared, *weights, *roots, *(term[i : i + 2] for i in range(within))))


def _root(stem: str) -> str:
    return f" {stem[:_ROOT]}"


def _one_name(one: str, other: str) -> bool:
    """Tell whether a word is within one that no dictionary has, as names are cut: 多林, 多林会."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and short in long and not vocabulary().stems(long)


def _one_root(one: str, other: str) -> bool:
    """Tell whether one stem is within the other, if it is not short: employ, employee."""
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _ROOT and long.startswith(short))


@lru_cache(maxsize=65_536)
def _stems(word: str) -> dict[str, float]:
    """Return a word's glosses, each relative to its strongest; of its parts where it has none."""
    found = dict(vocabulary().stems(word))
    if not found:
        for part in parts(word) or tuple(word):
            for stem, weight in vocabulary().stems(part).items():
                found[stem] = max(found.get(stem, 0.0), weight)
    most = max(found.values(), default=1.0)
    return {stem: found[stem] / most for stem in sorted(found)}


def _cosine(one: str, other: str) -> float:
    left, right = _stems(one), _stems(other)
    if left.keys().isdisjoint(right):
        return 0.0
    dot = sum(weight * right.get(stem, 0.0) for stem, weight in left.items())
    norm = math.sqrt(_squares(one) * _squares(other))
    return dot / norm if norm else 0.0


@lru_cache(maxsize=65_536)
def _squares(word: str) -> float:
    return sum(weight * weight for weight in _stems(word).values())


def _share_characters(one: str, other: str) -> bool:
    """Tell whether half of the shorter one's characters at least are shared: 房价, 价格."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return False
    return sum(character in long for character in short) * 2 >= len(short)


@lru_cache(maxsize=65_536)
def _poles(term: str) -> frozenset[tuple[str, str]]:
    """Look up the poles and members that a term stands for in the lists."""
    return entries_by_stem("poles").get(term, _NONE) | entries_by_stem("sets").get(term, _NONE)


_NONE: frozenset[tuple[str, str]] = frozenset()
