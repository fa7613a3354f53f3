"""Numbers in digits, with their magnitudes, and the one door to all ways of writing a number."""

from __future__ import annotations

import re
from dataclasses import replace

from bidigest.quantities import chinese, english
from bidigest.quantities.numeral import Numeral, tidy

_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})++(?![\d,]\d)|\d++)(?:\.\d++)?+")
_LONGEST = 20
"""Characters of a number in digits; longer ones are identifiers."""
_MAGNITUDE = re.compile(
    r"\s?(?P<zh>(?:[十百千]?万亿|[十百千]?[万亿])(?![能分])|[千百](?![克米瓦卡帕分字])"
    r"|兆(?=[美日欧]?元|新?台币|韩元))"
    r"|[ -]?(?P<en>hundred|thousand|million|billion|trillion|bn|mn|tn|crore|lakh)(?![a-z])"
    r"|(?P<letter>[kmbt])(?![a-z0-9])"
)
_SIZES = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "crore": 1e7,
    "k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "兆": 1e12,
}  # fmt: skip
_SMALLER = re.compile(r"(\d{1,4}+)([万千百])(?![克米瓦卡帕分])")
_FOLLOWING_WORD = re.compile(r" (?!in\b|of\b|and\b|or\b|to\b|at\b)[a-z]{4,}")


def read(text: str, at: int, *, money: bool = False) -> Numeral | None:
    """The number that starts here, however it is written; `money`: behind a currency's sign."""
    character = text[at : at + 1]
    if "0" <= character <= "9":
        return _digits(text, at, money=money)
    if "a" <= character <= "z":
        return english.read(text, at)
    if character == "半":
        return Numeral(0.5, 0.5, at + 1, "han", step=0.5)
    return chinese.read(text, at)


def _digits(text: str, at: int, *, money: bool) -> Numeral | None:
    match = _DIGITS.match(text, at)
    if match is None or len(match[0]) > _LONGEST:
        return None
    amount = float(match[0].replace(",", ""))
    plain = match[0].isdigit()
    found = Numeral(amount, amount, match.end(), "digits", step=_step(match[0]), grouped=not plain)
    return chinese.with_more(text, _with_magnitude(text, found, money=money))


def _step(digits: str) -> float:
    whole, _, fraction = digits.replace(",", "").partition(".")
    if fraction:
        return 10.0 ** -len(fraction)
    return 10.0 ** (len(whole) - len(whole.rstrip("0") or "0"))


def _with_magnitude(text: str, found: Numeral, *, money: bool) -> Numeral:
    match = _MAGNITUDE.match(text, found.end)
    if match is None or not (match["letter"] is None or _is_magnitude(text, match, money)):
        return found
    word = match["zh"] or match["en"] or match["letter"]
    size = _SIZES[word] if word in _SIZES else (chinese.value(word) or (1.0,))[0]
    scaled = found.times(size)
    return _with_smaller(text, scaled.until(match.end()), size)


def _is_magnitude(text: str, match: re.Match[str], money: bool) -> bool:
    """Is the letter a magnitude: always of money, otherwise `20k users`, `3m people`?"""
    return money or (match["letter"] in "km" and bool(_FOLLOWING_WORD.match(text, match.end())))


def _with_smaller(text: str, found: Numeral, size: float) -> Numeral:
    """1 亿 2000 万 is one number."""
    match = _SMALLER.match(text, found.end)
    if match is None:
        return found
    smaller = float(match[1]) * (chinese.value(match[2]) or (1.0,))[0]
    if smaller >= size:
        return found
    amount = tidy(found.low + smaller)
    return replace(found, low=amount, high=amount, end=match.end())
