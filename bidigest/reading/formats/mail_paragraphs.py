"""Paragraphs of a mail's text: its sender's words, and what is quoted as another's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bidigest.languages.patterns import pattern
from bidigest.reading.formats.lines import joined, one_line

_ATTRIBUTION = pattern("mail", "quoted", before="^", behind="$", flags=re.I)
"""What stands before another's words."""
_SENT_BY = re.compile(r"^From: .+")
_HEADERS_OF_QUOTED = re.compile(r"^(?:Sent|To|Date|Subject|Cc): ")
_ITEM = re.compile(r"\s*(?:[-*•]|(?P<number>\d{1,3})[.)])\s")
_SENTENCE_END = re.compile(r"[.。:：!?！？]$")
_FULL_LINE = 76
_LONGEST_PARAGRAPH = 20_000
_NEAR = 20
QUOTE_MARKS = re.compile(r"^(?:> ?)+")
_SIGNATURE = "--"
_LONGEST_HEADING, _FEWEST_CAPITALS = 60, 5


@dataclass(slots=True)
class Paragraph:
    """Lines of a mail that are one paragraph."""

    first: int
    last: int
    text: str
    quoted: bool
    heading: bool = False
    """Whether it is one line in capitals that ends no sentence, as newsletters have headings."""


def paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    """Join lines to paragraphs: one that fills its line goes on in the next."""
    longest = min(_FULL_LINE, max((len(line) for line in lines), default=0))
    current: Paragraph | None = None
    others, before = False, ""
    for number, line in enumerate(lines, 1):
        text = QUOTE_MARKS.sub("", line)
        others = others or _begins_anothers(line, lines, number)
        quoted = others or text != line
        ended = line.rstrip() == _SIGNATURE and not others
        new = current is not None and _is_new(current, text, quoted, before, longest)
        if not text.strip() or ended or new:
            if current:
                yield current
            current = None
        if ended:
            return
        if text.strip() and not _ATTRIBUTION.match(line.strip()):
            if current is None:
                heading = not quoted and not before.strip() and _is_heading(text.strip())
                current = Paragraph(number, number, "", quoted, heading)
            current.text, current.last = joined(current.text, one_line(text)), number
        before = text
    if current:
        yield current


def _begins_anothers(line: str, lines: list[str], number: int) -> bool:
    """Tell whether all that follows comes from a mail that was answered or sent on.

    After `On … wrote:` it does where the lines that follow are not marked one by one.
    """
    if not (_ATTRIBUTION.match(line.strip()) or _SENT_BY.match(line)):
        return False
    following = next((each for each in lines[number : number + _NEAR] if each.strip()), "")
    if _ATTRIBUTION.match(line.strip()):
        return not following.startswith(">")
    return bool(_SENT_BY.match(line) and _HEADERS_OF_QUOTED.match(following))


def _is_new(current: Paragraph, text: str, quoted: bool, before: str, longest: int) -> bool:
    if current.heading or quoted != current.quoted or _is_item(current, text):
        return True
    if len(current.text) > _LONGEST_PARAGRAPH:
        return True
    return len(before) < 0.6 * longest and bool(_SENTENCE_END.search(current.text[-1:]))


def _is_heading(line: str) -> bool:
    if len(line) > _LONGEST_HEADING or _SENTENCE_END.search(line) or _ITEM.match(line):
        return False
    return line.isupper() and sum(map(str.isupper, line)) >= _FEWEST_CAPITALS


def _is_item(current: Paragraph, text: str) -> bool:
    """Tell whether a line is an item of a list, where `3. It` may be the end of a sentence, too.

    A sentence is not broken off by an item, unless that is the first or the next of its list
    (CommonMark, 5.3, lets the first alone).
    """
    item = _ITEM.match(text)
    if item is None or item["number"] is None or _SENTENCE_END.search(current.text[-1:]):
        return item is not None
    before = _ITEM.match(current.text)
    number = int(before["number"]) if before and before["number"] else 0
    return int(item["number"]) == number + 1
