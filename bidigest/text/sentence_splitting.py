"""Text to sentence spans, for Chinese and English in the same line.

A sentence ends at 。！？!?… or at a full stop that is one, with the closing marks that follow.
What stands between quotation marks or brackets stays whole, even if it holds several
sentences, as long as a reader can take it in (`LONGEST_ENCLOSURE`); half a quotation is
no statement. Nothing within `code` ends a sentence. Positions are code points.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from bidigest.model import Span
from bidigest.text.language import HAN

LONGEST_ENCLOSURE = 200
"""Code points; a longer quotation is split like any other text."""

LONGEST_SENTENCE = 1000
"""Code points; a longer run without an end is cut at a clause or a space."""

_PAIRS = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】", "[": "]"}
_OPENING = {close: open_ for open_, close in _PAIRS.items()}
_MARKS = re.compile('["' + re.escape("".join(_PAIRS) + "".join(_OPENING)) + "]")
_ENDS = re.compile(r"[。｡！？!?…‥]+|\.+")
_CLOSERS = re.compile(r"(?:[”’」』）)】》〉\]*_~`]|\[\d{1,3}\])*")
_CLOSED_QUOTATION = re.compile(r"[”」』\"]")
# After a closed quotation these carry the sentence on: “……？”的问题, “……！”，他说
_CARRIES_ON = re.compile(r"\s*[的地得等、，,；;：:。.！!？?）)—–“「『\"]")
_LOWER_CASE = re.compile(r"\s*[a-z]")
_HAN = re.compile(rf"[{HAN}\u3000-\u303f\uff00-\uffef]")
_LAST_WORD = re.compile(r"[A-Za-z][A-Za-z.]{0,19}+$|\d{1,20}+$")
_COUNTED = re.compile(rf"[；，、：][ \t\u3000]?$|[;,:][ \t\u3000]$|[{HAN}][;,:]$")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st vs etc inc ltd co corp no nos fig figs eq al cf ca approx dept est "
    "gen gov sen rep rev hon jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e a.m p.m "
    "u.s u.k u.n ph.d vol pp ed eds art sec".split()
)
_MAY_END = frozenset("etc inc ltd co corp a.m p.m u.s u.k u.n jr sr ph.d al".split())
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n]{1,200}?(?<!`)\1(?!`)")
_CUT = re.compile(r"[，,；;：:、\s]")


def split(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of one block, in order, without white space around them."""
    sentences = []
    start = span.start
    for end in [*_sentence_ends(text, span), span.end]:
        if end > start:
            sentences += [s for s in _bounded(text, start, end) if s.end > s.start]
            start = end
    return tuple(sentences)


def _sentence_ends(text: str, span: Span) -> Iterator[int]:
    """Positions after each sentence's last character, closing marks included."""
    enclosures = _enclosures(text, span)
    starts = [start for start, _ in enclosures]
    code = [(m.start(), m.end()) for m in _CODE.finditer(text, span.start, span.end)]
    last = span.start
    for match in _ENDS.finditer(text, span.start, span.end):
        if match.start() < last or _within(match.start(), code):
            continue
        inside = bisect_right(starts, match.start()) - 1
        end = enclosures[inside][1] if inside >= 0 else 0
        closed = end > match.start()
        if closed and not _closes(text, match.end(), end):
            continue
        after = _after_closers(text, max(match.end(), end), span.end)
        if _ends_sentence(text, match, after, last, span.end, closed):
            yield after
            last = after


def _within(position: int, stretches: list[tuple[int, int]]) -> bool:
    at = bisect_right(stretches, (position, sys.maxsize)) - 1
    return at >= 0 and position < stretches[at][1]


def _enclosures(text: str, span: Span) -> list[tuple[int, int]]:
    """Outermost quotations and brackets short enough to stay whole, as (opening, after closing)."""
    found: list[tuple[int, int]] = []
    open_: list[tuple[str, int]] = []
    straight = text.count('"', span.start, span.end) % 2 == 0
    for match in _MARKS.finditer(text, span.start, span.end):
        mark, position = match.group(), match.start()
        while open_ and position - open_[0][1] > LONGEST_ENCLOSURE:
            open_.pop(0)
        closing = _opening_of(mark, open_) if straight or mark != '"' else None
        if closing is not None:
            start = open_[closing][1]
            del open_[closing:]
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, position + 1))
        elif (mark in _PAIRS or (mark == '"' and straight)) and len(open_) < 16:
            open_.append((mark, position))
    return found


def _opening_of(mark: str, open_: list[tuple[str, int]]) -> int | None:
    opening = _OPENING.get(mark, mark)
    if opening == mark and mark != '"':
        return None
    for index in range(len(open_) - 1, -1, -1):
        if open_[index][0] == opening:
            return index
    return None


def _closes(text: str, position: int, end: int) -> bool:
    """Does nothing but closing marks stand between here and the enclosure's end?"""
    return all(character in '”’」』）)】》"*' for character in text[position:end])


def _after_closers(text: str, position: int, limit: int) -> int:
    match = _CLOSERS.match(text, position, limit)
    return match.end() if match else position


def _ends_sentence(
    text: str, match: re.Match[str], after: int, start: int, limit: int, closed: bool
) -> bool:
    if after >= limit:
        return True
    if closed or _CLOSED_QUOTATION.search(text, match.end(), after):
        if _CARRIES_ON.match(text, after, limit):
            return False
        if text[after - 1] in "）)】]":
            # （详见附录。）is a sentence of its own; （真的！）is part of one.
            return text[match.start()] in "。｡"
        if _LOWER_CASE.match(text, after, limit):
            return False
    if match.group()[0] == ".":
        return _is_full_stop(text, match, after, start, limit)
    if match.group()[0] in "!?" and not _HAN.match(text[match.start() - 1 : match.start()]):
        # In Latin text a mark inside a word or an address ends nothing.
        return text[after].isspace() or bool(_HAN.match(text, after)) or after > match.end()
    return True


def _is_full_stop(text: str, match: re.Match[str], after: int, start: int, limit: int) -> bool:
    """Does this full stop end a sentence, and no decimal, abbreviation or list number?"""
    before = text[max(start, match.start() - 20) : match.start()]
    following = text[after : min(after + 40, limit)].lstrip()
    if before and _HAN.match(before[-1]):
        return len(match.group()) != 2
    if not text[after].isspace():
        return bool(_HAN.match(text, after)) and len(match.group()) == 1 and _is_word(before)
    if not following or following[0].islower():
        return False
    word = _LAST_WORD.search(before)
    if word is None:
        return True
    lead = text[start : match.start()].removesuffix(word.group())
    if (not lead.strip() and len(word.group()) <= 3) or _is_list_number(word.group(), lead):
        return False
    name = word.group().lower()
    if name in _MAY_END:
        return following[0].isupper() and name not in {"u.s", "u.k", "u.n"}
    return name not in _ABBREVIATIONS and not re.fullmatch(r"[A-Z]", word.group())


def _is_list_number(word: str, lead: str) -> bool:
    """Does a number count the entries of a list within the line: `空格; 3. 指定基点`?"""
    return len(word) <= 2 and word.isdigit() and bool(_COUNTED.search(lead))


def _is_word(before: str) -> bool:
    # `word.下一句` ends; `3.个` and `v.` do not.
    return bool(re.search(r"[A-Za-z]{2,}[)\"’”]?$", before))


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without white space around it, cut where it is too long to be a sentence."""
    while end - start > LONGEST_SENTENCE:
        cut = start + LONGEST_SENTENCE
        for match in _CUT.finditer(text, start + LONGEST_SENTENCE // 2, cut):
            cut = match.end()
        yield _trimmed(text, start, cut)
        start = cut
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    return Span(start + left, max(start + left, start + len(stretch.rstrip())))
