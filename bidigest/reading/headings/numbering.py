"""Numbers that headings begin with, in the styles of Chinese and English reports."""

from __future__ import annotations

import re

_CHINESE = "一二三四五六七八九十百零〇两"
_STYLES = (
    ("chapter", re.compile(rf"第[{_CHINESE}\d]{{1,4}}[章节節部篇讲講步][分]?[:：、.]?[ \t]*")),
    ("chinese", re.compile(rf"[{_CHINESE}]{{1,3}}[、．.][ \t]*")),
    ("chinese-brackets", re.compile(rf"[(（][{_CHINESE}]{{1,3}}[)）][、]?[ \t]*")),
    ("decimal-4", re.compile(r"\d{1,2}(?:\.\d{1,2}){3}[.、:：]?[ \t]*")),
    ("decimal-3", re.compile(r"\d{1,2}(?:\.\d{1,2}){2}[.、:：]?[ \t]*")),
    ("decimal-2", re.compile(r"\d{1,2}\.\d{1,2}(?![\d%％])[.、:：]?[ \t]*")),
    ("decimal", re.compile(r"\d{1,2}(?:[.．][ \t]+|[.．](?=[^\s\d])|、[ \t]*)")),
    ("brackets", re.compile(r"[(（]?\d{1,2}[)）][ \t]*")),
    ("circled", re.compile(r"[①-⑳][ \t]*")),
    ("word", re.compile(r"(?:Chapter|Section|Part|Step|Appendix)\s\w{1,4}[:.]?[ \t]+", re.I)),
    ("roman", re.compile(r"[IVX]{1,5}[.)][ \t]+")),
)


def numbering(title: str) -> tuple[str, int]:
    """Return style and length of the number that a title begins with; ("", 0) if it has none."""
    for style, pattern in _STYLES:
        if match := pattern.match(title):
            return style, match.end()
    return "", 0
