"""Lists of lines that are to be told apart amid text: boilerplate, what looks like it, headings.

== kind
-- around
the text around, with `…` on the line where each of the lines is put in turn
-- lines
one a line
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bidigest.model import Document, Span
from bidigest.reading import read_bytes
from tests.reading.cases import FOLDER, Case, cases

Half = Literal["open", "held_out"]
LISTS = ("boilerplate", "legitimate", "headings", "short_claims")
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
_GROUP = re.compile(r"^== (?=.*(?<!==)$)", re.MULTILINE)
_SLOT = "…"


@dataclass(frozen=True, slots=True)
class LineCase:
    """One line in the text around it."""

    list: str
    kind: str
    around: str
    line: str

    @property
    def text(self) -> str:
        return self.around.replace(_SLOT, self.line, 1)

    @property
    def span(self) -> Span:
        start = self.around.index(_SLOT)
        return Span(start, start + len(self.line))

    def read(self) -> Document:
        return read_bytes(self.text.encode(), "case.md")

    def found(self) -> str:
        """What the line was taken for: sentence, heading, a reason of boilerplate, markup."""
        document = self.read()
        kinds = [f.reason for f in document.boilerplate if _share(f.span, self.span)]
        kinds += ["sentence" for s in document.sentences if _share(s.span, self.span)]
        headings = [s.heading for s in document.sections if s.heading]
        kinds += ["heading" for heading in headings if _share(heading, self.span)]
        return ", ".join(sorted(set(kinds))) or "markup"

    def is_right(self) -> bool:
        found = self.found()
        if self.list == "boilerplate":
            return "sentence" not in found and "heading" not in found and self.keeps_the_rest()
        if self.list == "headings":
            return "heading" in found
        return "sentence" in found

    def keeps_the_rest(self) -> bool:
        """Can all sentences around the line still be quoted, as far as they could without it?"""
        document = self.read()
        kept = {document.quote(sentence.span) for sentence in document.sentences}
        stops = "。.!！"
        around = [line for line in self.around.splitlines() if line[-1:] in stops and line]
        return all(any(line.endswith(said) for said in kept) for line in around)


def _share(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def line_cases(name: str, language: str, half: Half) -> Iterator[LineCase]:
    """The lines of one list, in order."""
    text = (FOLDER / name / language / f"{half}.txt").read_text(encoding="utf-8")
    for group in _GROUP.split(text)[1:]:
        kind, rest = group.split("\n-- around\n")
        around, lines = rest.split("\n-- lines\n")
        for line in filter(None, lines.splitlines()):
            yield LineCase(name, kind, around, line)


def title_cases(half: Half) -> list[Case]:
    """Documents with their titles."""
    return cases(f"titles.{half}.txt")
