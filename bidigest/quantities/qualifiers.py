"""The words around a number that make it a bound or an estimate."""

from __future__ import annotations

import re

from bidigest.languages.parsed_quantity import Sense
from bidigest.languages.patterns import either

_LIST = "quantities/qualifiers"
_SENSES: dict[Sense, str] = {
    sense: either(_LIST, sense) for sense in ("about", "over", "under", "exactly")
}
_WIDEST = 20
"""Characters before the number in which its qualifier is looked for."""


def _ordered(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_LAST = frozenset(
    word[-1]
    for words in _SENSES.values()
    for word in re.sub(r"\(\?<!\[.*?\]\)|\\\.\?|\?", "", words).split("|")
) | frozenset(".=<>s" + either(_LIST, "verb"))
_ADVERB = "(?:well |just |far |slightly )?"
_BEFORE = re.compile(
    "(?:"
    + "|".join(
        f"(?P<{sense}>(?:(?<![a-z])|(?=[<>=~≈≥≤])){_ADVERB if sense != 'exactly' else ''}(?:{_ordered(_SENSES[sense])}))"
        for sense in ("under", "over", "about", "exactly")
    )
    + rf")(?:{either(_LIST, 'verb')})?[ *]{{0,4}}$"
)
_AFTER = re.compile(
    rf" ?(?:(?P<over>{either(_LIST, 'over after')})|(?P<under>{either(_LIST, 'under after')})"
    rf"|(?P<about>{either(_LIST, 'about after')}))"
)


_COMPASS = re.compile(r"(?<![a-z])(?:just |well )?(?:(?P<over>north)|south) of $")
"""North of $3 billion; what is north of 40 degrees lies there."""
_MONEY = frozenset("$€£¥₹")


def qualifier_before(text: str, at: int, floor: int) -> tuple[Sense, int] | None:
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
