"""The words for units, by the names of units: `languages/*/quantities/units.txt`."""

from __future__ import annotations

from collections.abc import Iterator

from bidigest.languages.parsed_quantity import RATIO, TIMES
from bidigest.languages.word_lists import all_words, languages, sections_of

KINDS = ("currencies", "time", "measures", "shares", "counts")


def unit_words(*codes: str) -> dict[str, str]:
    """Map the words for units in the languages of these codes to the names of the units."""
    return {word: name for each in codes for kind in KINDS for name, word in _entries(each, kind)}


def names_of(kind: str) -> frozenset[str]:
    """Name the units of a kind, in whichever language they have words."""
    return frozenset(name for each in languages() for name, _ in _entries(each, kind))


def prefixes() -> dict[str, str]:
    """Map what stands before a number to the name of its unit."""
    return {word: name for each in languages() for name, word in _entries(each, "prefixes")}


def rates() -> dict[str, str]:
    """Map what an amount may be paid for to the name of that unit."""
    return {word: name for each in languages() for name, word in _entries(each, "rate")}


def not_before(language: str) -> dict[str, str]:
    """Map words for units to the characters before which they are part of another word."""
    return dict(_entries(language, "not before"))


def _entries(language: str, section: str) -> Iterator[tuple[str, str]]:
    for line in sections_of(language, "quantities/units").get(section, ()):
        name, _, words = line.partition(": ")
        yield from ((name, word) for word in words.split(", "))


CURRENCIES, TIME, COUNTS = names_of("currencies"), names_of("time"), names_of("counts")
MEASURED = CURRENCIES | TIME | names_of("measures") | names_of("shares") | {TIMES, RATIO}
PREFIXES = prefixes()
NOT_BEFORE = not_before("zh")
PEOPLE = all_words("quantities/counted_nouns", "person")
"""What people are counted as, a word a language."""
