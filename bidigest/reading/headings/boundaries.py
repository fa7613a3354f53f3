"""The boundary of a heading that stands on one line with the text below it.

A space is all that is left of the line's end, so each space is a candidate, and what stands
around it decides: Chinese sets no space between its own characters, a sentence in English
begins with a capital, titles have a typical length, and some titles are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from bidigest.languages.packs import makes_claim
from bidigest.languages.zh.scripts import HAN, fold
from bidigest.model import Span
from bidigest.reading.heading_cues import STANDARD_TITLE, numbering
from bidigest.reading.markdown.inline import visible
from bidigest.reading.measures import NEWLINE, has_visible, holds_statement, width
from bidigest.reading.pieces import Piece
from bidigest.text.plain_text import trimmed

_TYPICAL = 18
"""Columns that a title takes, before any is known of this document."""

_RECENT = 40
"""Titles that tell how long the next one may be."""

_SPACE = re.compile(r"[ \t\u3000]+")
_STOP = re.compile(r"[。！；;]|[.!](?=\s)")
_WIDE = re.compile(rf"[{HAN}\u3001-\u303f\uff01-\uff60“”‘’]")
_SET_APART = re.compile(rf"[{HAN}] [A-Za-z0-9]|[A-Za-z0-9%] [{HAN}]")
_RUN_ON = re.compile(rf"[{HAN}][A-Za-z0-9]|[A-Za-z0-9%][{HAN}]")
_MINOR_WORDS = (
    "a an and as at but by for from in into nor of on or over per so the to up via vs with"
)
_FIRST_WORDS = (
    "the a an this that these those most many some all in on at for as when while if although "
    "though despite after before since because to we our they it its there here however according "
    "by with from one two three each every no not what how"
)
_MINOR, _BEGINNERS = frozenset(_MINOR_WORDS.split()), frozenset(_FIRST_WORDS.split())

_WIDEST = 200
"""Columns that a title may take."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Whether the writer sets a space between Chinese and Latin."""

    set_apart: bool

    @classmethod
    def of(cls, line: str) -> Spacing:
        """Tell the writer's habit by a line."""
        apart, run_on = len(_SET_APART.findall(line)), len(_RUN_ON.findall(line))
        return cls(apart > 2 and apart > run_on)


def find_boundary(
    text: str,
    content: Span,
    spacing: Spacing,
    widths: Sequence[int],
    *,
    followed: bool,
    quoted: bool = False,
) -> int:
    """Find the end of the title that a stretch begins with, or its beginning if it holds none.

    Args:
        text: of the document.
        content: the stretch.
        spacing: the writer's habit.
        widths: of the titles before.
        followed: whether another heading comes next.
        quoted: whether the stretch stands in a block quotation.
    """
    said = text[content.start : content.end]
    if quoted and (end := said[:_WIDEST].find(" >")) > 0:
        return content.start + end
    number = numbering(said)[1]
    if followed and width(said) <= _WIDEST and not holds_statement(said):
        return content.end
    candidates = list(_candidates(said, number))
    if not candidates:
        whole = width(said) <= _WIDEST and not holds_statement(said)
        return content.end if whole else content.start
    typical = median(widths[-_RECENT:]) if len(widths) > 2 else _TYPICAL
    best = max(candidates, key=lambda gap: (_score(said, number, gap, spacing, typical), -gap[0]))
    return content.start + best[0]


def _candidates(said: str, number: int) -> Iterator[tuple[int, int]]:
    """Yield spaces, as (end of title, beginning of text), up to the first sentence's end."""
    stop = _STOP.search(said, number)
    limit = min(stop.start() if stop else len(said), _WIDEST)
    for match in _SPACE.finditer(said, number, limit):
        title, after = said[number : match.start()], said[match.end() : match.end() + _WIDEST]
        if has_visible(title) and after.strip() and width(title) <= _WIDEST:
            yield match.span()


def _score(said: str, number: int, gap: tuple[int, int], spacing: Spacing, typical: float) -> float:
    title, after = said[number : gap[0]], said[gap[1] : gap[1] + 200]
    score = -abs(width(title) - typical) / typical
    if STANDARD_TITLE.fullmatch(fold(title).strip(" :：").casefold()):
        score += 4
    wide_before, wide_after = bool(_WIDE.match(title[-1])), bool(_WIDE.match(after[0]))
    if wide_before and wide_after:
        return score + 5
    if wide_before or wide_after:
        return score + (0.5 if spacing.set_apart else 5)
    return score + _latin_score(title, after)


def _latin_score(title: str, after: str) -> float:
    """Score how much a space between two Latin words looks like the end of a title."""
    words, following = title.split(), after.split()[:2]
    first = following[0].strip("\"'“”‘’()")
    second = following[1].strip("\"'“”‘’(),") if len(following) > 1 else ""
    if not first or first[0].islower() or words[-1].casefold() in _MINOR:
        return -5
    score = 0.0
    if title[-1] in "?!":
        score += 3
    if first.casefold() in _BEGINNERS:
        score += 2
    if second[:1].islower():
        score += 2 if second not in _MINOR or first.casefold() in _BEGINNERS else 0.5
    if len(words) == 1:
        score -= 1.5
    return score


def title_span(text: str, heading: Span) -> Span:
    """Return the heading without the `#` around it."""
    said = text[heading.start : heading.end]
    left = len(said) - len(said.lstrip("#"))
    return trimmed(text, heading.start + left, heading.end)


def claim_in_heading(text: str, piece: Piece) -> Span | None:
    """Return the words of a heading or label that makes a claim; None where it names a subject."""
    if piece.role not in ("heading", "label") or piece.span.end - piece.span.start > _WIDEST:
        return None
    span = title_span(text, piece.span) if piece.role == "heading" else piece.span
    if underline := NEWLINE.search(text, span.start, span.end):
        span = trimmed(text, span.start, underline.start())
    said = visible(text, span)
    return span if makes_claim(said[numbering(said)[1] :]) else None
