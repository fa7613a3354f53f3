"""Function words, which carry no claim."""

from __future__ import annotations

from bidigest.languages.word_lists import words_of


def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language, in lower case; of `zh` in Simplified."""
    return words_of(language, "stop_words")
