"""What only joins a sentence to the one before, and may be left out: However, 因此, 2、, 【外电】.

None is taken off in the middle of a word (Some, 但丁), nor where it joins nothing (so far,
不过三年).
"""

from __future__ import annotations

import re

from bidigest.languages.patterns import either, pattern
from bidigest.languages.word_lists import all_words
from bidigest.languages.zh.scripts import HAN
from bidigest.languages.zh.segmentation import tagged

_BEFORE_COMMA = pattern("features/connectives", "before comma", behind=r"\s*[,，、:：]\s*(?=\S)")
_LABEL = pattern("features/connectives", "label", behind=r"\s*(?=\S)")
_IN_ENGLISH = pattern("features/connectives", "before words", behind=r"\s+(?=\S)")
_NO_SO = pattern("features/connectives", "no so")
_IN_CHINESE = all_words("features/connectives", "before subjects")
_BEGINNINGS = tuple(sorted(_IN_CHINESE))
_NO_NUMBER_AFTER = all_words("features/connectives", "no number after")
_ENTRY = re.compile(
    rf"(?:\d{{1,2}}[、.．)）]|[(（][\d一二三四五六七八九十]{{1,2}}[)）])[ \u3000]?(?=[{HAN}《“「])"
    rf"|[①-⑳][ \u3000]?|[一二三四五六七八九十]{{1,2}}、(?![一二三四五六七八九十])(?=[{HAN}《“「])"
    r"|(?:\d{1,2}[.)]|\(\d{1,2}\)) +(?=[a-z])"
    r"|\d{1,2} +(?=(?:the|an?|it|i|we|you|there|this|these)\b)"
    rf"|(?:0\d|[1-9]\d?)(?: \d)? (?=[{HAN}])(?![{either('features/connectives', 'counted')}])"
)
"""The number of a list's entry: 5、, (3), 2., 02 but not that of 3.5亿元, 1、2号机组 or 3 个月."""
_LOOKED_AT = 24
"""Code points of a sentence that are segmented to see what follows its connective."""
_SUBJECTS = re.compile(r"(?:n|vn|r|eng|j|l|t|s|ns|nr|nt|nz|m|b|f|i)")


def after_connectives(text: str, start: int, end: int) -> int:
    """Find where the connectives end with which a stretch of folded text begins.

    Args:
        text: the sentence, folded.
        start: code point at which the stretch begins.
        end: code point after it.

    Returns:
        `start` where there are none, or nothing would be left.
    """
    entry = _ENTRY.match(text, start, end)
    at = entry.end() if entry else start
    while (after := _after_one(text, at, end)) > at:
        at = after
    return at if at < end else start


def _after_one(text: str, start: int, end: int) -> int:
    if match := _BEFORE_COMMA.match(text, start, end) or _LABEL.match(text, start, end):
        return match.end()
    match = _IN_ENGLISH.match(text, start, end)
    if match and not _NO_SO.match(text, start, end):
        return match.end()
    return _after_chinese(text, start, end)


def _after_chinese(text: str, start: int, end: int) -> int:
    """Skip a connective without a comma: only before what may be a subject or its place."""
    if not text.startswith(_BEGINNINGS, start, end):
        return start
    words = tagged(text[start : min(end, start + _LOOKED_AT)], new_words=False)
    if len(words) < 2 or words[0][0] not in _IN_CHINESE:
        return start
    connective = words[0][0]
    space = len(words) > 2 and words[1][0].isspace()
    word, tag = words[1 + space]
    if tag == "m" or word[0].isdigit():
        joins = connective not in _NO_NUMBER_AFTER
    elif word == "," or tag == "x":
        joins = False
    elif len(word) == 1 and not word.isascii():
        joins = tag == "p" and connective in ("但是", "然而", "但")
    else:
        modifies = (2 + space) < len(words) and words[2 + space][0] == "的"
        joins = _SUBJECTS.match(tag) is not None or modifies
    return start + len(connective) + (len(words[1][0]) if space else 0) if joins else start
