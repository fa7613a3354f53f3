"""English objects that are pronouns for what no word of their sentence names: They sank it."""

from __future__ import annotations

from collections.abc import Sequence

from bidigest.languages.en.parts_of_speech import FINITE, NOUNS, Tagged
from bidigest.languages.word_lists import all_words

_OBJECTS = frozenset({"it", "them"})
_BOUNDS = frozenset({",", ":", ";", "CC", "WDT", "WP", "WRB"})
"""Behind which a clause may begin that has a subject of its own."""
_WHEN = all_words("features/antecedents", "when", of="en")
"""What begins a time: signed it this morning."""
_TRANSITIVE = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "IN", "RP"})


def object_was_named_before(words: Sequence[Tagged]) -> bool:
    """Tell whether an object is a pronoun that only the subject stands before: It sank it in 1961.

    A pronoun never stands for the subject of its own clause, that would be *itself*. What stands
    for nothing is none: makes it a rule to rescue everyone.
    """
    at = next((n for n, word in enumerate(words) if n and word.text.lower() in _OBJECTS), None)
    if at is None or any(word.tag in _BOUNDS for word in words[:at]):
        return False
    behind = words[at + 1] if at + 1 < len(words) else None
    if (behind and (behind.tag in FINITE or _is_predicate(behind))) or _named(words[:at]) != 1:
        return False
    return words[at - 1].tag in _TRANSITIVE and words[at - 1].text.lower() != "of"


def _is_predicate(word: Tagged) -> bool:
    """Tell whether a word may begin what the object is made: a rule, easy; not this morning."""
    return word.tag in ("DT", "JJ", "RB", "PDT") and word.text.lower() not in _WHEN


def _named(words: Sequence[Tagged]) -> int:
    """Count stretches of nouns."""
    nouns = [word.tag in NOUNS for word in words]
    return sum(noun and not (n and nouns[n - 1]) for n, noun in enumerate(nouns))
