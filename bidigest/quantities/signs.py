"""Whether a number is below zero, by a sign or by a word.

Signs: -3 %, 零下 5 度, 负 0.5 %, minus 22 degrees, accounting brackets, ±3. Words that give the size of a
loss or a fall: 亏损3.2亿元, down 12.5 %. Such a figure agrees with the one that carries the sign
instead: 净利润-3.2亿元, -12.5 %. A level that something fell to (降至3%) is no fall.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bidigest.languages.numeral import Numeral
from bidigest.languages.zh.scripts import HAN
from bidigest.quantities.rare_notations import ACCOUNTED
from bidigest.quantities.unit_words import CURRENCIES, PERCENT

_NEGATIVE = rf"零下 ?|(?<![正背担债抱欺胜])负 ?|(?<![a-z])(?:minus|negative) |{ACCOUNTED}-"
_WORD = re.compile(rf"(?:(?P<both>±|plus or minus |正负 ?)|(?P<minus>{_NEGATIVE}))$")
_DASH = re.compile(rf"(?:^|[\s(（,，;；:：、|])(?P<sign>[+-])$|(?P<han>[{HAN}])(?P<joined>[+-])$")
SECOND = rf"(?:{_NEGATIVE}|-(?=[\d$€£¥₹]))"
"""A sign of the upper end of a range."""
_SIGNED = frozenset((PERCENT, "percentage point", "°C", "°F"))
_MEASURED_IN = re.compile(
    r"(?:润|净利|收益|盈利|比|速|增长|[幅率额流温差绩]|余额|流[出入]|结余|海拔|水位|高程|盈余|收入|变[动化]|贡献|净[值资]产?|回报|[为是达至到约报])$"
)
"""What may be below zero: an amount of money behind it is negative, not a dash's next item."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, where it begins, and whether the writer may have meant a dash instead."""

    kind: Literal["minus", "plus", "both"]
    start: int
    joined: bool = False


def before(text: str, at: int, floor: int) -> Sign | None:
    """Find the sign that ends at `at`.

    Args:
        text: folded, lower-case text.
        at: code point at which the number, or the currency before it, begins.
        floor: code point before which nothing may be taken in.
    """
    window = text[max(floor, at - 14) : at]
    offset = at - len(window)
    if match := _WORD.search(window):
        return Sign("both" if match["both"] else "minus", offset + match.start())
    if (match := _DASH.search(window)) is None or (offset > 0 and match.end() == 1):
        return None
    return Sign("minus" if window[-1] == "-" else "plus", at - 1, joined=bool(match["han"]))


def inside(text: str, start: int, number: int) -> Sign | None:
    """Find the sign between a currency and its number: $-750.

    Args:
        text: folded, lower-case text.
        start: code point at which the currency begins.
        number: code point at which the number begins.
    """
    return Sign("minus", start) if text[start:number].endswith("-") else None


def signed(number: Numeral, sign: Sign | None) -> Numeral:
    """Apply a sign to a number; a tolerance (±) reaches as far below zero as above."""
    if sign is None or sign.kind == "plus":
        return number
    return number.negated() if sign.kind == "minus" else replace(number, low=-number.high)


def is_meant(text: str, sign: Sign, unit: str) -> bool:
    """Tell a sign from a dash: 净利润-3.2亿元 and 同比-12.5%, but neither 腾讯-3亿元 nor 三班-40人.

    Args:
        text: folded, lower-case text.
        sign: the sign in question.
        unit: name of the unit that the number has.
    """
    if not sign.joined or unit in _SIGNED:
        return True
    if unit not in ("", "m") and unit.partition("/")[0] not in CURRENCIES:
        return False
    return bool(_MEASURED_IN.search(text[max(0, sign.start - 4) : sign.start]))


_NEAR = 24
"""Characters on either side in which the word stands."""
_FALL_BEFORE = re.compile(
    r"(?:亏损?|蚀|[下年月季]?[降减跌滑]|下挫|减少|降低|减[少低]|缩[水减]|萎缩|回落|衰退|赤字|逆差|净流出|负增长)"
    r"(?:幅度?|额|金额|规模)?[了约近达为逾超]?(?:高达|超过)? ?$"
    r"|(?<![a-z])(?:loss(?:es)?|deficit|decline|drop|fall|decrease|shortfall|contraction|outflows?|reduction)"
    r"(?: (?:of|was|were|reached|totall?ed|widened to|narrowed to))? $"
    r"|(?<![a-z])(?:fell|declined|dropped|decreased|shrank|down|lost|losing|slid|slipped|tumbled|plunged"
    r"|contracted|sank|fallen|falling|shed|shrunk|eased|retreated)(?: by)? $"
)
_FALL_AFTER = re.compile(
    r" (?:year-on-year |annual |quarterly |monthly )?(?:lower|less|drop|decline|fall|decrease|loss|deficit|contraction"
    r"|reduction|downturn|slump)(?![a-z])|的?(?:亏损|降幅|跌幅|减幅|下滑|下降|下跌|衰退|赤字|逆差)"
)


def is_decrease(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a figure call it a loss or a fall.

    Args:
        text: folded, lower-case text.
        start: code point at which the figure begins.
        end: code point after it.
    """
    before = text[max(0, start - _NEAR) : start]
    return bool(_FALL_BEFORE.search(before) or _FALL_AFTER.match(text, end, end + _NEAR))
