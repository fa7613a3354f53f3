"""Whether two counted nouns, of one language or two, may name the same things."""

from __future__ import annotations

from functools import cache, lru_cache

from bidigest.contrasts.word_similarity import alike
from bidigest.languages.en.morphology import stem
from bidigest.languages.word_lists import all_words, languages, lines_of
from bidigest.languages.zh.scripts import is_chinese

_ANYBODY = all_words("contrasts/anybody", "")


@lru_cache(maxsize=16_384)
def same_counted(one: str, other: str) -> bool:
    """Tell whether two counted nouns are one, translations, or people and people of some kind."""
    if one == other or not _names(one).isdisjoint(_names(other)):
        return True
    if alike(_term(one), _term(other)):
        return True
    people = _people()
    return one in people and other in people and not _ANYBODY.isdisjoint((one, other))


def counts_people(noun: str) -> bool:
    """Tell whether a counted noun, or measure word, stands for people."""
    return noun in _people()


def _term(noun: str) -> str:
    return noun if is_chinese(noun) else stem(noun)


@cache
def _people() -> frozenset[str]:
    return frozenset(word for line in _lines("people") for word in line.split())


def _names(noun: str) -> frozenset[str]:
    """Look up what a noun or measure word counts, by the names in the lists."""
    return _counted().get(noun, frozenset())


@cache
def _counted() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _lines("counted"):
        name, _, nouns = line.partition(":")
        for noun in nouns.split():
            found.setdefault(noun, set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


def _lines(name: str) -> list[str]:
    """Read the lines of a list, of all languages."""
    return [line for each in languages() for line in lines_of(each, f"contrasts/{name}")]
