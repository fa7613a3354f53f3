"""Proper names in a sentence: of persons, places, companies, in either script."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidigest.contrasts.transliteration import sound_alike
from bidigest.contrasts.words import Word
from bidigest.languages.en.morphology import stem
from bidigest.languages.word_lists import all_words, stop_words_in_letters, words_of
from bidigest.languages.zh.scripts import HAN_CHARACTER
from bidigest.text.vocabulary import vocabulary

_CAPITAL = re.compile(r"(?<![A-Za-z0-9])[A-Z][a-z\u00c0-\u024f][A-Za-z\u00c0-\u024f’'\-]*")
"""Not what is all in capitals: ROI, GDP."""
_TAGS = ("ns", "nt")
_OPENS = re.compile(r"(?:^|[.!?:。！？：“\"(（])\s*$")
_THE = re.compile(r"\bthe $")
"""Before a word that is no name by itself: the Council."""
_TRANSLITERATING = frozenset().union(*words_of("zh", "contrasts/transliterating"))
_SPELT = re.compile(f"[{''.join(sorted(_TRANSLITERATING))}]{{2,}}")
"""What may spell a foreign name, character by character."""
_SPELLING_TAGS = ("nr", "ns", "nz")
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


def spelt_names(words: Sequence[Word], low: str) -> Iterator[str]:
    """Yield foreign names that Chinese characters spell, as no dictionary need have them.

    Segmentation cuts them anyhow (特 and 尔姆): what stands together, with a name among it, is one.

    Args:
        words: of a sentence.
        low: the sentence, folded.
    """
    run: list[Word] = []
    for word in (*words, None):
        may_spell = word is not None and _may_spell(word, low)
        if run and (word is None or word.start != run[-1].end or not may_spell):
            if any(each.tag.startswith(_SPELLING_TAGS) for each in run):
                found = _SPELT.findall("".join(each.text for each in run))
                yield from (name for name in found if _is_spelt(name))
            run = []
        if word is not None and may_spell:
            run.append(word)


def _may_spell(word: Word, low: str) -> bool:
    named = word.tag.startswith(_SPELLING_TAGS) or word.text in _TRANSLITERATING
    return named and not (word.start > 0 and low[word.start - 1].isdigit())


@lru_cache(maxsize=65_536)
def _is_spelt(name: str) -> bool:
    """Tell whether a name, if the dictionary has it, sounds as it is translated: not 东西."""
    known = vocabulary().stems(name)
    return not known or any(sound_alike(each, name) for each in known)


@lru_cache(maxsize=65_536)
def one_name(one: str, other: str) -> bool:
    """Tell whether two words of names, folded, are one, translated, or alike in sound."""
    known = [
        vocabulary().stems(w) if HAN_CHARACTER.match(w) else {stem(w): 1.0} for w in (one, other)
    ]
    return (
        one == other or not known[0].keys().isdisjoint(known[1]) or one_sound(*sorted((one, other)))
    )


@lru_cache(maxsize=65_536)
def one_sound(one: str, other: str) -> bool:
    """Tell whether two words of names, not both in letters, sound alike.

    English words that the dictionary knows are translated (China, Reading), and not heard.
    """
    return may_sound(one) and may_sound(other) and sound_alike(one, other)


@lru_cache(maxsize=65_536)
def may_sound(word: str) -> bool:
    """Tell whether a word, folded, is heard at all: one that may spell a name, or nobody knows."""
    if HAN_CHARACTER.match(word):
        return _SPELT.fullmatch(word) is not None
    return word != "" and not vocabulary().knows(stem(word))


def is_han(name: Name) -> bool:
    """Tell whether a name is written in Chinese characters."""
    return bool(HAN_CHARACTER.match(name.word))


def _latin(text: str, low: str) -> Iterator[Name]:
    chinese = bool(HAN_CHARACTER.search(low))
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
        if word.tag in _TAGS and len(word.text) > 1 and HAN_CHARACTER.match(word.text):
            yield Name(word.text, word.start, word.end)
