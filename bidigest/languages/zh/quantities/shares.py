"""Shares and multiples in Chinese that have no unit of their own: 三分之二, 过半, 每 3 家中有 1 家, 翻一番."""

from __future__ import annotations

import re

from bidigest.languages.parsed_quantity import (
    PERCENT,
    TIMES,
    ParsedQuantity,
    ReadNumber,
    rounded_share,
    tidy,
)
from bidigest.languages.zh.quantities import numerals

_NEAR = 60
"""Characters after a number in which the rest of a share is looked for: keeps the time linear."""

_HALF = re.compile(r"(?:一半|(?<![多各])半数)(?![导径])|(?<![不通经超])(?P<most>过半)(?![数百])")
_DOUBLED = re.compile(
    r"翻了?(?P<about>近|约|将近|大约)?(?:(?P<times>[一两二三四五六七八九十\d]{1,2})番|一?倍|番(?![了地茄薯]))"
)
_EACH = re.compile(
    r" ?(?:个|名|位|家|人|户|只|辆|件)?(?:[^\W\d_a-z]|\0){0,8}?(?:[中里内]|当中|之中)?[,，]?(?:就|便|约"
    r"|仅|只)?有 ?"
)
_MEASURE = re.compile(r" ?[个名位家人户只辆件]")


def read(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read the share or multiple that starts at `at`, if one does.

    Args:
        text: folded, lower-case text.
        at: code point at which it begins.
        read_number: reads numbers, however they are written.
    """
    if text[at] in "过翻":
        return _half(text, at) or _doubled(text, at, read_number)
    if text[at].isascii():
        return _of_each(text, at, read_number) if text[at].isdigit() else None
    return _half(text, at) or _parts(text, at, read_number) or _of_each(text, at, read_number)


def _half(text: str, at: int) -> ParsedQuantity | None:
    if text.startswith("百分百", at):
        return ParsedQuantity(100.0, 100.0, PERCENT, at, at + 3)
    match = _HALF.match(text, at)
    if match is None:
        return None
    found = rounded_share(50.0, at, match.end())
    if match["most"]:
        found.high, found.approximate = 100.0, False
    return found


def _doubled(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    match = _DOUBLED.match(text, at)
    if match is None:
        return None
    times = read_number(match["times"], 0) if match["times"] else None
    if match["times"] and (times is None or times.high > 20):
        return None
    multiple = 2.0 ** (times.low if times else 1)
    return ParsedQuantity(
        multiple, multiple, TIMES, at, match.end(), approximate=bool(match["about"])
    )


def _parts(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read 三分之二; a hundredth, thousandth or ten-thousandth is not rounded."""
    whole = read_number(text, at) if text.find("分之", at, at + _NEAR) >= 0 else None
    if text.startswith("百分之", at):
        return None
    if whole is None or not text.startswith("分之", whole.end) or whole.low <= 0:
        return None
    part = numerals.read(text, whole.end + 2) or read_number(text, whole.end + 2)
    if part is None:
        return None
    low, high = (tidy(100 * end / whole.low) for end in (part.low, part.high))
    loose = part.approximate or whole.low < 100
    return ParsedQuantity(low, high, PERCENT, at, part.end, approximate=loose)


def _of_each(text: str, at: int, read_number: ReadNumber) -> ParsedQuantity | None:
    """Read 每 3 家中有 1 家."""
    start = at - 2 if text[max(at - 2, 0) : at] == "每 " else at - 1
    if start < 0 or text[start] != "每":
        return None
    whole = read_number(text, at)
    between = _EACH.match(text, whole.end) if whole else None
    part = read_number(text, between.end()) if between else None
    measure = _MEASURE.match(text, part.end) if part else None
    if whole is None or part is None or measure is None or not 0 < part.low <= whole.low:
        return None
    return rounded_share(100 * part.low / whole.low, start, measure.end())
