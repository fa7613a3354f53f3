"""What headings, labels and their kinds are known by: words, and numbers that they begin with.

The words are those of `languages/*/headings.txt`, looked up in folded text in lower case, so that
each stands once for both Chinese scripts; the numbers are of the styles of Chinese and English
reports.
"""

from __future__ import annotations

import re

from bidigest.languages.patterns import pattern

CATEGORY = pattern("headings", "category")
"""A label that says what kind of statement follows, and is no part of it."""

INTRODUCES = pattern("headings", "introduces", flags=re.IGNORECASE)
"""Words of a line with a colon that leads to what follows, as no title does."""

STANDARD_TITLE = pattern("headings", "standard title")
"""A title that reports share, known even without any mark of a heading."""

OF_ANY_MATTER = pattern("headings", "of any matter")
"""A title that tells nothing of what stands below it."""

KEYWORDS = pattern("headings", "keywords")

LINKS = pattern("headings", "links")

INSTRUCTIONS = pattern("headings", "instructions")
"""A label of instructions to the author of the text, a person or a model."""

_CHINESE = "一二三四五六七八九十百零〇两壹贰貳叁參肆伍陆陸柒捌玖拾"
_STYLES = (
    ("chapter", re.compile(rf"第[{_CHINESE}\d]{{1,4}}[章节節部篇讲講步][分]?[:：、.]?[ \t]*")),
    ("chinese", re.compile(rf"[{_CHINESE}]{{1,3}}[、．.][ \t]*")),
    ("chinese-brackets", re.compile(rf"[(（][{_CHINESE}]{{1,3}}[)）][、]?[ \t]*")),
    ("decimal-4", re.compile(r"\d{1,2}(?:\.\d{1,2}){3}[.、:：]?[ \t]*")),
    ("decimal-3", re.compile(r"\d{1,2}(?:\.\d{1,2}){2}[.、:：]?[ \t]*")),
    ("decimal-2", re.compile(r"\d{1,2}\.\d{1,2}(?![\d%％])[.、:：]?[ \t]*")),
    ("decimal", re.compile(r"\d{1,2}(?:[.．][ \t]+|[.．](?=[^\s\d])|、[ \t]*)")),
    ("zero", re.compile(r"0[1-9](?:[ \t]*(?:[|｜丨]|[/–—:：-](?![ \t]*\d))[ \t]*|[ \t]+)")),
    ("brackets", re.compile(r"[(（]?\d{1,2}[)）][ \t]*")),
    ("circled", re.compile(r"[①-⑳][ \t]*")),
    ("word", re.compile(r"(?:Chapter|Section|Part|Step|Appendix)\s\w{1,4}[:.]?[ \t]+", re.I)),
    ("roman", re.compile(r"[IVX]{1,5}[.)][ \t]+")),
)


def numbering(title: str) -> tuple[str, int]:
    """Return style and length of the number that a title begins with; ("", 0) if it has none."""
    for style, number in _STYLES:
        if match := number.match(title):
            return style, match.end()
    return "", 0
