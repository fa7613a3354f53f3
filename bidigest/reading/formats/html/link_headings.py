"""Headings that lead to other articles: links, or above nothing but links."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from bidigest.reading.formats.html.parsing import Element
from bidigest.reading.formats.lines import one_line, width

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
"""Not the first level: that is the page's title."""
_LEAST_PROSE = 40
"""Width of unlinked text from which something is said beneath a heading."""
_LEAST_LINKS = 20


@dataclass(slots=True)
class _Section:
    """What a heading and the text up to the next heading hold, as widths."""

    heading: Element
    title: int = 0
    linked_title: int = 0
    prose: int = 0
    links: int = 0

    def leads_elsewhere(self) -> bool:
        """Tell whether the heading is a link or stands above nothing but links."""
        is_link = self.linked_title >= 0.9 * self.title > 0
        return self.prose < _LEAST_PROSE and (is_link or self.links >= _LEAST_LINKS)


@dataclass(slots=True)
class _Walk:
    """Where a walk through a tree is."""

    sections: list[_Section] = field(default_factory=list)
    headings: int = 0
    links: int = 0

    def enter(self, element: Element) -> None:
        """Begin an element."""
        if element.tag in _HEADINGS:
            self.headings += 1
            self.sections.append(_Section(element))
        self.links += _is_link(element)
        if isinstance(element.tag, str):
            self.say(element.text)

    def leave(self, element: Element) -> None:
        """End an element."""
        self.headings -= element.tag in _HEADINGS
        self.links -= _is_link(element)
        self.say(element.tail)

    def say(self, text: str | None) -> None:
        """Count a text for the section it stands in."""
        if not text or not self.sections:
            return
        section, size = self.sections[-1], width(one_line(text))
        if self.headings:
            section.title += size
            section.linked_title += size if self.links else 0
        elif self.links:
            section.links += size
        else:
            section.prose += size


def headings_of_other_articles(root: Element) -> frozenset[Element]:
    """Find the headings below the first level beneath which nothing is said.

    They are links to other articles themselves, or stand above a list of such links. A link within
    the page (`#part`) is none.
    """
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.enter(element)
        else:
            walk.leave(element)
    return frozenset(each.heading for each in walk.sections if each.leads_elsewhere())


def _is_link(element: Element) -> bool:
    return element.tag == "a" and not (element.get("href") or "#").startswith("#")
