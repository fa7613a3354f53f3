"""Stretches that may run over several lines and are no prose: code, comments, long tags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bidigest.model import Span
from bidigest.reading.markdown.commonmark import Outline
from bidigest.reading.markdown.html_tags import is_tag
from bidigest.text.plain_text import trimmed

_OPENINGS = re.compile(
    r"(?P<comment>(?<!`)(?:<!--|\{/\*)|^[ \t]*+(?P<note>%%))"
    r"|^[ \t]*+(?P<shortcode>\{\{[<%]\s?(?P<holder>highlight|mermaid|math|katex)\b)"
    r"|^[ \t]*+(?P<code><(?P<element>script|style|svg|pre)\b)"
    r"|^[ \t>]*+(?P<tag><[A-Za-z/])",
    re.MULTILINE | re.IGNORECASE,
)
_WIDEST_INDENT = 200
_ENDINGS = {"<!--": "-->", "{/*": "*/}"}


@dataclass(frozen=True, slots=True)
class Cut:
    """Such a stretch; without a reason it is markup."""

    span: Span
    reason: str


def find_cuts(text: str, lines: Sequence[Span], outline: Outline, start: int) -> list[Cut]:
    """Find all cuts from a position on, in order, not overlapping.

    Args:
        text: of the document.
        lines: of the text.
        outline: its structure.
        start: code point at which to begin.
    """
    fences = [_lines(text, lines, first, after) for first, after in outline.code]
    fences = [fence for fence in fences if fence.start >= start]
    result: list[Cut] = []
    covered = start
    code = [Cut(fence, "code") for fence in fences]
    for cut in sorted([*code, *_others(text, lines, fences, start)], key=_key):
        if cut.span.start >= covered:
            result.append(cut)
            covered = cut.span.end
    return result


def _key(cut: Cut) -> Span:
    return cut.span


def _lines(text: str, lines: Sequence[Span], first: int, after: int) -> Span:
    return trimmed(text, lines[first].start, lines[after - 1].end)


def _others(text: str, lines: Sequence[Span], fences: Sequence[Span], start: int) -> Iterator[Cut]:
    """Yield comments, scripts and tags of several lines, outside of fenced code."""
    position, missing = start, set[str]()
    waiting = list(reversed(fences))
    while match := _OPENINGS.search(text, position):
        while waiting and waiting[-1].end <= match.start():
            waiting.pop()
        if waiting and waiting[-1].start <= match.start():
            position = waiting[-1].end
            continue
        cut = _cut(text, match, missing)
        position = max(match.end(), cut.span.end if cut else 0)
        if cut and _stands_alone(text, lines, cut):
            yield cut


def _cut(text: str, match: re.Match[str], missing: set[str]) -> Cut | None:
    if match.group("note"):
        return _until(text, match.start("note"), "%%", "comment", missing)
    if match.group("shortcode"):
        start = match.start("shortcode")
        return _closed(text, start, match.group("holder").lower(), missing)
    if match.group("comment"):
        ending = _ENDINGS[match.group("comment")]
        return _until(text, match.start("comment"), ending, "comment", missing)
    if match.group("code"):
        ending = f"</{match.group('element').lower()}>"
        return _until(text, match.start("code"), ending, "code", missing)
    end = is_tag(text, match.start("tag"), len(text))
    return Cut(Span(match.start("tag"), end), "") if end else None


def _until(text: str, start: int, ending: str, reason: str, missing: set[str]) -> Cut | None:
    # What has once been sought in vain is not sought again: many openings stay cheap.
    end = -1 if ending in missing else text.find(ending, start + 1)
    if end < 0:
        missing.add(ending)
        return None
    return Cut(Span(start, end + len(ending)), reason)


def _closed(text: str, start: int, name: str, missing: set[str]) -> Cut | None:
    """Find code between `{{< highlight >}}` and `{{< /highlight >}}`."""
    opening = text[start : start + 3]
    sign = ">" if opening[-1] == "<" else "%"
    return _until(text, start, f"{opening} /{name} {sign}}}}}", "code", missing)


def _stands_alone(text: str, lines: Sequence[Span], cut: Cut) -> bool:
    """Tell whether a cut is alone on its lines, or over several; else it is inline markup."""
    line = lines[bisect_right(lines, Span(cut.span.start, len(text) + 1)) - 1]
    if cut.span.end > line.end:
        return True
    around = line.end - line.start - (cut.span.end - cut.span.start)
    if not cut.reason or around > _WIDEST_INDENT:
        return False
    return not (text[line.start : cut.span.start] + text[cut.span.end : line.end]).strip()
