"""The words around a number that make it a bound or an estimate."""

from __future__ import annotations

import re
from typing import Literal

Sense = Literal["about", "over", "under", "exactly"]

_SENSES: dict[Sense, str] = {
    "about": "大约|大概|约莫|约为|约有|约占|(?<![节契条预合签公纽违履婚制简特])约|接近|将近"
    "|逼近|(?<![最附邻靠远亲切])近|差不多"
    "|大致|估计|估算|左右|几乎是?|about|around|approximately|approx\\.?|roughly|nearly|almost"
    "|close to|just shy of|shy of"
    "|some|circa|an? estimated|estimated|~|≈",
    "over": "超过了?|超出|(?<![赶反])超|逾|多于|高于|大于|不少于"
    "|不低于|不小于|不下|至少|最少|起码|突破|"
    "more than|greater than|higher than|larger than|over|above|at least|no less than|not less than"
    "|no fewer than|not fewer than|exceeding|exceeds?|exceeded|upwards? of|in excess of|topped|>=?"
    "|≥",
    "under": "不超过|未超过|不高于|不大于|不多于|至多|最多|顶多"
    "|(?<![达找看想得做见受拿买听说料没意])不到|不足|未满|不满|少于"
    "|低于|小于|未达|不及|fewer than|less than|lower than|smaller than|under|below|at most|no "
    "more than"
    "|not more than|up to|within|not exceeding|<=?|≤",
    # These say nothing about the number, but belong to it in the reader's eyes.
    "exactly": "高达|多达|恰好|正好|整整"
    "|as many as|as much as|as high as|as few as|as low as|exactly",
}
_WIDEST = 20
"""Characters before the number in which its qualifier is looked for."""


def _ordered(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_LAST = frozenset(
    word[-1]
    for words in _SENSES.values()
    for word in re.sub(r"\(\?<!\[.*?\]\)|\\\.\?|\?", "", words).split("|")
) | frozenset(".=<>s了有为占是达")
_ADVERB = "(?:well |just |far |slightly )?"
_BEFORE = re.compile(
    "(?:"
    + "|".join(
        f"(?P<{sense}>(?:(?<![a-z])|(?=[<>=~≈≥≤])){_ADVERB if sense != 'exactly' else ''}(?:{_ordered(_SENSES[sense])}))"
        for sense in ("under", "over", "about", "exactly")
    )
    + r")[了有为占是达]?[ *]{0,4}$"
)
_AFTER = re.compile(
    r" ?(?:(?P<over>及以上|或以上|以上|之上|or (?:more|higher|above|over|greater|better)"
    r"|and (?:above|over)"
    r"|plus(?![a-z]))"
    r"|(?P<under>及以下|或以下|以下|以内|之内|or (?:less|fewer|lower|under|below))"
    r"|(?P<about>左右|上下|出头|or so(?![a-z])))"
)


_COMPASS = re.compile(r"(?<![a-z])(?:just |well )?(?:(?P<over>north)|south) of $")
"""North of $3 billion; what is north of 40 degrees lies there."""
_MONEY = frozenset("$€£¥₹")


def before(text: str, at: int, floor: int) -> tuple[Sense, int] | None:
    """Find the qualifier that ends at `at`, and where it begins.

    Args:
        text: folded, lower-case text.
        at: code point at which the number begins.
        floor: code point before which nothing may be taken in.
    """
    window = text[max(floor, at - _WIDEST) : at]
    if text[at : at + 1] in _MONEY and (compass := _COMPASS.search(window)):
        return "over" if compass["over"] else "under", at - len(window) + compass.start()
    bare = window.rstrip(" *")
    if not bare or bare[-1] not in _LAST:
        return None
    if bare[-1] in "<>" and text[at] >= "一":
        # The way to a page: Home > 十大品牌.
        return None
    match = _BEFORE.search(window)
    return match and (_sense(match), at - len(window) + match.start())


def _sense(match: re.Match[str]) -> Sense:
    return next(sense for sense in _SENSES if match.groupdict().get(sense) is not None)


def after(text: str, at: int) -> tuple[Sense, int] | None:
    """Find the qualifier that starts at `at`, and where it ends."""
    match = _AFTER.match(text, at)
    return match and (_sense(match), match.end())
