"""Chinese characters and their two scripts, and folding one into the other for comparing."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The Han characters, as the inside of a regular expression's character class."""
HAN_CHARACTER = re.compile(f"[{HAN}]")


@lru_cache(maxsize=65_536)
def is_chinese(term: str) -> bool:
    """Tell whether a term is a Chinese word rather than a stem."""
    return bool(HAN_CHARACTER.match(term))


def has_chinese(text: str) -> bool:
    """Tell whether any of a text's characters is Chinese."""
    return bool(HAN_CHARACTER.search(text))


def fold(text: str) -> str:
    """Convert Traditional to Simplified, position by position: for comparing, never for showing."""
    if text.isascii():
        return text
    return _fold_sentence(text) if len(text) <= _SENTENCE else _fold(text)


def _fold(text: str) -> str:
    if "\0" not in text:
        folded: str = converter("t2s").convert(text)
        if len(folded) == len(text):
            return folded
    return text.translate(_folding())


_SENTENCE = 400
"""Code points up to which a folded text is kept: each step from reading to the digest asks for the
same sentences again, but for whole documents only once."""

_fold_sentence = lru_cache(maxsize=16_384)(_fold)


@cache
def converter(configuration: str) -> Any:
    """Load OpenCC's converter of that name; it takes some ten milliseconds."""
    from opencc import OpenCC

    return OpenCC(configuration)


@cache
def _folding() -> dict[int, str]:
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    pairs = zip(characters, convert_each("t2s", characters), strict=True)
    return {ord(c): s for c, s in pairs if c != s and len(s) == 1}


def convert_each(configuration: str, characters: list[str]) -> list[str]:
    """Convert characters, each by itself."""
    # One a line, so that OpenCC's phrases find nothing to join.
    converted: str = converter(configuration).convert("\n".join(characters))
    return converted.split("\n") if characters else []
