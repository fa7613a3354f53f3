"""Units that Chinese writes in ways of their own: 七成五, 三毛, 三十日内, 一个半月, 3块5, 三年半."""

from __future__ import annotations

import re

from bidigest.languages.parsed_quantity import PERCENT, TIMES, ParsedQuantity, ParsedUnit, tidy
from bidigest.languages.unit_words import TIME, unit_words
from bidigest.languages.zh.quantities.numerals import DIGITS
from bidigest.languages.zh.scripts import HAN_CHARACTER

_WORDS = unit_words("zh")

_TENTHS = re.compile(
    r" ?成(?![功为本立果员长交熟绩都就型了人群套片形败])"
    r"(?:(?P<part>[一二三四五六七八九半])(?![十个家名位项种成])|(?P<more>多)(?![种样个家名位数元少]))?"
)
_TENTH = {digit: float(i + 1) for i, digit in enumerate("一二三四五六七八九")} | {"半": 5.0}
_POINTS = re.compile(r" ?个?pcts?(?![a-z0-9])")
"""Percentage points in Chinese, per cent in English."""
_NEAR = 16
"""Code points before a unit that tell its language."""
_HUNDREDTHS = re.compile(r" ?(?:(?P<USD>美分(?!析))|(?P<GBP>便士))")
"""A hundredth of a dollar, of a pound."""
_DAYS = re.compile(r" ?日(?=[以之]?内)")
"""三十日内: days, where 30日 is one of a month."""
_WITH_PART = re.compile(r" ?个(?:(?P<half>半)|[多来])(?P<unit>月|小时|星期|礼拜|世纪|钟头|季度)")

_DIGIT = "1-9一二三四五六七八九"
_NO_MORE = r"(?![\d十百千万亿个名人位条只点倍折成.%]|[手维次级等][^。，]?)"
_DIME = re.compile(
    rf" ?(?:角(?P<fen>[{_DIGIT}])分钱?|毛(?P<part>[{_DIGIT}])(?:分?钱|分(?=[,，。;；、]|$)|{_NO_MORE})"
    r"|[毛角]钱|毛(?=[,，。;；、]|$)|(?P<each>角)(?=[,，。;；、]|$))"
)
"""A tenth of a yuan, perhaps with hundredths: 一毛钱, 三毛四, 三角四分."""
_EACH = re.compile(r"每[^,，。;；、]{0,12}$")
"""每罐一角 is money, 城市一角 a corner."""
_DIMES_BEHIND = re.compile(rf"(?P<dimes>[{_DIGIT}])[角毛](?:(?P<cents>[{_DIGIT}])分)?钱?")
_YUAN = re.compile(rf"块(?P<parts>[{_DIGIT}])(?:[毛角]钱?)?{_NO_MORE}")
_METRES = re.compile(rf"米(?P<parts>[{_DIGIT}][0{_DIGIT}]?)(?:公分|厘米)?{_NO_MORE}")
_WHOLE_YUAN = re.compile(r" ?块(?![\w])")
_TALLEST = 20
"""Metres beyond which nobody speaks of the centimetres."""

_HALF_MORE = re.compile(r"半(?![导径岛球途路夜天空数])")
_MORE = re.compile(r"多(?![种样个家名位数元少])")
_DIGITS_BEHIND = re.compile(r"\d\d(?!\d)")
_SPEEDS = {
    "km": ("km/h", re.compile(r"(?:每小时|时速|车速|限速|速限)[^\d,，。;；、]{0,7}$")),
    "m": ("m/s", re.compile(r"(?:每秒|秒速)[^\d,，。;；、]{0,7}$")),
}
"""Lengths behind these words are speeds: 时速为195公里."""
_CONTINUED = TIME | {TIMES, "km", "kg", "jin"}


def unit(text: str, at: int) -> ParsedUnit | None:
    """Read the unit that starts at `at` and is more than a word of the table."""
    if match := _TENTHS.match(text, at):
        whole = match["part"] is None
        more = 10.0 if match["more"] else 0.0
        plus = _TENTH.get(match["part"], 0.0)
        return ParsedUnit(PERCENT, 10.0, match.end(), plus, more, approximate=whole)
    if (match := _POINTS.match(text, at)) and HAN_CHARACTER.search(
        text[max(0, at - _NEAR) : match.end()]
    ):
        return ParsedUnit("percentage point", 1.0, match.end())
    if match := _HUNDREDTHS.match(text, at):
        return ParsedUnit(match.lastgroup or "", 0.01, match.end())
    if match := _DAYS.match(text, at):
        return ParsedUnit("day", 1.0, match.end())
    return _dimes(text, at) or _with_part(text, at)


def _dimes(text: str, at: int) -> ParsedUnit | None:
    """Read a tenth of a yuan as a unit, with the hundredths behind it."""
    match = _DIME.match(text, at)
    if match is None or (match["each"] and not _EACH.search(text, max(0, at - _NEAR), at)):
        return None
    digits = match["fen"] or match["part"]
    plus = _fraction(digits) / 10 if digits else 0.0
    return ParsedUnit("CNY", 0.1, match.end(), plus=plus)


def _with_part(text: str, at: int) -> ParsedUnit | None:
    """Read a unit with part of the number before it: 一个半月, 五个多小时."""
    match = _WITH_PART.match(text, at)
    if match is None:
        return None
    # 个月, not 月, is a length of time.
    name = _WORDS.get(match["unit"]) or _WORDS[f"个{match['unit']}"]
    if match["half"]:
        return ParsedUnit(name, 1.0, match.end(), plus=0.5)
    return ParsedUnit(name, 1.0, match.end(), more=1.0, approximate=True)


def amount(text: str, quantity: ParsedQuantity, end: int) -> ParsedQuantity | None:
    """Read what follows a number as the rest of an amount whose second unit is left out: 3块5.

    Args:
        text: folded, lower-case text.
        quantity: the number before; it is changed in place and returned.
        end: code point after the number.

    Returns:
        None where no such amount stands here.
    """
    if match := _YUAN.match(text, end):
        name = "CNY"
    elif (match := _METRES.match(text, end)) and abs(quantity.high) <= _TALLEST:
        name = "m"
    elif quantity.low >= 10 and (whole := _WHOLE_YUAN.match(text, end)):
        quantity.unit, quantity.end = "CNY", whole.end()
        return quantity
    else:
        return None
    quantity.add(_fraction(match["parts"]))
    quantity.unit, quantity.end = name, match.end()
    return quantity


def _fraction(digits: str) -> float:
    """Read digits as what stands behind the decimal point: 九二 is 0.92."""
    return float(
        "0." + "".join(d if d.isdigit() and d.isascii() else str(DIGITS[d]) for d in digits)
    )


def continued(text: str, quantity: ParsedQuantity) -> None:
    """Take in what follows a unit of time, length or money: 三年半, 两年多, 9秒58, 3元5角.

    A length behind 时速 or 每小时 becomes a speed.
    """
    name, per_time = _SPEEDS.get(quantity.unit, ("", None))
    if per_time and per_time.search(text, max(0, quantity.start - _NEAR), quantity.start):
        quantity.unit = name
    if quantity.unit == "CNY" and (match := _DIMES_BEHIND.match(text, quantity.end)):
        quantity.add(_fraction(match["dimes"] + (match["cents"] or "")))
        quantity.end = match.end()
    if quantity.unit not in _CONTINUED:
        return
    if quantity.unit == "second" and (match := _DIGITS_BEHIND.match(text, quantity.end)):
        quantity.low = quantity.high = tidy(quantity.low + int(match[0]) / 100)
        quantity.end = match.end()
    elif match := _HALF_MORE.match(text, quantity.end):
        quantity.add(0.5)
        quantity.end = match.end()
    elif match := _MORE.match(text, quantity.end):
        quantity.high, quantity.end, quantity.approximate = quantity.high + 1, match.end(), True
