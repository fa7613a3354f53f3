"""English words that stand for what only another sentence names: he of nobody, that number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bidigest.languages.en.object_pronouns import object_was_named_before
from bidigest.languages.en.parts_of_speech import Tagged, tagged
from bidigest.languages.patterns import pattern

_LIST = "features/antecedents"
_PRONOUN = pattern(_LIST, "pronoun", of="en", before=r"\b", behind=r"\b")
_PERSONS = pattern(_LIST, "persons", of="en", before=r"\b", behind=r"\b")
_POINTING = pattern(_LIST, "pointing", of="en", before=r"\b", behind=r"\b")
_TOLD = re.compile(r"[\d,;:“\"]")
"""What stands before may be what is pointed to: a number, a clause."""
_NAMES = ("NNP", "NNPS")


def lacks_antecedent(text: str, said: str) -> bool:
    """Tell whether a pronoun or a demonstrative has nothing before it that it may stand for.

    Args:
        text: a statement.
        said: it, folded, without what it quotes.
    """
    pointing = _POINTING.search(said)
    if pointing and not _TOLD.search(said[: pointing.start()]):
        return True
    if object_was_named_before(tagged(text)):
        return True
    pronoun = _PRONOUN.search(said)
    if pronoun is None or _PERSONS.search(said[: pronoun.start()]):
        return False
    return not _has_name(tagged(text), pronoun[0])


def _has_name(words: Sequence[Tagged], pronoun: str) -> bool:
    """Tell whether a name stands before a pronoun.

    Args:
        words: of the statement.
        pronoun: the first of them, in lower case.
    """
    for at, word in enumerate(words):
        if word.text.lower() == pronoun:
            return False
        if word.tag in _NAMES or (at and word.text[:1].isupper()):
            return True
    return True
