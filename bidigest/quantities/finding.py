"""Find the figures of a stretch of text, in one pass."""

from __future__ import annotations

import re

from bidigest.model import Figure, Span
from bidigest.quantities import (
    chinese_phrases,
    decreases,
    discounts,
    english_phrases,
    measurements,
    numerals,
    qualifiers,
    shares,
    sums,
    units,
)
from bidigest.quantities.draft import Draft
from bidigest.quantities.masking import plain
from bidigest.quantities.names import PERCENT
from bidigest.quantities.unit_words import CURRENCIES

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|tens|"
    "dozens|hundreds|thousands|millions|billions|trillions|several|few|many|twice|thrice|twofold"
    "|threefold|"
    "fourfold|fivefold|sixfold|sevenfold|eightfold|ninefold|tenfold|hundredfold|doubled|doubling"
    "|tripled|"
    "tripling|trebled|trebling|quadrupling|quintupling|quadrupled|quintupled|double|triple"
)
_ARTICLED = (
    "an? (?:half|third|quarter|fifth|tenth|few|dozen|hundred|thousand|million|billion|trillion)"
)
_ARTICLE = (
    "些种種致旦步样樣方切直下定般份篇项項系体體家位名条條场場次起件款套句本张張支]"
    "|[个個](?![半月小百多星世钟鐘季基亿億来來]))"
)
"""What makes 一 an article or part of a word."""
_START = re.compile(
    rf"一(?![{_ARTICLE}|[0-9二两三四五六七八九十百千万亿半]|[数几](?=[十百千万亿]|个亿)"
    rf"|好几(?=[十百千万亿]|个亿)|过半|零(?=点[一二三四五六七八九])|翻(?=[了一两二三四五番倍0-9])"
    rf"|{chinese_phrases.START}|[{numerals.FRACTIONS}]"
    rf"|(?<![a-z])(?=[acdefhlmnoqrst])(?:{_WORDS}|{_ARTICLED}|{english_phrases.START})(?![a-z])"
)
_POSSIBLE = re.compile(
    r"[0-9０-９二两兩三四五六七八九百千万萬亿億翻]|十(?!分)|[得獲获打拿扣加減减給给評评满滿了]十分"
    rf"|半(?![导導径徑])|腰[斩斬]|[对對]折|[个個]把|零[点點]|[数數]以|[壹貳贰叁參陆陸伍柒捌玖拾佰仟{numerals.FRACTIONS}]"
    rf"|一(?![{_ARTICLE}"
    rf"|(?<![a-z])(?=[acdefhlmnoqrst])(?:{_WORDS}|{_ARTICLED}|{english_phrases.START})(?![a-z])"
)
_PAST = re.compile(
    r"[0-9]++(?:[.,][0-9]++)*+[a-z]*+|[零〇一二两三四五六七八九十百千万亿]++|[a-z]++|.", re.DOTALL
)
_CHANGING = frozenset((PERCENT, "percentage point", "basis point", *CURRENCIES))
"""Units of what is told with a sign or with a word for a fall."""
_NOT_OVER = frozenset(("over", "within", "近"))


def find_figures(text: str, span: Span) -> tuple[Figure, ...]:
    """Find the figures within a span, in order and not overlapping.

    Args:
        text: a whole text as its source has it.
        span: where to look.

    Returns:
        Figures whose spans count code points of `text`.
    """
    stretch = text[span.start : span.end]
    if not _POSSIBLE.search(stretch.lower()):
        return ()
    found: list[Draft] = []
    bare, at, floor = plain(stretch.replace("\n", " ")), 0, 0
    while match := _START.search(bare, at):
        drafts = _read(bare, match.start(), floor)
        _take_in(bare, found, drafts)
        at = floor = drafts[-1].end if drafts else floor
        if not drafts:
            past = _PAST.match(bare, match.start())
            at = past.end() if past else match.end()
    return tuple(_figure(draft, span.start) for draft in found)


def _take_in(text: str, found: list[Draft], drafts: list[Draft]) -> None:
    """Add drafts to those found, the first merged with the one before where both give one amount."""
    if found and drafts and (one := sums.summed(text, found[-1], drafts[0])):
        found[-1] = one
        drafts = drafts[1:]
    found += drafts


def _read(text: str, at: int, floor: int) -> list[Draft]:
    share = (
        chinese_phrases.read(text, at) or english_phrases.read(text, at) or shares.read(text, at)
    )
    drafts = [share] if share else measurements.read(text, at, floor)
    for draft in drafts:
        _qualify(text, draft, floor)
        discounts.left_over(text, draft)
        if draft.low >= 0 and draft.unit in _CHANGING:
            draft.decrease = decreases.is_told(text, draft.start, draft.end)
    return drafts if drafts and all(draft.certain for draft in drafts) else []


def _qualify(text: str, draft: Draft, floor: int) -> None:
    """Take in the qualifiers on both sides."""
    number = draft.low
    if before := qualifiers.before(text, draft.start, floor):
        sense, start = before
        if not _is_of_time(text[start : draft.start], draft):
            draft.qualify(sense)
            draft.start, draft.certain = start, True
    elif (
        (draft.bare or not draft.certain)
        and draft.low > 0
        and draft.start > floor
        and text[draft.start - 1 : draft.start] in ("上", "过", "成")
    ):
        draft.start, draft.certain, draft.approximate = draft.start - 1, True, True
        draft.high = number * 10
    if after := qualifiers.after(text, draft.end):
        draft.qualify(after[0])
        draft.end, draft.certain = after[1], True


def _is_of_time(words: str, draft: Draft) -> bool:
    """Tell a time span from a bound: 近三年 is the last three years, over two years may be during them."""
    return units.is_time(draft.unit) and words.strip(" *") in _NOT_OVER


def _figure(draft: Draft, offset: int) -> Figure:
    span = Span(draft.start + offset, draft.end + offset)
    return Figure(draft.low, draft.high, draft.unit, draft.approximate, span, draft.decrease)
