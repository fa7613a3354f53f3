"""Words that carry no claim."""

from __future__ import annotations

from bidigest.languages.word_lists import words_of


def function_words(language: str) -> frozenset[str]:
    """The stop words of a language, lower case; of `zh` in Simplified."""
    return words_of(language, "stop_words")
