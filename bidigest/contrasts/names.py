"""Proper names in a sentence: of persons, places, companies, in either script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bidigest.contrasts.words import Word
from bidigest.languages.en.stemming import stem
from bidigest.languages.patterns import all_words
from bidigest.languages.word_lists import stop_words_in_letters
from bidigest.languages.zh.scripts import HAN
from bidigest.text.vocabulary import vocabulary

_CAPITAL = re.compile(r"(?<![A-Za-z0-9])[A-Z][a-z\u00c0-\u024f][A-Za-z\u00c0-\u024f’'\-]*")
"""Not what is all in capitals: ROI, GDP."""
_HAN = re.compile(f"[{HAN}]")
_TAGS = ("ns", "nt")
_OPENS = re.compile(r"(?:^|[.!?:。！？：“\"(（])\s*$")
_THE = re.compile(r"\bthe $")
"""Before a word that is no name by itself: the Council."""
_NO_NAMES = all_words("contrasts/no_names", "")


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a proper name."""

    word: str
    """Folded."""
    start: int
    end: int


def names(text: str, low: str, words: Sequence[Word]) -> tuple[Name, ...]:
    """Find the names in a sentence.

    Args:
        text: the sentence.
        low: the same folded, of one length with it.
        words: its words.
    """
    if len(text) != len(low):
        return ()
    found = sorted([*_latin(text, low), *_chinese(words)], key=lambda name: name.start)
    return tuple(found)


def is_han(name: Name) -> bool:
    """Tell whether a name is written in Chinese characters."""
    return bool(_HAN.match(name.word))


def _latin(text: str, low: str) -> Iterator[Name]:
    chinese = bool(_HAN.search(low))
    last = -2
    for match in _CAPITAL.finditer(text):
        word = re.sub(r"['’]s?$", "", low[match.start() : match.end()])
        follows = last >= 0 and text[last : match.start()] == " "
        opens = not chinese and bool(_OPENS.search(text[: match.start()]))
        if word in _NO_NAMES or word in stop_words_in_letters():
            last = -2
            continue
        known = opens or _THE.search(low[: match.start()])
        if follows or not known or _unknown(word):
            yield Name(word, match.start(), match.start() + len(word))
            last = match.end()


def _unknown(word: str) -> bool:
    """Tell whether no English gloss of the dictionary has this word."""
    shared = vocabulary()
    return shared.rarity(stem(word)) >= shared.rarity("\0")


def _chinese(words: Sequence[Word]) -> Iterator[Name]:
    for word in words:
        if word.tag in _TAGS and len(word.text) > 1 and _HAN.match(word.text):
            yield Name(word.text, word.start, word.end)
