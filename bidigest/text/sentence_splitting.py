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
from collections.abc import Iterator, Sequence

from bidigest.languages.patterns import MARKS, either, pattern
from bidigest.model import Span
from bidigest.text.abbreviations import opens_sentence
from bidigest.text.attribution import introduces, is_acted_out, is_attributed
from bidigest.text.enclosures import find_enclosures
from bidigest.text.full_stops import HAN_OR_FULL_WIDTH, begins_small, is_full_stop
from bidigest.text.plain_text import trimmed
from bidigest.text.terminators import Terminator, after_closing_marks

LONGEST_SENTENCE = 1000
"""Code points; a longer run without an end is cut at a clause or a space."""

_NEAR = 16
"""Code points before a quotation that tell whether they lead up to it."""

_ENDS = re.compile(rf"[{MARKS}.](?:(?<=\.)(?:(?: \.){{2,}}|\.*)|(?<!\.)[{MARKS}]*)")
"""One set of characters first: so it is sought fast."""
_CLOSING = "”’」』﹂﹄»›）)】》〉〕\"'*"
_CLOSED_QUOTATION = re.compile(r"[”’」』﹂﹄»›\"']")
# After a closed quotation these carry the sentence on: “……？”的问题, “……！”，他说
_CARRIES_ON = re.compile(
    rf"\s*(?:[、，,；;：:。.！!？?）)—–“「『﹁«\"]|{either('sentence_ends', 'carries on')})"
)
_POINTS_BACK = pattern("sentence_ends", "points back")
_NEXT_SPEAKER = re.compile(r"\s+[“«\"]")
_LOWER_CASE = re.compile(r"\s*[a-z](?![a-z]{0,2}[A-Z])")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)(?s:.){1,200}?(?<!`)\1(?!`)")
_CUT = re.compile(r"[，,；;：:、\s]")
_NAME_WITH_MARK = re.compile(r"(?<![A-Za-z] )(?<![A-Za-z])[A-Z][A-Za-z]{1,20}$")
# Yahoo! for, Yahoo! Inc., Help ! !
_CARRIES_ON_LATIN = re.compile(r"\s*(?:[a-z](?![a-z]{0,2}[A-Z])|(?:Inc|Corp|Co|Ltd|LLC)\b|[!?.])")
_NAMES = pattern("sentence_ends", "names with marks", before=r"(?<![^\W_])", behind=r"$")
_CAPITALISED = re.compile(r"[A-Z]\w*")
_FIRST_PERSON = re.compile(r"I\b")
_LEADS_OVER = pattern("sentence_ends", "leads over", before=r"(?<![^\W_])", behind=r"\Z")
"""What no sentence ends with: The winner is … Lena Park!"""
_PAUSED = re.compile(rf"[、，,；;：:）)]|{either('sentence_ends', 'paused')}")
"""What a pause leads over to: 等水果, 的神情, 但没有说."""
_BEGINS_NONE = pattern("sentence_ends", "begins none")
_SUMS_UP = pattern("sentence_ends", "sums up")
_COUNTED = re.compile(rf"＝|{either('sentence_ends', 'counted')}")
_ENTRIES = re.compile(r"[^，,：:；;]+、[^，,：:；;]+")


def split(text: str, span: Span) -> tuple[Span, ...]:
    """Split one block into sentences, in order, without white space around them."""
    sentences = []
    start = span.start
    for end in [*_sentence_ends(text, span), span.end]:
        if end > start:
            sentences += [s for s in _bounded(text, start, end) if s.end > s.start]
            start = end
    return tuple(sentences)


def _sentence_ends(text: str, span: Span) -> Iterator[int]:
    """Yield the positions after each sentence's last character, closing marks included."""
    enclosures = find_enclosures(text, span)
    code = _code(text, span)
    start = _skip_space(text, span.start, span.end)
    for match in _ENDS.finditer(text, span.start, span.end):
        if match.start() < start or _around(match.start(), code):
            continue
        enclosure = _around(match.start(), enclosures)
        end = enclosure.end if enclosure else match.end()
        if any(character not in _CLOSING for character in text[match.end() : end]):
            continue
        after = after_closing_marks(text, start, max(match.end(), end), span.end)
        mark = Span(match.start(), match.end())
        terminator = Terminator(text, mark, after, start, span.end, enclosure)
        if after >= span.end or _ends_sentence(terminator, enclosures):
            yield after
            start = _skip_space(text, after, span.end)


def _code(text: str, span: Span) -> list[Span]:
    if text.find("`", span.start, span.end) < 0:
        return []
    return [Span(m.start(), m.end()) for m in _CODE.finditer(text, span.start, span.end)]


def _around(position: int, stretches: Sequence[Span]) -> Span | None:
    at = bisect_right(stretches, Span(position, sys.maxsize)) - 1
    return stretches[at] if at >= 0 and position < stretches[at].end else None


def _skip_space(text: str, position: int, limit: int) -> int:
    while position < limit and text[position].isspace():
        position += 1
    return position


def _ends_sentence(terminator: Terminator, enclosures: Sequence[Span]) -> bool:
    text, after, limit = terminator.text, terminator.after, terminator.limit
    if terminator.enclosure:
        closed = _ends_closed(terminator, terminator.enclosure, enclosures)
        if not closed or text[terminator.enclosure.start] in "（([【〔":
            return closed
    elif _CLOSED_QUOTATION.search(text, terminator.span.end, after) and (
        _carries_on(terminator) or _LOWER_CASE.match(text, after, limit)
    ):
        return False
    return _ends_open(terminator)


def _ends_closed(terminator: Terminator, enclosure: Span, enclosures: Sequence[Span]) -> bool:
    """Tell whether the sentence may end with an enclosure, going by what stands around it."""
    text, after = terminator.text, terminator.after
    opening = text[enclosure.start]
    if opening in "《〈":
        return False
    if _carries_on(terminator) and not _answers(terminator, enclosure, enclosures):
        return False
    if opening in "（([【〔":
        # （详见附录。）is a sentence of its own; （真的！）is part of one.
        return enclosure.start == terminator.start
    if _LOWER_CASE.match(text, after, terminator.limit):
        return False
    first = _first_of_row(enclosure, enclosures)
    if first > terminator.start:
        return introduces(text[max(terminator.start, first - _NEAR) : first])
    if terminator.mark[-1] in "！？" and is_acted_out(terminator.following):
        return False
    return terminator.mark == "." or not is_attributed(terminator.following)


def _carries_on(terminator: Terminator) -> bool:
    """Tell whether a sentence goes on behind a quotation: not with who speaks next, in Latin."""
    at = terminator.text, terminator.after, terminator.limit
    if terminator.mark[0] in ".!?" and _NEXT_SPEAKER.match(*at):
        return False
    return _CARRIES_ON.match(*at) is not None


def _answers(terminator: Terminator, enclosure: Span, enclosures: Sequence[Span]) -> bool:
    """Tell whether another speaker's quotation follows, and nothing is said of both."""
    if enclosure.start != terminator.start or terminator.text[enclosure.start] not in "“「":
        return False
    last = enclosure
    while following := _around(last.end, enclosures):
        last = following
    behind = terminator.text, last.end, terminator.limit
    return last != enclosure and not (_CARRIES_ON.match(*behind) or _POINTS_BACK.match(*behind))


def _first_of_row(enclosure: Span, enclosures: Sequence[Span]) -> int:
    """Find where the first of several quotations begins that follow one another: “走！”“跑！”."""
    first = enclosure.start
    while (before := _around(first - 1, enclosures)) and before.end == first:
        first = before.start
    return first


def _ends_open(terminator: Terminator) -> bool:
    mark = terminator.mark
    if mark[0] in "…⋯‥" or (mark[0] == "." and len(mark) > 2):
        return _is_last_pause(terminator)
    if mark[0] == ".":
        return is_full_stop(terminator)
    if mark[0] in "!?":
        return _ends_latin(terminator)
    # 《排球少年！！》without its marks: no sentence begins with 的.
    return mark[0] not in "！？" or not _BEGINS_NONE.match(terminator.following)


def _is_last_pause(terminator: Terminator) -> bool:
    """Tell whether an ellipsis ends its sentence, rather than standing for a pause in it."""
    before, following = terminator.before.rstrip(), terminator.following
    if not HAN_OR_FULL_WIDTH.match(before[-1:]):
        if _LEADS_OVER.search(before):
            return False
        leads_to_page = len(terminator.mark) > 4 and following[:1].isdigit()
        spaced = " " in terminator.mark and _FIRST_PERSON.match(following)
        counts = before[-1:].isdigit() and following[:1].isdigit()
        goes_on = leads_to_page or spaced or counts or _LOWER_CASE.match(following)
        return terminator.apart and not goes_on
    if terminator.after > terminator.span.end or not HAN_OR_FULL_WIDTH.match(following):
        return True
    if following[0] == before[-1] or _PAUSED.match(following):
        return False
    # 螺丝、轴承、阀门……这些零件
    return not (_SUMS_UP.match(following) and _ENTRIES.fullmatch(before))


def _ends_latin(terminator: Terminator) -> bool:
    """Tell whether a mark in Latin text ends something, not being part of a word or address."""
    text, after, before = terminator.text, terminator.after, terminator.before
    if HAN_OR_FULL_WIDTH.match(before[-1:]):
        return True
    if _CARRIES_ON_LATIN.match(text, after, terminator.limit):
        following = terminator.following
        small = following[:1].islower() and terminator.apart
        return small and begins_small(text, terminator.start, after)
    if after > terminator.span.end or text[after].isspace():
        return not (_NAMES.search(before) and _goes_on_name(terminator.following))
    if not HAN_OR_FULL_WIDTH.match(text, after):
        return False
    factorial = before[-1:].isdigit() and _COUNTED.match(text, after)
    return terminator.mark[0] == "?" or not (factorial or _NAME_WITH_MARK.search(before))


def _goes_on_name(following: str) -> bool:
    """Tell whether a name goes on behind its mark: Yahoo! Mail."""
    first = _CAPITALISED.match(following)
    return first is not None and not opens_sentence(first.group())


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Strip a stretch of white space, and cut it where it is too long to be a sentence."""
    while end - start > LONGEST_SENTENCE:
        cut = start + LONGEST_SENTENCE
        for match in _CUT.finditer(text, start + LONGEST_SENTENCE // 2, cut):
            cut = match.end()
        yield trimmed(text, start, cut)
        start = cut
    yield trimmed(text, start, end)
