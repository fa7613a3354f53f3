"""What Chinese writes behind digits and makes them larger: 1.2万亿, 1亿2000万, 3万2, 65w, 两个亿."""

from __future__ import annotations

import re
from dataclasses import replace

from bidigest.languages.parsed_quantity import Numeral, tidy
from bidigest.languages.zh.quantities.numerals import value, with_more
from bidigest.languages.zh.scripts import HAN, HAN_CHARACTER

_MAGNITUDE = re.compile(
    r"\s?(?P<written>(?:[十百千]?万亿|[十百千]?[万亿])(?![能分])|[千百](?![克米瓦卡帕分字])"
    r"|兆(?=[美日欧]?元|新?台币|韩元))"
    # Chinese posts write w for 万; 65w快充 are watts.
    rf"|(?P<web>w)(?=\+|[，。！；、]|[{HAN}](?<![快充功灯电有无超音闪额的])|$)"
)
_SIZES = {"w": 1e4, "兆": 1e12}
_SMALLER = re.compile(r"(\d{1,4}+)([万千百])(?![克米瓦卡帕分])")
_MIXED = re.compile(r"(?>(?:\d[千百十]){2,3})\d?(?:[万亿](?![能分]))?(?![\d克米瓦卡帕分])")
"""2千3百万: digits and places in turn."""
_IN_HAN = str.maketrans("0123456789", "零一二三四五六七八九")
_NEXT_PLACE = re.compile(r"[1-9](?![\d.,:%~/万亿千百十成倍月日号点时年届期楼-])")
"""The 2 of 3万2."""
_LAST_PLACES = re.compile(r"\d{4}(?![\d.,:%~/万亿年-])")
"""The 8412 of 3万8412."""
_HUNDRED_MILLIONS = re.compile(r" ?个(?P<more>多)?亿")
_WATTS = re.compile("功[耗率]|待机|电源|灯|充电")


def mixed(text: str, at: int) -> Numeral | None:
    """Read digits and places in turn: 2千3百万."""
    match = _MIXED.match(text, at)
    found = value(match[0].translate(_IN_HAN)) if match else None
    if match is None or found is None:
        return None
    return Numeral(found[0], found[0], match.end(), "digits", step=found[1], grouped=True)


def scaled(text: str, number: Numeral, *, money: bool) -> Numeral:  # noqa: ARG001
    """Multiply a number in digits by the magnitude behind it, and add what follows that.

    Args:
        text: folded, lower-case text.
        number: in digits.
        money: tells nothing here.
    """
    match = _MAGNITUDE.match(text, number.end)
    if match is None or (match["web"] and _is_watts(text, match)):
        return with_more(text, number)
    word = match["written"] or match["web"]
    size = _SIZES[word] if word in _SIZES else (value(word) or (1.0,))[0]
    larger = number.times(size).until(match.end())
    return with_more(text, _with_smaller(text, larger, size))


def _is_watts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    around = before + text[match.end() : match.end() + 1]
    return bool(_WATTS.search(before)) or not HAN_CHARACTER.search(around)


def _with_smaller(text: str, found: Numeral, size: float) -> Numeral:
    """Add a second magnitude: 1 亿 2000 万 is one number."""
    match = _SMALLER.match(text, found.end)
    if match is None:
        return _with_next_place(text, found, size)
    smaller = float(match[1]) * (value(match[2]) or (1.0,))[0]
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


def continued(text: str, number: Numeral) -> Numeral:
    """Multiply a number by 亿 counted with 个: 两个亿, 三个多亿."""
    match = _HUNDRED_MILLIONS.match(text, number.end)
    if match is None:
        return number
    more = number.step if match["more"] else 0.0
    loose = number.approximate or bool(more)
    widened = replace(number, high=number.high + more, approximate=loose)
    return widened.times(1e8).until(match.end())
