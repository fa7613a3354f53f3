"""Units in both languages, each under one name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bidigest.languages.packs import quantity_grammars
from bidigest.languages.parsed_quantity import PERCENT, ParsedUnit
from bidigest.languages.patterns import either
from bidigest.languages.unit_words import (
    COUNTS,
    CURRENCIES,
    MEASURED,
    NOT_BEFORE,
    PREFIXES,
    TIME,
    rates,
    unit_words,
)
from bidigest.languages.word_lists import in_letters
from bidigest.quantities.rare_notations import ACCOUNTED

_GRAMMARS = quantity_grammars()

SHARE_PREFIX = either("quantities/units", "share before")
"""Before the number of a share: 百分之."""
PREFIX = "|".join(re.escape(p) for p in sorted(PREFIXES, key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?:(?P<prefix>{PREFIX})\s?\.?|(?P<signed>us\$|[$€£¥₹]|chf|{either('quantities/units', 'signed currency')}) ?{ACCOUNTED}?-)$"
)
_PER = rates()
_RATE = re.compile(
    rf" ?(?:/ ?|{either('quantities/units', 'per')})(?P<for>{'|'.join(_PER)})(?![a-z])"
    rf"(?!{either('quantities/units', 'no rate')})"
)

_CHINESE, _ENGLISH = unit_words("zh"), unit_words(*in_letters())
_WORDED = {words.replace(" ", "-"): words for words in _ENGLISH}
"""A 75-basis-point rise: joined by hyphens."""


def _alternatives(words: dict[str, str], guarded: bool) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    guards = NOT_BEFORE if guarded else {}
    return "|".join(
        re.escape(word).replace("\\ ", "[ -]") + (f"(?![{guards[word]}])" if word in guards else "")
        for word in ordered
    )


_UNIT = re.compile(
    rf" ?(?P<zh>{_alternatives(_CHINESE, True)})"
    rf"|[ -]?(?P<en>{_alternatives(_ENGLISH, False)})(?![a-z0-9])"
)


def currency_before(text: str, at: int, floor: int) -> tuple[str, int] | None:
    """Find the currency whose sign or code stands right before `at`, and where that begins.

    Args:
        text: folded, lower-case text.
        at: code point at which the number begins.
        floor: code point before which nothing may be taken in.
    """
    match = _BEFORE.search(text[max(floor, at - 8) : at])
    if match is None:
        return None
    word, start = match["prefix"] or match["signed"], at - len(match[0])
    if word[0].isalpha() and word.isascii() and text[max(start - 1, 0) : start].isalpha():
        return None
    return PREFIXES[word], start


def read(text: str, at: int) -> ParsedUnit | None:
    """Read the unit that starts at `at`, by the words of the tables or in a language's own way."""
    own = next((unit for each in _GRAMMARS if (unit := each.unit(text, at))), None)
    match = None if own else _UNIT.match(text, at)
    if match is None:
        # A hundredth, as cents are, is no price of a month.
        return rated(text, own) if own and own.factor == 1 else own
    english = match["en"]
    name = _CHINESE[match["zh"]] if match["zh"] else _ENGLISH[_WORDED.get(english, english)]
    if name == "‰":
        return ParsedUnit(PERCENT, 0.1, match.end())
    return rated(text, ParsedUnit(name, 1.0, match.end()))


def rated(text: str, unit: ParsedUnit) -> ParsedUnit:
    """Add to a currency what it is paid for: `20 美元/月`, `$20 a month` are USD/month."""
    rate = _RATE.match(text, unit.end) if unit.name in CURRENCIES else None
    return replace(unit, name=f"{unit.name}/{_PER[rate['for']]}", end=rate.end()) if rate else unit


def is_time(name: str) -> bool:
    """Tell whether a unit measures a stretch of time."""
    return name in TIME


@lru_cache(maxsize=4_096)
def is_count(name: str) -> bool:
    """Tell whether a unit says what is counted, if anything, rather than what is measured."""
    return name.partition("/")[0] not in MEASURED


def is_counted_kind(name: str) -> bool:
    """Tell whether a unit names a kind of things (`sector`), rather than a measure word or people."""
    return len(name) > 1 and is_count(name) and name not in COUNTS
