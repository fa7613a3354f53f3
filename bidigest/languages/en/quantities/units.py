"""Units that English writes in ways of their own: cents, three times as many, pounds of money.

Whether pounds are money or weight is told by what stands around them.
"""

from __future__ import annotations

import re

from bidigest.languages.parsed_quantity import TIMES, ParsedQuantity, ParsedUnit

_TIMES = re.compile(r"[ -]times(?= (?:as|more|less|fewer|the|that|[a-z]{2,9}er)(?![a-z]))")
_HUNDREDTHS = re.compile(
    r"(?P<USD>[ -]cents?(?![a-z]))|(?P<GBP>[ -]?pence(?![a-z]))|(?P<CNY> fen(?![a-z]))"
)
"""A hundredth of a dollar, of a pound, of a yuan."""
_POUNDS = re.compile(r"[ -]?pounds?(?![a-z0-9])(?![ -]sterling(?![a-z0-9]))")
"""Money or weight; lbs are weight."""
_AND_A_HALF = re.compile(r" and a half(?![a-z]| (?:million|billion))")
_BELOW_ZERO = re.compile(r"(?<=[ce℃es]) below (?:zero|freezing)(?![a-z])")

_WIDEST = 60
"""Characters to either side in which a word for money or weight is looked for."""
_MANY = 10_000.0
"""Where no word tells, pounds from here on are money."""

_MONEY = (
    "account allowance appeal auction award balance bank benefit bet bid bill bond bonus bought "
    "budget buy cash charge charit cheap cheque compensat contract cost damages deal dear debt "
    "deposit discount donat dividend earn expens fare fee fees fine fined fund grant income "
    "inherit invest invoice lend levy loan loss mortgage offer overdraft owe paid pay pension "
    "premium price prize profit raised rent revenue reward salar sale sav sell sold spend spent "
    "stake subsid tariff tax tender ticket transfer turnover valu wage worth"
)
_WEIGHT = (
    "babies baby bench cargo deadlift diet freight heav heft kilo lift lighter luggage muscle "
    "obese overweight payload scales squat thrust tipped torque underweight weigh"
)
_OF_MONEY = (
    "aid assets budget capital cash compensation cuts damage debt equity fees fines funding funds "
    "income investment loans losses money profit public revenue sales savings sponsorship support "
    "tax taxpayer"
)


def _cue(stems: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(stems.split())})")


_MONEY_CUE, _WEIGHT_CUE = _cue(_MONEY), _cue(_WEIGHT)
_OF = re.compile(rf" of (?!(?:{'|'.join(_OF_MONEY.split())})(?![a-z]))")
_RATE = re.compile(r" (?:a|an|per|each|every) (?:year|month|week|day|night|hour|head|person|user)")
_MAGNITUDE = re.compile(r"(?:[mbt]r?illion|thousand|\d ?(?:m|bn|k))$")
_SENTENCE_END = re.compile(r"[.!?;。！？；](?![0-9])")
_LAST_NUMBER = re.compile(r"(?<![0-9,])[0-9][0-9,]*+$")


def unit(text: str, at: int) -> ParsedUnit | None:
    """Read the unit that starts at `at` and is more than a word of the table."""
    if match := _TIMES.match(text, at):
        return ParsedUnit(TIMES, 1.0, match.end())
    if match := _HUNDREDTHS.match(text, at):
        return ParsedUnit(match.lastgroup or "", 0.01, match.end())
    if (match := _POUNDS.match(text, at)) and _are_money(text, at, match.end()):
        return ParsedUnit("GBP", 1.0, match.end())
    return None


def behind_unit(text: str, quantity: ParsedQuantity) -> None:
    """Take in what follows a unit: three years and a half, five degrees below zero."""
    if match := _AND_A_HALF.match(text, quantity.end):
        quantity.add(0.5)
        quantity.end = match.end()
    if quantity.low >= 0 and (below := _BELOW_ZERO.match(text, quantity.end)):
        quantity.low, quantity.high, quantity.end = -quantity.high, -quantity.low, below.end()


def _are_money(text: str, number_end: int, unit_end: int) -> bool:
    """Tell whether pounds behind a number are a currency rather than a weight.

    Args:
        text: lower-case English text.
        number_end: code point after the number.
        unit_end: code point after the word.
    """
    before = text[max(0, number_end - _WIDEST) : number_end]
    after = text[unit_end : unit_end + _WIDEST]
    if _OF.match(after):
        return False
    said = _SENTENCE_END.split(before)[-1] + "\n" + _SENTENCE_END.split(after)[0]
    if _WEIGHT_CUE.search(said):
        return False
    return bool(
        _MONEY_CUE.search(said)
        or _RATE.match(after)
        or _MAGNITUDE.search(before)
        or _amount(before) >= _MANY
    )


def _amount(before: str) -> float:
    digits = _LAST_NUMBER.search(before)
    return float(digits[0].replace(",", "")) if digits else 0.0
