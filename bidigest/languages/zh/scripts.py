"""Chinese characters and their two scripts, and folding one into the other for comparing."""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import Any

VERSION = "1"
"""Of the compiled table of characters; part of its file name."""

HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The Han characters, as the inside of a regular expression's character class."""


@cache
def script_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only Simplified uses, and those that only Traditional uses."""
    from importlib.metadata import version

    from bidigest.storage.cache_files import cache_folder
    from bidigest.storage.compiled_tables import Tables

    path = cache_folder() / f"scripts-{VERSION}-opencc-{version('opencc')}.sqlite"
    row = Tables(path, _compile_scripts).row("SELECT simplified, traditional FROM scripts")
    simplified, traditional = row or ("", "")
    return frozenset(str(simplified)), frozenset(str(traditional))


def _compile_scripts(connection: sqlite3.Connection) -> None:
    """Compile the characters of each script from OpenCC's tables of what a character turns into.

    后 and 里 belong to both scripts there; the two national standards, Big5 and GB 2312, tell
    those apart.
    """
    characters = [chr(c) for start, end in HAN_RANGES for c in range(start, end + 1)]
    to_traditional = _convert_each("s2t", characters)
    to_simplified = _convert_each("t2s", characters)
    simplified = {c for c, t in zip(characters, to_traditional, strict=True) if c != t}
    traditional = {c for c, s in zip(characters, to_simplified, strict=True) if c != s}
    only_simplified = sorted(c for c in simplified - traditional if not _encodable(c, "big5"))
    only_traditional = sorted(c for c in traditional - simplified if not _encodable(c, "gb2312"))
    connection.execute("CREATE TABLE scripts (simplified TEXT, traditional TEXT)")
    row = "".join(only_simplified), "".join(only_traditional)
    connection.execute("INSERT INTO scripts VALUES (?, ?)", row)


def fold(text: str) -> str:
    """Convert Traditional to Simplified, position by position: for comparing, never for showing."""
    if "\0" not in text:
        folded: str = converter("t2s").convert(text)
        if len(folded) == len(text):
            return folded
    return text.translate(_folding())


@cache
def converter(configuration: str) -> Any:
    """Load OpenCC's converter of that name; it takes some ten milliseconds."""
    from opencc import OpenCC

    return OpenCC(configuration)


@cache
def _folding() -> dict[int, str]:
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    pairs = zip(characters, _convert_each("t2s", characters), strict=True)
    return {ord(c): s for c, s in pairs if c != s and len(s) == 1}


def _convert_each(configuration: str, characters: list[str]) -> list[str]:
    # One a line, so that OpenCC's phrases find nothing to join.
    converted: str = converter(configuration).convert("\n".join(characters))
    return converted.split("\n") if characters else []


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
