"""From lines to paragraphs, list items and headings, over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from bidigest.reading.formats.lines import one_line
from bidigest.reading.formats.pdf.columns import PlacedLine
from bidigest.reading.formats.pdf.headings import (
    NUMBER,
    SENTENCE_END,
    is_contents_line,
    is_heading,
)
from bidigest.reading.formats.pdf.typography import Typography

Kind = Literal["text", "item", "heading"]

MARK = re.compile(
    r"^(?:[•●○◦▪■□◆➢✓–\uf0b7\uf06c\uf0d8\uf0fc]|o(?= [A-Z\d\u4e00-\u9fff])|\d{1,3}[.)、．](?!\d)"
    r"|[（(]\d{1,2}[)）]|[a-z]\)|[①-⑳])\s*"
)

_MORE_THAN_USUAL = 1.3
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    kind: Kind
    lines: list[PlacedLine] = field(default_factory=list)


def paragraphs(lines: Sequence[PlacedLine], setting: Typography) -> list[Paragraph]:
    """Group all lines, in reading order, but for those of a table of contents."""
    found: list[Paragraph] = []
    for placed in lines:
        text = one_line(placed.line.text)
        if is_contents_line(text):
            continue
        kind = _kind(found, placed, text, setting)
        if found and _goes_on(found[-1], placed, text, kind, setting):
            found[-1].lines.append(placed)
        else:
            found.append(Paragraph(kind, [placed]))
    return found


def _kind(found: Sequence[Paragraph], placed: PlacedLine, text: str, setting: Typography) -> Kind:
    before = found[-1] if found else None
    if is_heading(placed, setting) or (before and _is_last_character(before, placed, text)):
        return "heading"
    mark = MARK.match(text)
    return "item" if mark and not (before and _is_counted_in(before, mark[0])) else "text"


def _is_last_character(paragraph: Paragraph, placed: PlacedLine, text: str) -> bool:
    """Recognise the one character of a heading that its first line had no room for."""
    before = paragraph.lines[-1]
    return (
        paragraph.kind == "heading"
        and len(text) == 1
        and text.isalpha()
        and abs(before.line.size - placed.line.size) < 0.5
        and _is_same_heading(before, placed, text)
    )


def _is_counted_in(paragraph: Paragraph, mark: str) -> bool:
    """Recognise ③ at a line's beginning where ② stands within the lines before."""
    if mark[0] not in _CIRCLED[1:]:
        return False
    counted = _CIRCLED[_CIRCLED.index(mark[0]) - 1]
    return any(counted in one_line(placed.line.text)[1:] for placed in paragraph.lines)


def _goes_on(
    paragraph: Paragraph, placed: PlacedLine, text: str, kind: Kind, setting: Typography
) -> bool:
    """Tell whether the line carries the paragraph on."""
    before = paragraph.lines[-1]
    same_size = abs(before.line.size - placed.line.size) < 0.12 * setting.size
    if paragraph.kind == "heading" or kind == "heading":
        return paragraph.kind == kind and same_size and _is_same_heading(before, placed, text)
    if kind == "item" or not same_size:
        return False
    if before.key == placed.key and placed.line.top >= before.line.top - 2:
        return _goes_on_below(paragraph, placed, text, setting)
    has_room = setting.has_room(before, text, placed.line.size)
    return not has_room and not _is_indented(paragraph, placed, setting)


def _goes_on_below(
    paragraph: Paragraph, placed: PlacedLine, text: str, setting: Typography
) -> bool:
    before, line = paragraph.lines[-1].line, placed.line
    usual = max(setting.distance, 1.15 * line.size)
    if line.top - before.top > 1.45 * usual and line.top - before.bottom > 0.55 * line.size:
        return False
    if _is_set_off(paragraph, placed, text):
        return False
    if _is_indented(paragraph, placed, setting) and line.left > before.left + 0.9 * line.size:
        return False
    if before.hyphenated or not setting.has_room(paragraph.lines[-1], text, line.size):
        return True
    return _is_ragged(paragraph, placed, text, setting)


def _is_set_off(paragraph: Paragraph, placed: PlacedLine, text: str) -> bool:
    """Tell whether behind a sentence a line stands farther below than the last two lines did."""
    if len(paragraph.lines) < 2 or text[:1].islower():
        return False
    first, second = paragraph.lines[-2:]
    distance = second.line.top - first.line.top
    if first.key != second.key or distance <= second.line.size:
        return False
    ended = SENTENCE_END.search(one_line(second.line.text))
    return bool(ended) and placed.line.top - second.line.top > _MORE_THAN_USUAL * distance


def _is_ragged(paragraph: Paragraph, placed: PlacedLine, text: str, setting: Typography) -> bool:
    """Tell whether the line before is only a little short, and its sentence goes on."""
    before, line = paragraph.lines[-1], placed.line
    in_sentence = text[:1].islower()
    return (
        abs(line.left - before.line.left) < 0.6 * line.size
        and not SENTENCE_END.search(one_line(before.line.text))
        and before.line.right > setting.right[before.key] - (12 if in_sentence else 5) * line.size
        and (in_sentence or len(paragraph.lines) > 1)
    )


def _is_indented(paragraph: Paragraph, placed: PlacedLine, setting: Typography) -> bool:
    """Tell whether a line is indented as a first line; those of an item stand further in anyway."""
    hanging = paragraph.kind == "item" and placed.line.left >= paragraph.lines[0].line.left - 2
    return setting.is_indented(placed) and not hanging


def _is_same_heading(before: PlacedLine, placed: PlacedLine, text: str) -> bool:
    above, line = before.line, placed.line
    near = 0 < line.top - above.top < 1.6 * line.size + 0.3 * (above.bottom - above.top)
    return above.page == line.page and near and not NUMBER.match(text) and above.bold == line.bold
