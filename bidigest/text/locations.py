"""The place of a span in its document: line, section and paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from bidigest.model import Document, Section

_LINE_END = re.compile(r"\r\n|\n|\r")
_SEPARATOR = " › "
_LONGEST_TITLE = 28


@dataclass(frozen=True, slots=True)
class Location:
    """A position as a reader looks it up; `section` and `block` are indexes into the document's."""

    line: int
    section: int | None
    block: int | None


class Locations:
    """The places of one document, looked up by position."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(document.text))]
        self._sections = [section.span.start for section in document.sections]
        self._blocks = [block.span.start for block in document.blocks]

    def at(self, position: int) -> Location:
        """Find the place of a code point of the document's text."""
        return Location(
            line=bisect_right(self._lines, position),
            section=_last_before(self._sections, position),
            block=_last_before(self._blocks, position),
        )

    def section(self, position: int) -> Section | None:
        """Find the section that a code point lies in."""
        index = self.at(position).section
        return None if index is None else self.document.sections[index]

    def label(self, position: int) -> str:
        """Name the place: `§2 核心要点总结 › 要点 1`, or `¶4` where the document has no title."""
        titles = _SEPARATOR.join(map(_shortened, self._titles(position)))
        return f"{self.number(position)} {titles}".rstrip()

    def number(self, position: int) -> str:
        """Return the label without its titles: `§2` or `¶4`."""
        place = self.at(position)
        if place.section is None or not self._titles(position):
            return f"¶{1 + (place.block or 0)}"
        return f"§{place.section + 1}"

    def _titles(self, position: int) -> tuple[str, ...]:
        section = self.section(position)
        return path_of(section, self.document.title) if section else ()


def path_of(section: Section, document_title: str) -> tuple[str, ...]:
    """List the titles down to a section, without the document's own where more follow."""
    path = tuple(title for title in section.path if title.strip())
    return path[1:] if len(path) > 1 and path[0] == document_title else path


def _shortened(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _last_before(starts: list[int], position: int) -> int | None:
    index = bisect_right(starts, position) - 1
    return index if index >= 0 else None
