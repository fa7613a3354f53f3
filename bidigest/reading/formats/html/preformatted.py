"""Preformatted text: lines of code as they are, and prose whose lines a program wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bidigest.reading.formats.html.parsing import Element
from bidigest.reading.formats.lines import IDEOGRAPHS, joined, one_line
from bidigest.reading.measures import width

_PARAGRAPHS = re.compile(r"\n\s*\n")
_HAN = re.compile(f"[{IDEOGRAPHS}]")
_BEGINS = re.compile(
    rf"[一二三四五六七八九十百]{{1,4}}、|[(（][一二三四五六七八九十\d]{{1,3}}[)）]|\d{{1,3}}[、．.](?!\d)"
    rf"|[{IDEOGRAPHS}]{{2,6}}[：:]"
)
"""What a line of a notice begins with that is no rest of the line above."""
_ENDS = re.compile(r"[。！？：；.!?:;][」』”）)]?$")
_NEARLY_FULL = 0.85
"""Share of the widest line: a line that ends a sentence before ends a paragraph."""


def lines_of_code(element: Element) -> Iterator[str]:
    """Yield text with its line breaks, be they characters, `br`, or an element a line."""
    each_a_line = sum(child.tag in ("code", "div", "li", "p") for child in element) > 1
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\n"
        else:
            yield from lines_of_code(child)
            yield "\n" if each_a_line and not (child.tail or "").startswith("\n") else ""
        yield child.tail or ""


def paragraphs_of_prose(text: str) -> Iterator[str]:
    """Join the lines of prose to paragraphs, each on one line.

    Paragraphs stand apart by blank lines. In Chinese, where each has its line, a number or a label
    begins one as well, and so does what follows a sentence that does not fill its line.
    """
    for part in _PARAGRAPHS.split(text):
        lines = [line for line in map(one_line, part.split("\n")) if line]
        if not _HAN.search(part):
            yield from filter(None, [one_line(part)])
            continue
        full = _NEARLY_FULL * max(map(width, lines), default=0)
        current, before = "", ""
        for line in lines:
            if current and (_BEGINS.match(line) or (_ENDS.search(before) and width(before) < full)):
                yield current
                current = ""
            current, before = joined(current, line), line
        yield from filter(None, [current])
