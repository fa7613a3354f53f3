"""Which characters only one of the two Chinese scripts uses: a table that is compiled once."""

from __future__ import annotations

import sqlite3
from functools import cache

from bidigest.languages.zh.scripts import HAN_RANGES, convert_each
from bidigest.storage.cache_files import cache_folder
from bidigest.storage.code_fingerprint import made_with
from bidigest.storage.compiled_tables import Tables

_MADE_WITH = ("languages/zh/script_characters.py", "languages/zh/scripts.py")
"""Files on which the compiled table hangs."""


@cache
def script_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only Simplified uses, and those that only Traditional uses."""
    path = cache_folder() / f"scripts-{made_with(_MADE_WITH, ('opencc',))}.sqlite"
    row = Tables(path, _compile_scripts).row("SELECT simplified, traditional FROM scripts")
    simplified, traditional = row or ("", "")
    return frozenset(str(simplified)), frozenset(str(traditional))


def _compile_scripts(connection: sqlite3.Connection) -> None:
    """Compile the characters of each script from OpenCC's tables of what a character turns into.

    后 and 里 belong to both scripts there; the two national standards, Big5 and GB 2312, tell
    those apart.
    """
    characters = [chr(c) for start, end in HAN_RANGES for c in range(start, end + 1)]
    to_traditional = convert_each("s2t", characters)
    to_simplified = convert_each("t2s", characters)
    simplified = {c for c, t in zip(characters, to_traditional, strict=True) if c != t}
    traditional = {c for c, s in zip(characters, to_simplified, strict=True) if c != s}
    only_simplified = sorted(c for c in simplified - traditional if not _encodable(c, "big5"))
    only_traditional = sorted(c for c in traditional - simplified if not _encodable(c, "gb2312"))
    connection.execute("CREATE TABLE scripts (simplified TEXT, traditional TEXT)")
    row = "".join(only_simplified), "".join(only_traditional)
    connection.execute("INSERT INTO scripts VALUES (?, ?)", row)


def _encodable(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
