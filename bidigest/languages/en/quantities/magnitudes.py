"""What English writes behind a number and makes it larger: 3 million, £4m, 20k users, 500-odd."""

from __future__ import annotations

import re
from dataclasses import replace

from bidigest.languages.parsed_quantity import Numeral, last_place

_MAGNITUDE = re.compile(
    r"[ -]?(?P<word>hundred|thousand|million|billion|trillion|bn|mn|tn|lakh crore|crore|lakh)"
    r"(?![a-z])|(?P<letter>[kmbt])(?![a-z0-9])"
)
_SIZES = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "crore": 1e7, "lakh crore": 1e12,
    "k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12,
}  # fmt: skip
_ODD = re.compile(r"-odd(?![a-z])| odd(?= [a-z])")
_FOLLOWING_WORD = re.compile(r"\+? (?!in\b|of\b|and\b|or\b|to\b|at\b)[a-z]{4,}")


def scaled(text: str, number: Numeral, *, money: bool) -> Numeral:
    """Multiply a number in digits by the magnitude behind it.

    Args:
        text: folded, lower-case text.
        number: in digits.
        money: whether a currency's sign stands before it, so that m and b are magnitudes.
    """
    match = _MAGNITUDE.match(text, number.end)
    if match is None or not (match["word"] or money or _is_magnitude(text, match)):
        return number
    return number.times(_SIZES[match["word"] or match["letter"]]).until(match.end())


def _is_magnitude(text: str, match: re.Match[str]) -> bool:
    """Tell a magnitude from a unit: `20k users`, `3m people`."""
    return match["letter"] in "km" and bool(_FOLLOWING_WORD.match(text, match.end()))


def continued(text: str, number: Numeral) -> Numeral:
    """Widen a number by the word behind it: 500-odd."""
    odd = _ODD.match(text, number.end) if number.written != "han" else None
    if odd is None:
        return number
    more = last_place(f"{number.low:.0f}")
    return replace(number, high=number.high + more, end=odd.end(), approximate=True)
