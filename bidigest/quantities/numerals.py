"""Numbers in digits, and the one entry to all ways of writing a number."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import replace

from bidigest.languages.packs import quantity_grammars
from bidigest.languages.parsed_quantity import Numeral, last_place, tidy
from bidigest.languages.patterns import either

_GRAMMARS = quantity_grammars()

_IN_DIGITS = re.compile(
    # 1,250,000 and, in India, 12,50,000.
    r"(?:\d{1,3}(?>(?:,\d{3})+)(?![\d,]\d)|\d{1,2}(?>(?:,\d\d(?!\d))+),\d{3}(?![\d,]\d)|\d++)(?>(?:\.\d++)?)"
)
_LONGEST = 20
"""Characters of a number in digits; longer ones are identifiers."""
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_AND = either("quantities/notations", "and a fraction")
_FRACTION = re.compile(
    rf" ?(?P<sign>[{FRACTIONS}])|(?:{_AND})? (?P<top>[1-9])/(?P<part>[2-9]|1[0-6])(?![\d/])"
)
_BEFORE_POINT = ("", " ", "(", "$", "€", "£", "-", "~")
"""What stands before .5, which is a half."""
_POWER = re.compile(r" ?[x×] ?10(?:\^(?P<caret>-?\d{1,2})|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
"""5×10^6, 5 × 10⁶."""
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def read(text: str, at: int, *, money: bool = False) -> Numeral | None:
    """Read the number that starts at `at`, however it is written.

    Args:
        text: folded, lower-case text.
        at: code point at which the number begins.
        money: whether a currency's sign stands before it, so that m and b are magnitudes.
    """
    found = _in_words(text, at) or _in_digits(text, at, money=money) or _sign(text, at)
    for grammar in _GRAMMARS if found else ():
        found = found and grammar.continued(text, found)
    return found


def _in_words(text: str, at: int) -> Numeral | None:
    return next((found for each in _GRAMMARS if (found := each.number(text, at))), None)


def _sign(text: str, at: int) -> Numeral | None:
    """Read one character that is a fraction: ½."""
    character = text[at : at + 1]
    if not character or character not in FRACTIONS:
        return None
    part = tidy(unicodedata.numeric(character))
    return Numeral(part, part, at + 1, "words", step=part)


def _in_digits(text: str, at: int, *, money: bool) -> Numeral | None:
    match = _IN_DIGITS.match(text, at)
    if match is None or len(match[0]) > _LONGEST:
        return None
    amount = float(match[0].replace(",", ""))
    plain, step = match[0].isdigit(), last_place(match[0])
    if plain and at > 0 and text[at - 1] == "." and text[max(at - 2, 0) : at - 1] in _BEFORE_POINT:
        amount, plain = float(f"0.{match[0]}"), False
    found = Numeral(amount, amount, match.end(), "digits", step=step, grouped=not plain)
    if power := _POWER.match(text, found.end):
        exponent = power["caret"] or power["raised"].translate(_LOWERED)
        return found.times(10.0 ** int(exponent)).until(power.end())
    if plain and (part := _FRACTION.match(text, found.end)):
        found = _with_fraction(found, part)
    return _with_plus(text, found, money=money) or _scaled(text, found, money=money)


def _with_plus(text: str, found: Numeral, *, money: bool) -> Numeral | None:
    """Read a plus between a number and its magnitude: $500+ million, 300+万."""
    if text[found.end : found.end + 1] != "+":
        return None
    larger = _scaled(text, found.until(found.end + 1), money=money)
    return replace(larger, high=math.inf) if larger.low > found.low else None


def _with_fraction(found: Numeral, match: re.Match[str]) -> Numeral:
    """Add the fraction behind a whole number: 1½, 3 1/2."""
    sign = match["sign"]
    part = unicodedata.numeric(sign) if sign else int(match["top"]) / int(match["part"])
    amount = tidy(found.low + part)
    return replace(found, low=amount, high=amount, step=tidy(part), grouped=True, end=match.end())


def _scaled(text: str, found: Numeral, *, money: bool) -> Numeral:
    for grammar in _GRAMMARS:
        found = grammar.scaled(text, found, money=money)
    return found
