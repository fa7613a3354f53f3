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
_GIVEN_BY_PROGRAMS = frozenset(
    "untitled unnamed document download file page index new copy text article "
    "无标题 未命名 新建 文档 文本 文章 新建文档 新建文本 新建文本文档 無標題 文件 新文件".split()
)
"""What programs call a file that nobody has named; a number may follow."""

_SHORTEST_HASH = 6


def source_name(document: Document) -> str:
    """Choose the title; else the file's name in words; else the first words of the text."""
    stem = PurePosixPath(document.path).stem
    if document.title and document.title != stem:
        return document.title
    words = [word for word in _SEPARATORS.split(stem) if word]
    if not all(map(_says_nothing, words)):
        return " ".join(words)
    return _first_words(document) or document.title or document.path


def _says_nothing(word: str) -> bool:
    """Tell whether a part of a file's name is one that a machine has given."""
    folded = word.casefold()
    name = folded.rstrip("0123456789")
    hexadecimal = len(word) >= _SHORTEST_HASH and not folded.strip("0123456789abcdef")
    counted = any(each.isdigit() for each in word)
    return name in _GIVEN_BY_PROGRAMS or len(name) < 2 or (hexadecimal and counted)


def _first_words(document: Document) -> str:
    if not document.sentences:
        return ""
    text = one_line(wording(document, document.sentences[0].span))
    longest = _LONGEST_HAN if document.language == "zh" else _LONGEST_LATIN
    if len(text) > longest:
        cut = text[:longest]
        text = (cut if document.language == "zh" else cut.rpartition(" ")[0] or cut) + "…"
    return f"“{text}”" if document.script != "Hant" else f"「{text}」"
