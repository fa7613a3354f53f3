"""Words of a text for comparing: folded, stemmed, without those that carry no claim."""

from __future__ import annotations

from functools import cache, lru_cache

from bidigest.languages.folding import bare, folded
from bidigest.languages.packs import UNKNOWN, pack_of, pack_of_word
from bidigest.languages.word_lists import stop_words
from bidigest.languages.zh.segmentation import shorter_words
from bidigest.model import Language


def terms(text: str, language: Language = UNKNOWN) -> tuple[str, ...]:
    """Return the content words in order: Chinese words as they are, stems of others.

    `language` is the sentence's; words in other letters are their own languages'.
    """
    return tuple([term for word in segmented(text, language) if (term := _term(word, language))])


@lru_cache(maxsize=65_536)
def _term(word: str, language: Language) -> str:
    """Compute what a word of a text is as a term; empty if it carries no claim."""
    pack = pack_of_word(word, language)
    return "" if pack is None or word in stop_words(pack.code) else pack.stem(word)


def segmented(text: str, language: Language = UNKNOWN) -> list[str]:
    """Split a text, folded, into its words and what stands between them, as `language` does."""
    return pack_of(language).segment(folded(text))


def bigrams(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, folded, without punctuation and spaces."""
    letters = bare(text)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


@cache
def parts(word: str) -> tuple[str, ...]:
    """Split a Chinese word into the shorter dictionary words in it, by jieba's search mode."""
    return tuple(part for part in shorter_words(word) if part != word)
