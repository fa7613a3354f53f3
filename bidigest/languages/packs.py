"""The languages that there are: Chinese, English, and what other packages bring."""

from __future__ import annotations

import re
from functools import cache

from bidigest.languages.en.pack import ENGLISH
from bidigest.languages.pack import LanguagePack, brought_by_packages
from bidigest.languages.zh.pack import CHINESE
from bidigest.languages.zh.scripts import HAN
from bidigest.model.documents import Language

UNKNOWN = "und"
"""ISO 639-2 for a language that nobody could tell."""

BUILT_IN = (CHINESE, ENGLISH)
"""In the order in which a word's letters are asked."""

_HAN = re.compile(f"[{HAN}]")


@cache
def pack_of(language: Language) -> LanguagePack:
    """Find a language's pack; without one that of Chinese, which cuts what is in letters too."""
    known = {pack.code: pack for pack in (*BUILT_IN, *brought_by_packages())}
    return known.get(language, CHINESE)


def pack_of_word(word: str, language: Language = UNKNOWN) -> LanguagePack | None:
    """Find whose word this is: its sentence's language's, or else told by its letters."""
    asked = BUILT_IN if language in _BUILT_IN else (pack_of(language), *BUILT_IN)
    return next((pack for pack in asked if pack.writes.fullmatch(word)), None)


def pack_of_text(text: str, language: Language = UNKNOWN) -> LanguagePack:
    """Find whose text this is: of a further language, or Chinese where a Han character is in it."""
    own = pack_of(language)
    if own not in BUILT_IN:
        return own
    return CHINESE if _HAN.search(text) else ENGLISH


_BUILT_IN = frozenset(pack.code for pack in BUILT_IN)
