"""Measures of a stretch of text: how long it looks, and how it ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from bidigest.languages.zh.scripts import HAN
from bidigest.model import Span

_WIDE = re.compile(rf"[{HAN}\u3000-\u303f\u3040-\u30ff\uac00-\ud7af\uff01-\uff60]+")
_VISIBLE = re.compile(r"[^\W_]|[\u2190-\u2bff\U0001f000-\U0001faff]")
_ENDS = re.compile(r"[。！？!?…；;.｡][”’」』）)】》\"'*_~`¶\]\s]*\Z")
_INSIDE = re.compile(r"[。！；;…]|[.!](?=\s+[A-Z\d\"“])")
_ASKED = re.compile(r"[？?]")
_SAID = re.compile(r"\w")
NEWLINE = re.compile(r"\r\n|\r|\n")


def width(text: str) -> int:
    """Count columns on a screen: a Han character takes two.

    That is how wide a line stands. `formats.lines.width` and `features.standalone.width` weigh how
    much a text says, in letters and in Han characters.
    """
    return len(text) + sum(map(len, _WIDE.findall(text)))


def has_visible(text: str) -> bool:
    """Tell whether there is a letter, a digit or a pictogram."""
    return bool(_VISIBLE.search(text))


def ends_statement(text: str) -> bool:
    """Tell whether the text ends where a sentence does."""
    return bool(_ENDS.search(text[-20:]))


def holds_statement(text: str) -> bool:
    """Tell whether a sentence ends in it, other than with a question mark at its very end."""
    if _INSIDE.search(text) or (_ENDS.search(text[-20:]) and not _asks(text)):
        return True
    asked = _ASKED.search(text)
    return bool(asked and _SAID.search(text, asked.end()))


def _asks(text: str) -> bool:
    return text.rstrip(" \t”’」』）)】》\"'*_~`¶")[-1:] in "？?"


def inside_brackets(line: str, pairs: Sequence[str]) -> str:
    """Return `x` of `(x)`; empty where no one of these pairs holds the whole line by itself."""
    inside = line[1:-1]
    alone = line[:1] + line[-1:] in pairs and not set(inside) & set("".join(pairs))
    return inside if alone else ""


def line_spans(text: str) -> list[Span]:
    """Split a text into lines without their newlines, as editors and Markdown count them."""
    starts, ends = [0], []
    for match in NEWLINE.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    ends.append(len(text))
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]


def overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of these sorted, separate spans shares a character with this one."""
    index = bisect_right(spans, span)
    after = index < len(spans) and spans[index].start < span.end
    return after or (index > 0 and spans[index - 1].end > span.start)


_PROSE_SIGNS = frozenset(",.;:!?'\"()-–—’‘“”，。、；：！？（）「」『』《》…")
_PROSE_LETTERS = 0.98
_LONGEST_SENTENCE = 400
"""Code points; code has as many words and hardly a full stop."""
_FULL_STOP = re.compile(r"[。！？!?]|[a-z]\.(?=\s|$|[”\"'’)])")


def is_plain_prose(text: str) -> bool:
    """Tell whether preformatted text is prose, as old pages and archives of mail have it.

    Its lines are mostly words, with the signs of prose and few others, and it has sentences.
    """
    letters = sum(c.isalnum() or c.isspace() or c in _PROSE_SIGNS for c in text)
    sentences = len(_FULL_STOP.findall(text))
    return letters >= _PROSE_LETTERS * len(text) and sentences * _LONGEST_SENTENCE >= len(text)
