"""Language and script of a text, and folding one script into the other for comparing.

Han characters decide. Only text without them is put before langdetect: asked about
Traditional Chinese it is capable of answering Korean with a probability of 0.99999.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from dataclasses import dataclass
from functools import cache
from typing import Any

from bidigest.model import Language, Script

VERSION = "1"
"""Of the compiled table of characters; part of its file name."""

_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The Han characters, as the inside of a regular expression's character class."""

_KANA_RANGES = ((0x3041, 0x3096), (0x30A1, 0x30FA), (0xFF66, 0xFF9D))
_HANGUL_RANGES = ((0x1100, 0x11FF), (0xAC00, 0xD7AF))
_WORD = re.compile(rf"[^\W\d_{HAN}]+")
_ENOUGH = 20_000
"""Code points that are looked at; more of the same text does not change the answer."""
_ENOUGH_FOR_LETTERS = 4_000
"""The same for langdetect, which takes long."""
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

    ranges = ((1, _HAN_RANGES), (4, _KANA_RANGES), (5, _HANGUL_RANGES))
    table = np.zeros(max(end for _, each in ranges for _, end in each) + 2, dtype=np.uint8)
    for kind, each in ranges:
        for start, end in each:
            table[start : end + 1] = kind
    for kind, characters in enumerate(script_characters(), start=2):
        table[[ord(character) for character in sorted(characters)]] = kind
    return table


@cache
def script_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only Simplified uses, and those that only Traditional uses."""
    from importlib.metadata import version

    from bidigest.storage.compiled_tables import Tables, cache_folder

    path = cache_folder() / f"scripts-{VERSION}-opencc-{version('opencc')}.sqlite"
    row = Tables(path, _compile_scripts).row("SELECT simplified, traditional FROM scripts")
    simplified, traditional = row or ("", "")
    return frozenset(str(simplified)), frozenset(str(traditional))


def _compile_scripts(connection: sqlite3.Connection) -> None:
    """Compile the characters of each script from OpenCC's tables of what a character turns into.

    后 and 里 belong to both scripts there; the two national standards, Big5 and GB 2312, tell
    those apart.
    """
    characters = [chr(c) for start, end in _HAN_RANGES for c in range(start, end + 1)]
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


def _language_without_han(text: str) -> Language:
    if not _WORD.search(text):
        return "und"
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
