"""Words of a sentence that only frame what it says: who says it, or which one is meant."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from bidigest.contrasts.words import Word
from bidigest.languages.en.morphology import stem
from bidigest.languages.word_lists import all_words, languages, words_of
from bidigest.languages.zh.scripts import is_chinese
from bidigest.text.vocabulary import vocabulary

_NAMES = ("nr", "ns", "nt", "nz")
_ADVERBS = ("d", "ad", "t")
_POINTING = all_words("contrasts/framing", "pointing")
_KINDS_OF_PLACES = all_words("contrasts/framing", "places")


def frames(word: Word, text: str) -> bool:
    """Tell whether a word of a folded sentence says nothing of the matter itself."""
    if word.tag in _ADVERBS or word.text in _KINDS_OF_PLACES or word.term in _reporting():
        return True
    return text[word.start - 1 : word.start] in _POINTING and is_chinese(word.text)


def is_unknown_name(word: Word, names: Collection[int]) -> bool:
    """Tell whether a word is a name without translation, which meets no other across languages.

    Args:
        word: of a folded sentence.
        names: code points at which the sentence's names begin.
    """
    named = word.tag.startswith(_NAMES)
    if not (named or names):
        return False
    if not is_chinese(word.text):
        return word.start in names
    return named and not vocabulary().stems(word.text)


@cache
def _reporting() -> frozenset[str]:
    found = frozenset().union(*(words_of(each, "contrasts/reporting") for each in languages()))
    return frozenset(word if is_chinese(word) else stem(word) for word in found)
