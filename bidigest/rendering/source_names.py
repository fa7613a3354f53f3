"""What a source is called: its title, or for one without any what a reader knows it by."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from bidigest.model import Document
from bidigest.rendering.escaping import one_line
from bidigest.text.plain_text import wording

_LONGEST_HAN, _LONGEST_LATIN = 20, 48
"""Code points of a source's first words that stand for its title."""

_SEPARATORS = re.compile(r"[\s_.()\[\]\-–—]+")
_SAYS_NOTHING = re.compile(
    r"(?:(?=[a-f]*\d)[0-9a-f]{6,}|\d+|untitled|unnamed|document|download|file|page|index|new|copy"
    r"|text|article|无标题|未命名|新建|文档|文本|文章|無標題|文件)+|[a-z]",
    re.IGNORECASE,
)
"""A part of a file's name that a machine has given, or nobody."""


def source_name(document: Document) -> str:
    """Choose the title; else the file's name in words; else the first words of the text."""
    stem = PurePosixPath(document.path).stem
    if document.title and document.title != stem:
        return document.title
    words = [word for word in _SEPARATORS.split(stem) if word]
    telling = [word for word in words if not _SAYS_NOTHING.fullmatch(word)]
    if telling:
        return " ".join(words)
    return _first_words(document) or document.title or document.path


def _first_words(document: Document) -> str:
    if not document.sentences:
        return ""
    text = one_line(wording(document, document.sentences[0].span))
    longest = _LONGEST_HAN if document.language == "zh" else _LONGEST_LATIN
    if len(text) > longest:
        cut = text[:longest]
        text = (cut if document.language == "zh" else cut.rpartition(" ")[0] or cut) + "…"
    return f"“{text}”" if document.script != "Hant" else f"「{text}」"
