"""What is counted: the plural behind 52 or three."""

from __future__ import annotations

import re

from bidigest.languages.parsed_quantity import ParsedQuantity, ParsedUnit
from bidigest.languages.word_lists import all_lines, all_words

_LIST = "quantities/counted_nouns"
_WORD = re.compile(r"[ -]([a-z][a-z'’]*)")
_FARTHEST = 3
_STOP_WORDS, _NO_PLURALS = all_words(_LIST, "stop words"), all_words(_LIST, "no plurals")
_IRREGULAR = dict(line.split(": ") for line in all_lines(_LIST, "irregular plurals"))


def counted(text: str, quantity: ParsedQuantity, at: int) -> ParsedUnit | None:  # noqa: ARG001
    """Find what a number counts: the first plural among the next words, as a singular.

    Args:
        text: folded, lower-case text.
        quantity: the number.
        at: code point behind it.
    """
    end = at
    for _ in range(_FARTHEST):
        match = _WORD.match(text, end)
        if match is None or match[1] in _STOP_WORDS:
            return None
        if singular := _singular(match[1]):
            return ParsedUnit(singular, 1.0, match.end())
        if end == at and text[end] == "-":
            # Two-bedroom flats, 200-page reports: it is not the flats that are two.
            return None
        end = match.end()
    return None


def _singular(word: str) -> str | None:
    """Form the singular of a plural; None where the word is none."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word in _NO_PLURALS:
        return None
    if word.endswith(("ss", "us", "is", "'s", "’s", "ous")):
        return None
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]
