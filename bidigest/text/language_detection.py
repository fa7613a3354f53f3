"""Language and script of a text.

Han characters decide. Only text without them is put before langdetect: asked about
Traditional Chinese it is capable of answering Korean with a probability of 0.99999.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bidigest.languages.pack import brought_by_packages
from bidigest.languages.word_lists import stop_words
from bidigest.languages.zh.script_characters import script_characters
from bidigest.languages.zh.scripts import HAN, HAN_RANGES
from bidigest.model import Language, Script

_KANA_RANGES = ((0x3041, 0x3096), (0x30A1, 0x30FA), (0xFF66, 0xFF9D))
_HANGUL_RANGES = ((0x1100, 0x11FF), (0xAC00, 0xD7AF))
_WORD = re.compile(rf"[^\W\d_{HAN}]+")
_ENOUGH = 20_000
"""Code points that are looked at; more of the same text does not change the answer."""
_ENOUGH_FOR_LETTERS = 2_000
"""The same for langdetect, which takes 8 ms for each 1,000 of them."""
_LEAST_STOP_WORDS = 0.2
"""Share of a text's words from which it is in a language that langdetect need not know."""
_LOADING = threading.Lock()


@dataclass(frozen=True, slots=True)
class Detected:
    """What a text is written in."""

    language: Language
    script: Script | None


@dataclass(frozen=True, slots=True)
class _Letters:
    """How many of a text's characters are of which kind."""

    han: int
    simplified: int
    traditional: int
    kana: int
    hangul: int


def detect(text: str) -> Detected:
    """Detect the language of a text and, for Chinese, its script; `und` where it holds no words."""
    sample = text[:_ENOUGH]
    letters = _letters(sample)
    # Japanese cannot do without kana; a Chinese text may quote a brand name.
    if letters.kana * 10 > max(letters.han, 1):
        return Detected("ja", None)
    if letters.hangul > letters.han:
        return Detected("ko", None)
    if letters.han > len(_WORD.findall(sample)):
        return Detected("zh", _script(letters))
    return Detected(_language_without_han(sample), None)


def _script(letters: _Letters) -> Script:
    """Choose the script by the characters that only one of the two uses."""
    hans, hant = letters.simplified, letters.traditional
    if hans == hant == 0:
        return "undetermined"
    if min(hans, hant) * 5 > max(hans, hant):
        return "mixed"
    return "Hans" if hans > hant else "Hant"


def _letters(text: str) -> _Letters:
    """Count characters by table, all at once: asking for each takes thirty times as long."""
    import numpy as np

    table = _kinds()
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = table[np.minimum(codes, len(table) - 1)]
    _, common, simplified, traditional, kana, hangul = np.bincount(kinds, minlength=6).tolist()
    return _Letters(common + simplified + traditional, simplified, traditional, kana, hangul)


@cache
def _kinds() -> Any:
    """Build the table of all code points.

    Returns:
        uint8, (0x110000,): 0 none of these, 1 Han, 2 Simplified, 3 Traditional, 4 kana, 5 hangul.
    """
    import numpy as np

    ranges = ((1, HAN_RANGES), (4, _KANA_RANGES), (5, _HANGUL_RANGES))
    table = np.zeros(max(end for _, each in ranges for _, end in each) + 2, dtype=np.uint8)
    for kind, each in ranges:
        for start, end in each:
            table[start : end + 1] = kind
    for kind, characters in enumerate(script_characters(), start=2):
        table[[ord(character) for character in sorted(characters)]] = kind
    return table


def _language_without_han(text: str) -> Language:
    if not _WORD.search(text):
        return "und"
    if (further := _further_language(text[:_ENOUGH_FOR_LETTERS])) is not None:
        return further
    from langdetect import DetectorFactory, LangDetectException
    from langdetect import detect as langdetect
    from langdetect.detector_factory import init_factory

    # Another thread would be answered from the languages that were loaded by then.
    with _LOADING:
        DetectorFactory.seed = 0
        init_factory()
    try:
        language: str = langdetect(text[:_ENOUGH_FOR_LETTERS])
    except LangDetectException:
        return "und"
    return language


def _further_language(text: str) -> Language | None:
    """Find the language that another package brings and whose stop words the text is made of."""
    if not brought_by_packages():
        return None
    words = [word.lower() for word in _WORD.findall(text)]
    codes = ("en", *(pack.code for pack in brought_by_packages()))
    shares = {code: _share(words, code) for code in codes}
    best = max(shares, key=lambda code: shares[code])
    return best if best != "en" and shares[best] >= _LEAST_STOP_WORDS else None


def _share(words: Sequence[str], language: Language) -> float:
    listed = stop_words(language)
    return sum(word in listed for word in words) / max(1, len(words))
