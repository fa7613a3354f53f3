"""Numbers in digits with their magnitudes, and the one entry to all ways of writing a number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from bidigest.languages.en.quantities import numerals as english_numbers
from bidigest.languages.parsed_quantity import Numeral, tidy
from bidigest.languages.zh.quantities import numerals as chinese_numbers
from bidigest.languages.zh.scripts import HAN

_IN_DIGITS = re.compile(
    # 1,250,000 and, in India, 12,50,000.
    r"(?:\d{1,3}(?:,\d{3})++(?![\d,]\d)|\d{1,2}(?:,\d\d(?!\d))++,\d{3}(?![\d,]\d)|\d++)(?:\.\d++)?+"
)
_LONGEST = 20
"""Characters of a number in digits; longer ones are identifiers."""
_MAGNITUDE = re.compile(
    r"\s?(?P<zh>(?:[十百千]?万亿|[十百千]?[万亿])(?![能分])|[千百](?![克米瓦卡帕分字])"
    r"|兆(?=[美日欧]?元|新?台币|韩元))"
    r"|[ -]?(?P<en>hundred|thousand|million|billion|trillion|bn|mn|tn|lakh crore|crore|lakh)"
    r"(?![a-z])|(?P<letter>[kmbt])(?![a-z0-9])"
    # Chinese posts write w for 万; 65w快充 are watts.
    rf"|(?P<web>w)(?=\+|[，。！；、]|[{HAN}](?<![快充功灯电有无超音闪额的])|$)"
)
_SIZES = {
    "hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "lakh": 1e5, "crore": 1e7, "lakh crore": 1e12, "w": 1e4,
    "k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "兆": 1e12,
}  # fmt: skip
_SMALLER = re.compile(r"(\d{1,4}+)([万千百])(?![克米瓦卡帕分])")
_MIXED = re.compile(r"(?:\d[千百十]){2,3}+\d?(?:[万亿](?![能分]))?(?![\d克米瓦卡帕分])")
"""2千3百万: digits and places in turn."""
_IN_HAN = str.maketrans("0123456789", "零一二三四五六七八九")
_NEXT_PLACE = re.compile(r"[1-9](?![\d.,:%~/万亿千百十成倍月日号点时年届期楼-])")
"""The 2 of 3万2."""
_LAST_PLACES = re.compile(r"\d{4}(?![\d.,:%~/万亿年-])")
"""The 8412 of 3万8412."""
_HUNDRED_MILLIONS = re.compile(r" ?个(?P<more>多)?亿")
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_FRACTION = re.compile(
    rf" ?(?P<sign>[{FRACTIONS}])|(?: and)? (?P<top>[1-9])/(?P<part>[2-9]|1[0-6])(?![\d/])"
)
_ODD = re.compile(r"-odd(?![a-z])| odd(?= [a-z])")
_WATTS = re.compile("功[耗率]|待机|电源|灯|充电")
_BEFORE_POINT = ("", " ", "(", "$", "€", "£", "-", "~")
"""What stands before .5, which is a half."""
_HAN = re.compile(f"[{HAN}]")
_POWER = re.compile(r" ?[x×] ?10(?:\^(?P<caret>-?\d{1,2})|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))")
"""5×10^6, 5 × 10⁶."""
_LOWERED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
_FOLLOWING_WORD = re.compile(r" (?!in\b|of\b|and\b|or\b|to\b|at\b)[a-z]{4,}")


def read(text: str, at: int, *, money: bool = False) -> Numeral | None:
    """Read the number that starts at `at`, however it is written.

    Args:
        text: folded, lower-case text.
        at: code point at which the number begins.
        money: whether a currency's sign stands before it, so that m and b are magnitudes.
    """
    found = _written(text, at, money=money)
    if found is None:
        return None
    if match := _HUNDRED_MILLIONS.match(text, found.end):
        return _in_hundred_millions(found, match)
    if found.written != "han" and (odd := _ODD.match(text, found.end)):
        more = _step(f"{found.low:.0f}")
        return replace(found, high=found.high + more, end=odd.end(), approximate=True)
    return found


def _written(text: str, at: int, *, money: bool) -> Numeral | None:
    character = text[at : at + 1]
    if "0" <= character <= "9":
        return _digits(text, at, money=money)
    if "a" <= character <= "z":
        return english_numbers.read(text, at)
    if character == "半":
        return Numeral(0.5, 0.5, at + 1, "han", step=0.5)
    if character and character in FRACTIONS:
        part = unicodedata.numeric(character)
        return Numeral(tidy(part), tidy(part), at + 1, "words", step=tidy(part))
    return chinese_numbers.read(text, at)


def _in_hundred_millions(found: Numeral, match: re.Match[str]) -> Numeral:
    """Multiply by 亿 counted with 个: 两个亿, 三个多亿."""
    more = found.step if match["more"] else 0.0
    widened = replace(found, high=found.high + more, approximate=found.approximate or bool(more))
    return widened.times(1e8).until(match.end())


def _digits(text: str, at: int, *, money: bool) -> Numeral | None:
    if (mixed := _MIXED.match(text, at)) and (
        value := chinese_numbers.value(mixed[0].translate(_IN_HAN))
    ):
        amount, step = value
        return Numeral(amount, amount, mixed.end(), "digits", step=step, grouped=True)
    match = _IN_DIGITS.match(text, at)
    if match is None or len(match[0]) > _LONGEST:
        return None
    amount = float(match[0].replace(",", ""))
    plain = match[0].isdigit()
    if plain and at > 0 and text[at - 1] == "." and text[max(at - 2, 0) : at - 1] in _BEFORE_POINT:
        amount, plain = float(f"0.{match[0]}"), False
    found = Numeral(amount, amount, match.end(), "digits", step=_step(match[0]), grouped=not plain)
    if power := _POWER.match(text, found.end):
        exponent = power["caret"] or power["raised"].translate(_LOWERED)
        return found.times(10.0 ** int(exponent)).until(power.end())
    if plain and (part := _FRACTION.match(text, found.end)):
        found = _with_fraction(found, part)
    return chinese_numbers.with_more(text, _with_magnitude(text, found, money=money))


def _with_fraction(found: Numeral, match: re.Match[str]) -> Numeral:
    """Add the fraction behind a whole number: 1½, 3 1/2."""
    sign = match["sign"]
    part = unicodedata.numeric(sign) if sign else int(match["top"]) / int(match["part"])
    amount = tidy(found.low + part)
    return replace(found, low=amount, high=amount, step=tidy(part), grouped=True, end=match.end())


def _step(digits: str) -> float:
    whole, _, fraction = digits.replace(",", "").partition(".")
    if fraction:
        return 10.0 ** -len(fraction)
    return 10.0 ** (len(whole) - len(whole.rstrip("0") or "0"))


def _with_magnitude(text: str, found: Numeral, *, money: bool) -> Numeral:
    match = _MAGNITUDE.match(text, found.end)
    if match is None or not _is_magnitude(text, match, money):
        return found
    word = match["zh"] or match["en"] or match["letter"] or match["web"]
    size = _SIZES[word] if word in _SIZES else (chinese_numbers.value(word) or (1.0,))[0]
    scaled = found.times(size)
    return _with_smaller(text, scaled.until(match.end()), size)


def _is_magnitude(text: str, match: re.Match[str], money: bool) -> bool:
    """Tell whether a letter is a magnitude: always of money, otherwise in `20k users`, `3m people`."""
    if match["web"]:
        before = text[max(0, match.start() - 12) : match.start()]
        return not _WATTS.search(before) and bool(
            _HAN.search(before + text[match.end() : match.end() + 1])
        )
    return (
        match["letter"] is None
        or money
        or (match["letter"] in "km" and bool(_FOLLOWING_WORD.match(text, match.end())))
    )


def _with_smaller(text: str, found: Numeral, size: float) -> Numeral:
    """Add a second magnitude: 1 亿 2000 万 is one number."""
    match = _SMALLER.match(text, found.end)
    if match is None:
        return _with_next_place(text, found, size)
    smaller = float(match[1]) * (chinese_numbers.value(match[2]) or (1.0,))[0]
    if smaller >= size:
        return found
    amount = tidy(found.low + smaller)
    return replace(found, low=amount, high=amount, end=match.end())


def _with_next_place(text: str, found: Numeral, size: float) -> Numeral:
    """Add a lone digit that counts the next place down, or all places: 3万2 is 32,000."""
    place = size / 10
    match = _NEXT_PLACE.match(text, found.end) if text[found.end - 1] in "万亿千百" else None
    if match is None and text[found.end - 1] == "万":
        match, place = _LAST_PLACES.match(text, found.end), 1.0
    if match is None:
        return found
    amount = tidy(found.low + int(match[0]) * place)
    return replace(found, low=amount, high=amount, step=place, end=match.end())
