"""English phrases that are quantities as a whole: halved, a factor of 20, mid-single-digit growth."""

from __future__ import annotations

import re
from collections.abc import Callable

from bidigest.languages.parsed_quantity import PERCENT, TIMES, ParsedQuantity, ReadNumber, tidy
from bidigest.languages.unit_words import unit_words

_HALVED = re.compile(
    r"halved|halving|halve(?= (?:the|its|their|his|her|our|your|that|this))|(?<!the )(?<!both )(?<!two )(?<!into )(?<!in )halves(?= (?!of |and |or )[a-z])"
    r"|(?:cut|slash|split|reduc)(?:s|es|e|ed|d|ing|ting)?(?: [a-z'-]{1,20}){0,4}? in half(?![a-z])"
    r"|(?<=by )half(?! an?[ -])(?![a-z-])"
)
_AS_MUCH = re.compile(r"half as (?:many|much|big|large|long|high|old|tall|fast|likely)(?![a-z])")
_DIGITS = re.compile(
    r"(?:(?P<level>low|mid|high)[ -])?(?P<count>single|double)[ -]digits?(?![a-z])"
    r"(?! (?:rebound|assist|point|goal|score|win|number|year|code|million|billion|age|display))"
)
_SHARES = {
    ("low", "single"): (1, 3), ("mid", "single"): (4, 6), ("high", "single"): (7, 9),
    (None, "single"): (1, 9), ("low", "double"): (10, 15), ("mid", "double"): (40, 60), ("high", "double"): (70, 99), (None, "double"): (10, 99),
}  # fmt: skip
_SIZED = re.compile(r"(?P<count>four|five|six|seven|eight|nine)-figures?(?![a-z])")
_SIZES = {"four": 3, "five": 4, "six": 5, "seven": 6, "eight": 7, "nine": 8}
_FACTOR = re.compile(r"(?:a factor of|multiplied by) (?:about |around |nearly |almost |over )?")
_PART = r"(?P<part>half|(?:a |one[ -])?quarter|(?:a |one[ -])third|three[ -]quarters|(?:one|two|three|four|seven|nine)[ -](?:third|fifth|tenth)s?)"
_PART_OF_UNIT = re.compile(
    rf"{_PART}(?: of)? (?:an?|one|1) (?P<unit>percentage[ -]point|per ?cent|point|hour|mile|year|century|inch|minute|second|metre|meter)(?![a-z])"
    r"|(?P<joined>half|quarter|three[ -]quarters?)-(?:percentage[ -])?point(?![a-z])"
    r"|a (?P<spaced>half|quarter) (?:percentage )?point(?![a-z])"
)
_UNITS = unit_words("en")
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2, "tenth": 0.1}
_TOPS = {"two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}
_ONE_AND_A_HALF = re.compile(
    r"an? (?P<unit>hour|day|week|month|year|decade|century|minute|mile|kilomet[er]{2}|met[er]{2}|"
    r"inch|foot|pound|ton|tonne|acre|percent|percentage point|point) and a half(?! (?:million|billion))"
)

START = (
    r"halv(?:e|ed|es|ing)|(?:cut|slash|split|reduc)(?:s|es|e|ed|d|ing|ting)?(?=(?: [a-z'-]{1,20}){0,4}? in half)"
    r"|(?:low|mid|high)(?=[ -](?:single|double)[ -]digit)|(?:single|double)(?=[ -]digit)|a factor|multiplied by"
    r"|quarter(?=-p)|a couple|scores(?= of)"
    r"|an? (?:hour|day|week|month|year|decade|century|minute|mile|kilomet|met|inch|foot|pound|ton"
    r"|acre|percent|point)[a-z]* and a half"
)
"""Where such a phrase begins, beside the numerals."""


def read(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read the phrase that starts at `at`, if one does.

    Args:
        text: folded, lower-case text.
        at: code point at which it begins.
        read_number: reads numbers, however they are written.
    """
    if not "a" <= text[at] <= "z":
        return None
    found = next((found for reader in _READERS if (found := reader(text, at))), None)
    return found or _factor(text, at, read_number)


def _halved(text: str, at: int) -> ParsedQuantity | None:
    match = _HALVED.match(text, at) or _AS_MUCH.match(text, at)
    return match and ParsedQuantity(50.0, 50.0, PERCENT, at, match.end(), approximate=True)


def _digits(text: str, at: int) -> ParsedQuantity | None:
    """Read `mid-single-digit growth`, as companies put it."""
    match = _DIGITS.match(text, at)
    share = _SHARES.get((match["level"], match["count"])) if match else None
    if match is None or share is None:
        return None
    return ParsedQuantity(
        float(share[0]), float(share[1]), PERCENT, at, match.end(), approximate=True
    )


def _sized(text: str, at: int) -> ParsedQuantity | None:
    """Read `a six-figure deal`."""
    match = _SIZED.match(text, at)
    if match is None:
        return None
    size = 10.0 ** _SIZES[match["count"]]
    return ParsedQuantity(size, 10 * size - 1, "", at, match.end(), approximate=True)


def _factor(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    match = _FACTOR.match(text, at)
    number = read_number(text, match.end()) if match else None
    if number is None:
        return None
    return ParsedQuantity(number.low, number.high, TIMES, at, number.end, number.approximate)


def _part_of_unit(text: str, at: int) -> ParsedQuantity | None:
    """Read `half a percentage point`, `a quarter-point cut`."""
    match = _PART_OF_UNIT.match(text, at)
    if match is None:
        return None
    word = re.split("[ -]", match["part"] or match["joined"] or match["spaced"])
    part = tidy(_TOPS.get(word[0], 1) * _PARTS[word[-1].removesuffix("s")])
    unit = (match["unit"] or "percentage point").replace("-", " ")
    name = _UNITS.get(f"{unit}s", PERCENT)
    return ParsedQuantity(part, part, name, at, match.end())


def _one_and_a_half(text: str, at: int) -> ParsedQuantity | None:
    """Read `an hour and a half`."""
    match = _ONE_AND_A_HALF.match(text, at)
    unit = _UNITS.get(match["unit"]) if match else None
    if match is None or unit is None:
        return None
    return ParsedQuantity(1.5, 1.5, unit, at, match.end())


_READERS: tuple[Callable[[str, int], ParsedQuantity | None], ...] = (
    _halved, _digits, _sized, _part_of_unit, _one_and_a_half,
)  # fmt: skip
