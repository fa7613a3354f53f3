"""Text of other formats as lines of Markdown that show just this text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

IDEOGRAPHS = "\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
CJK = IDEOGRAPHS + "\u3001-\u303f\u3040-\u30ff\uff00-\uffef"
"""Ranges of a character class: Han as files encode it, with radicals, 々 and 〇; and what stands
beside it without a space."""

_WHITE_SPACE = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u00ad]")
_LOOK_ALIKES = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]")
"""Radicals, compatibility forms and ligatures: what some fonts map a character to."""

_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_ENDS_CJK = re.compile(f"[{CJK}]$")
_BEGINS_CJK = re.compile(f"[{CJK}]")
_BROKEN_WORD = re.compile(r"[a-z]{2}[-\u2010]$")
_REST_OF_WORD = re.compile(r"[a-z]{2}")
_JOINED_MARK = re.compile(r"(?<=\S)[-\u2010/]$")

_ACTIVE = re.compile(
    r"[\\`*]|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?])|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|\]\("
)
_LEADING = re.compile(r"^(?:#(?=#{0,5}(?:\s|$))|>|[-+=](?=\s|$|[-=]{2})|\|)")
_MAY_MEAN_SOMETHING = re.compile(r"[\\`*~<_\]]|^[#>|+=\-\d•·●]")
"""Without any of these a line shows itself; most lines are so."""
_ITEM_MARK = re.compile(r"[-*•·●]\s+")
_LEADING_NUMBER = re.compile(r"^(\d{1,9})(?=[.)]\s)")


def one_line(text: str) -> str:
    """Put a text on one line: white space to one space, no invisible characters.

    Look-alikes that only fonts have become the characters that are meant.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _LOOK_ALIKES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _INVISIBLE.sub("", _WHITE_SPACE.sub(" ", text)).strip()


def joined(first: str, second: str) -> str:
    """Join two lines of one paragraph: no space between Han, none where a hyphen broke a word."""
    if not first or not second:
        return first + second
    end = first[-3:]
    if _ENDS_CJK.search(end) and _BEGINS_CJK.match(second):
        return first + second
    if _BROKEN_WORD.search(end) and _REST_OF_WORD.match(second):
        return first[:-1] + second
    if _JOINED_MARK.search(end):
        return first + second
    return f"{first} {second}"


def escaped(text: str, *, numbered: bool = False, listed: bool = False) -> str:
    """Escape a line as Markdown that shows it.

    Args:
        text: the line.
        numbered: whether a leading `1.` stays a list's number.
        listed: whether a leading mark stays an item's.
    """
    if not _MAY_MEAN_SOMETHING.search(text):
        return text
    mark = _ITEM_MARK.match(text) if listed else None
    if mark:
        return "- " + escaped(text[mark.end() :], numbered=numbered)
    text = _ACTIVE.sub(lambda match: "\\" + match[0], text)
    text = _LEADING.sub(lambda match: "\\" + match[0], text)
    return text if numbered else _LEADING_NUMBER.sub(r"\1\\", text)


def table_row(cells: Iterable[str]) -> str:
    """Write a row of a Markdown table."""
    return "| " + " | ".join(escaped(one_line(cell)).replace("|", "\\|") for cell in cells) + " |"


def table_rule(columns: int) -> str:
    """Write what stands below the first row of a Markdown table."""
    return "|" + " --- |" * columns


def width(text: str) -> int:
    """Measure how much a text says, in letters: a Han character counts as three."""
    return len(text) + 2 * len(_IDEOGRAPH.findall(text))
