"""Plausibility of decoded text as language, which tells a right encoding from a wrong one.

Every encoding of Chinese gives the common characters the places that its users' texts are
made of; a wrong decoder lands on rare ones, unassigned ones and broken punctuation.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import pairwise

from bidigest.languages.word_lists import lines_of
from bidigest.languages.zh.scripts import fold

PLAUSIBLE = 0.6
"""The least that a guess must reach: real text of 50 characters has .7 and more, Korean or
Japanese bytes read as Chinese .4 and less."""

_SAMPLE = 4000
"""Characters outside ASCII that are looked at."""

_FREQUENT = frozenset("".join(lines_of("zh", "frequent_characters")))

_PUNCTUATION = frozenset(
    "，。、；：？！“”‘’（）《》「」『』【】—…·–•　～％－＋＝／＃＆＊＠¶§°±×÷€£©®™′″"
)


_CONTROLS = frozenset(chr(code) for code in range(32) if chr(code) not in "\t\n\r\f")


def plausibility(text: str, *, wide: bool = False) -> float:
    """Compute the mean weight of characters outside ASCII, from -4 (noise) to about 1.5 (language).

    In a `wide` encoding, of two bytes a character, those of ASCII are evidence as well.
    """
    foreign = [c for c in text[: 50 * _SAMPLE] if wide or c > "\x7f" or c in _CONTROLS]
    sample = fold("".join(foreign[:_SAMPLE]))
    if not sample:
        return 1.0
    return sum(map(_weight, sample)) / len(sample) - _run_penalty(text[:_SAMPLE])


@cache
def _weight(character: str) -> float:
    if character in _FREQUENT:
        return 2.0
    if character in _PUNCTUATION or (character < "\x7f" and character not in _CONTROLS):
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.4 if _is_common(character) else -2.0
    category = unicodedata.category(character)
    if category in ("Lu", "Ll"):
        # Accented letters one by one; `_run_penalty` deals with many of them.
        return 0.7
    return -4.0 if category[0] == "C" else -1.0


def _is_common(character: str) -> bool:
    """Tell whether a character is among the 3,755 of GB 2312's first level, ordered by use."""
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return 0xB0 <= lead <= 0xD7


def _run_penalty(text: str) -> float:
    """Penalise pairs of accented letters and signs, as which Chinese may be decoded."""
    western = ["\x80" <= c <= "\u024f" for c in text]
    count = sum(western)
    runs = sum(first and second for first, second in pairwise(western))
    return 4.0 * runs / count if count else 0.0
