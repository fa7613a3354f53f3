"""Shares and multiples in English that have no unit of their own: two thirds, half of, one in three, twice."""

from __future__ import annotations

import re

from bidigest.languages.en.quantities.numerals import SMALL
from bidigest.languages.parsed_quantity import (
    TIMES,
    Numeral,
    ParsedQuantity,
    ReadNumber,
    rounded_share,
    tidy,
)
from bidigest.languages.unit_words import unit_words

_NEAR = 60
"""Characters after a number in which the rest of a share is looked for: keeps the time linear."""

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNTS = SMALL | {"a": 1, "an": 1}
_HOURS = (
    "one two three four five six seven eight nine ten eleven twelve noon midnight the"
).split()
"""A quarter past two is no quarter."""
_FRACTION = re.compile(
    r"(?P<top>a|an|one|two|three|four|five|six|seven|eight|nine)[ -]"
    r"(?P<part>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?P<many>s?)"
    rf"(?![a-z-]|(?: past| to) (?:{'|'.join(_HOURS)}|\d{{1,2}})(?![\w-])|[ -](?:century|million|billion|hour|mile|final|year|time|place|dozen|party|world)"
    r"| of an? (?:hundred|thousand|million|billion|trillion)(?![a-z]))"
)
_OF = re.compile(r" (?:of|the|less|more|fewer|or|and)(?![a-z])")
_HALF_OF = re.compile(r"half(?= (?:of|the|all|its|their|our|those|these)(?![a-z]))")
_MONEY = {word: unit for word, unit in unit_words("en").items() if unit.isupper()}
_OF_MONEY = re.compile(rf"(?: of)? an? (?P<unit>{'|'.join(sorted(_MONEY))})(?![a-z])")
"""A tenth of a yuan, half a euro."""
_HALF_ALONE = re.compile(r"half(?![a-z-])(?! an? )")
_IN = re.compile(r"(?: in (?:every )?| out of (?:every )?|-in-)(?=[a-z\d])")
_NOT_SHARE = re.compile(
    r"[,.%]\d|\d| ?%| (?:years?|months?|weeks?|days?|hours?|minutes?|percent|million|billion"
    r"|thousand)"
)
_RATED = re.compile(r" (star|point)s?(?![a-z])")
_MULTIPLES = {
    "twice": 2, "thrice": 3, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
    "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
    "doubled": 2, "doubling": 2, "tripled": 3, "tripling": 3, "trebled": 3, "trebling": 3, "quadrupled": 4, "quintupled": 5,
    "quadrupling": 4, "quintupling": 5, "double": 2, "triple": 3,
}  # fmt: skip
_MULTIPLE = re.compile(
    rf"(?:{'|'.join(sorted(_MULTIPLES.keys() - {'double', 'triple'}))})(?![a-z-])"
    r"(?! (?:an?|per|daily|weekly|monthly|yearly|over|down)(?![a-z]))"
    r"|(?:double|triple)(?= (?:the|that|its|their|what)(?![a-z]))"
)


def read(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read the share or multiple that starts at `at`, if one does.

    Args:
        text: folded, lower-case text.
        at: code point at which it begins.
        read_number: reads numbers, however they are written.
    """
    if "a" <= text[at] <= "z":
        found = _of_money(text, at) or _fraction(text, at) or _half(text, at) or _multiple(text, at)
        return found or _one_in(text, at, read_number)
    return _one_in(text, at, read_number) if text[at].isascii() else None


def _of_money(text: str, at: int) -> ParsedQuantity | None:
    """Read a part of a unit of money: a tenth of a yuan, half a euro."""
    part = _FRACTION.match(text, at)
    end = part.end() if part else at + len("half") if text.startswith("half", at) else at
    match = _OF_MONEY.match(text, end) if end > at else None
    if match is None:
        return None
    value = tidy(_COUNTS[part["top"]] / _PARTS[part["part"]] if part else 0.5)
    return ParsedQuantity(value, value, _MONEY[match["unit"]], at, match.end())


def _fraction(text: str, at: int) -> ParsedQuantity | None:
    match = _FRACTION.match(text, at)
    if match is None or (_COUNTS[match["top"]] == 1) == bool(match["many"]):
        return None
    # "a third attempt" counts off; "a third of" is a share.
    if (
        match["top"] == "a"
        and match["part"] != "quarter"
        and not _OF.match(text, match.end())
        and not text.endswith("by ", 0, at)
    ):
        found = rounded_share(100 / _PARTS[match["part"]], at, match.end())
        found.certain = False
        return found
    return rounded_share(100 * _COUNTS[match["top"]] / _PARTS[match["part"]], at, match.end())


def _half(text: str, at: int) -> ParsedQuantity | None:
    if text[max(0, at - 7) : at].endswith(("first ", "second ", "other ", "latter ", "last ")):
        return None
    if match := _HALF_OF.match(text, at):
        return rounded_share(50.0, at, match.end())
    if match := _HALF_ALONE.match(text, at):
        found = rounded_share(50.0, at, match.end())
        found.certain = False
        return found
    return None


def _multiple(text: str, at: int) -> ParsedQuantity | None:
    match = _MULTIPLE.match(text, at)
    if match is None:
        return None
    times = float(_MULTIPLES[match[0]])
    return ParsedQuantity(times, times, TIMES, at, match.end())


def _one_in(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read `one in three`, `8 out of 10`; but 4.5 out of 5 stars are 4.5 stars."""
    part = read_number(text, at) if _IN.search(text, at, at + _NEAR) else None
    match = _IN.match(text, part.end) if part else None
    whole = read_number(text, match.end()) if match else None
    if part is None or match is None or whole is None:
        return None
    if (rated := _RATED.match(text, whole.end)) and "out" in match[0]:
        return ParsedQuantity(part.low, part.high, rated[1], at, rated.end())
    if not _is_share(part, whole) or _NOT_SHARE.match(text, whole.end):
        return None
    return rounded_share(100 * part.low / whole.low, at, whole.end)


def _is_share(part: Numeral, whole: Numeral) -> bool:
    most = 10_000_000 if part.low == 1 else 1_000
    return 0 < part.low < whole.low <= most and part.low == int(part.low) and not whole.approximate
