"""English abbreviations by what may follow them, and the words that begin a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from bidigest.text.stop_words import function_words


def kind_of_abbreviation(word: str) -> str | None:
    """`title`, `joining`, `number` or `may end`, as `abbreviations.en.txt` explains them.

    `word` is without its full stop. None for any other word, and for one whose small letters
    make it a word of its own (`sun`).
    """
    kinds = _abbreviations()
    if word[:1].isupper() and (kind := kinds.get(word[0] + word[1:].lower())):
        return kind
    kind = kinds.get(word.lower())
    # CA and V are a state and a king.
    return None if kind == "joining" and word.isupper() else kind


def opens_sentence(word: str) -> bool:
    """Does this word, where it has a capital, begin a sentence rather than go on with a name?"""
    return word.partition("'")[0].partition("’")[0].lower() in _openers()


@cache
def _abbreviations() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind, words in _lists("abbreviations").items():
        for word in words:
            found.setdefault(word, kind.partition("]")[0].removeprefix("["))
    return found


@cache
def _openers() -> frozenset[str]:
    lists = _lists("sentence_openers")
    listed = {word for kind, words in lists.items() if not kind for word in words}
    not_meant = {word for kind, words in lists.items() if kind for word in words}
    return frozenset((function_words("en") | listed) - not_meant)


def _lists(name: str) -> dict[str, list[str]]:
    """The words below each line in brackets; below none, under the empty name."""
    path = files("bidigest.text").joinpath(f"{name}.en.txt")
    lists: dict[str, list[str]] = {}
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line
        elif not line.startswith("#"):
            lists.setdefault(kind, []).extend(line.split())
    return lists
