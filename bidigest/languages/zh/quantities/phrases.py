"""Chinese phrases that are quantities as a whole: 减半, 打八五折, 升息一码, 数以万计, in folded text."""

from __future__ import annotations

import re
from collections.abc import Callable

from bidigest.languages.parsed_quantity import PERCENT, ParsedQuantity, ReadNumber, tidy
from bidigest.languages.zh.quantities import numerals
from bidigest.languages.zh.quantities.numerals import DIGITS

_HALVED = re.compile(
    r"(?:减|砍|折|削)了?半(?![导径数年个天月小信])|腰斩(?![断首于示])|半价(?!值)|(?<=打)对折|对折(?=[优特促价起出售销])"
)
_MOST = re.compile(r"大半(?![圆天夜辈生年月截晌圈])")
_DISCOUNT = re.compile(r"(?P<han>[一二三四五六七八九]{1,2})折|(?P<digits>[1-9](?:\.\d|\d)?)折")
_FOLDED = re.compile(r"[叠扇返旧合射磨断线页纸子戟腾转桂回弯痕冲]|扣?[^。，]{0,2}骨")
_STEP = re.compile(r"(?P<times>[一二两三四五六七八]|半|[1-9](?:\.5)?)码")
_RATES = re.compile(r"(?:[升降加减调]息|利率|[升降])[^。；]{0,10}$")
_QUARTERS = re.compile(r"(?P<times>[一两二三])刻钟")
_ABOUT_ONE = re.compile(r"个把(?P<unit>小时|钟头|星期|礼拜|月|年)")
_TIMES = {
    "小时": "hour",
    "钟头": "hour",
    "星期": "week",
    "礼拜": "week",
    "月": "month",
    "年": "year",
}
_COUNTED_IN = re.compile(r"数以(?P<size>[十百千万亿]{1,3})计")

START = r"[减砍折削]了?半|腰斩|对折|大半|个把|数以|[1-9](?:\.\d|\d)?折|半码|半价"
"""Where such a phrase begins, beside the numerals."""


def read(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read the phrase that starts at `at`, if one does.

    Args:
        text: folded, lower-case text.
        at: code point at which it begins.
        read_number: reads numbers, however they are written.
    """
    if "a" <= text[at] <= "z":
        return None
    found = next((found for reader in _READERS if (found := reader(text, at))), None)
    return found or _rate_step(text, at, read_number)


def _halved(text: str, at: int) -> ParsedQuantity | None:
    """Read 减半, 腰斩, 打对折: by half, and so half is left."""
    match = _HALVED.match(text, at)
    return match and ParsedQuantity(50.0, 50.0, PERCENT, at, match.end(), approximate=True)


def _most(text: str, at: int) -> ParsedQuantity | None:
    match = _MOST.match(text, at)
    return match and ParsedQuantity(50.0, 100.0, PERCENT, at, match.end())


def _discount(text: str, at: int) -> ParsedQuantity | None:
    """Read a discount: 打八五折 leaves 85 %."""
    match = _DISCOUNT.match(text, at)
    if match is None or _FOLDED.match(text, match.end()) or text[at - 1 : at] in ("波", "曲"):
        return None
    digits = match["digits"] or "".join(str(DIGITS[d]) for d in match["han"])
    share = float(digits) * (10 if len(digits.partition(".")[0]) == 1 else 1)
    return ParsedQuantity(tidy(share), tidy(share), PERCENT, at, match.end())


def _rate_step(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read 升息一码: a quarter of a percentage point, as Taiwan's papers count."""
    match = _STEP.match(text, at)
    if match is None or not _RATES.search(text[max(0, at - 16) : at]):
        return None
    times = read_number(match["times"], 0)
    size = 25.0 * times.low if times else 25.0
    return ParsedQuantity(size, size, "basis point", at, match.end())


def _quarters(text: str, at: int) -> ParsedQuantity | None:
    match = _QUARTERS.match(text, at)
    if match is None:
        return None
    minutes = 15.0 * DIGITS[match["times"]]
    return ParsedQuantity(minutes, minutes, "minute", at, match.end())


def _about_one(text: str, at: int) -> ParsedQuantity | None:
    match = _ABOUT_ONE.match(text, at)
    return match and ParsedQuantity(
        1.0, 1.0, _TIMES[match["unit"]], at, match.end(), approximate=True
    )


def _counted_in(text: str, at: int) -> ParsedQuantity | None:
    """Read 数以万计: from one to ten times that many."""
    match = _COUNTED_IN.match(text, at)
    size = numerals.value(match["size"]) if match else None
    if match is None or size is None:
        return None
    return ParsedQuantity(size[0], 10 * size[0], "", at, match.end(), approximate=True)


_READERS: tuple[Callable[[str, int], ParsedQuantity | None], ...] = (
    _halved, _most, _discount, _quarters, _about_one, _counted_in,
)  # fmt: skip
