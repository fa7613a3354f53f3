"""Abbreviations by what may follow them, and the words that begin a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from bidigest.languages.word_lists import all_words, languages, sections_of, stop_words_in_letters


def kind_of_abbreviation(word: str) -> str | None:
    """Tell what may follow an abbreviation: `title`, `joining`, `number` or `may end`.

    `languages/en/abbreviations.txt` explains the kinds.

    Args:
        word: a word without its full stop.

    Returns:
        None for any other word, and for one that is a word of its own in small letters (`sun`).
    """
    kinds = _abbreviations()
    if len(word) == 1 and word.isupper():
        # An initial: p. is a page, Robert P. Hale a man.
        return kinds.get(word)
    if word[:1].isupper() and (kind := kinds.get(word[0] + word[1:].lower())):
        return kind
    kind = kinds.get(word.lower())
    # CA and V are a state and a king.
    return None if kind == "joining" and word.isupper() else kind


def opens_sentence(word: str) -> bool:
    """Tell whether a capitalised word begins a sentence rather than going on with a name."""
    return word.partition("'")[0].partition("’")[0].lower() in _openers()


@cache
def _abbreviations() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for language in languages():
        for kind, lines in sections_of(language, "abbreviations").items():
            for word in " ".join(lines).split():
                found.setdefault(word, kind)
    return found


@cache
def _openers() -> frozenset[str]:
    listed, not_meant = (all_words("sentence_openers", section) for section in ("", "not"))
    return (listed | stop_words_in_letters()) - not_meant
