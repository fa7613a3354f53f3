"""Styles of a Word document, and what they say of paragraphs: headings, lists, contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bidigest.reading.formats.office.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"(?:heading|标题|標題)\s*(\d)")
_CONTENTS = re.compile(r"toc \d|toc heading|目录|目錄|table of figures")
_OFF = ("0", "false", "none")
_BODY_LEVEL = 9
"""Outline levels from 0 to 8 are headings."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's look, in words."""

    name: str = ""
    """In lower case."""
    level: int | None = None
    """Of a heading, from 1."""

    @property
    def is_contents(self) -> bool:
        """Whether it is an entry of a table of contents."""
        return bool(_CONTENTS.match(self.name))

    @property
    def is_list(self) -> bool:
        """Whether it is an item of a list by its style alone."""
        return "list" in self.name and "paragraph" not in self.name


class Styles:
    """The styles of a document, each with what it takes from those that it is based on."""

    def __init__(self, root: Element | None) -> None:
        styles = root.iter(f"{W}style") if root is not None else ()
        self._elements: Mapping[str, Element] = {each.get(f"{W}styleId"): each for each in styles}
        self._known: dict[str, Style] = {}

    def of(self, paragraph: Element) -> Style:
        """Return the style of a `w:p`, with an outline level of its own where it has one."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return Style()
        style = self._style(_value(properties.find(f"{W}pStyle")), ())
        level = _outline_level(properties)
        return style if level is None else Style(style.name, level)

    def _style(self, identifier: str, seen: tuple[str, ...]) -> Style:
        element = self._elements.get(identifier)
        if element is None or identifier in seen:
            return Style()
        if identifier not in self._known:
            based = self._style(_value(element.find(f"{W}basedOn")), (*seen, identifier))
            self._known[identifier] = _styled(element, based)
        return self._known[identifier]


def is_list_item(paragraph: Element, style: Style) -> bool:
    """Tell whether the paragraph has a mark or a number before it."""
    numbering = paragraph.find(f"{W}pPr/{W}numPr")
    if numbering is None:
        return style.is_list
    number = numbering.find(f"{W}numId")
    return number is None or _value(number) != "0"


def is_bold(paragraph: Element) -> bool:
    """Tell whether all text of a paragraph is bold."""
    runs = [run for run in paragraph.iter(f"{W}r") if _has_text(run)]
    return bool(runs) and all(_is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def is_hidden(run: Element) -> bool:
    """Tell whether the run is not shown."""
    return _is_on(run.find(f"{W}rPr/{W}vanish"))


def _styled(element: Element, based: Style) -> Style:
    name = _value(element.find(f"{W}name")).lower()
    found = _HEADING.match(name)
    if found:
        return Style(name, int(found[1]))
    properties = element.find(f"{W}pPr")
    level = None if properties is None else _outline_level(properties)
    if level is not None:
        return Style(name, level)
    if name == "title":
        return Style(name, 1)
    return Style(name, None if _CONTENTS.match(name) else based.level)


def _outline_level(properties: Element) -> int | None:
    value = _value(properties.find(f"{W}outlineLvl"))
    return int(value) + 1 if value.isdigit() and int(value) < _BODY_LEVEL else None


def _has_text(run: Element) -> bool:
    return any((text.text or "").strip() for text in run.iter(f"{W}t"))


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get(f"{W}val") not in _OFF


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(f"{W}val") or ""
