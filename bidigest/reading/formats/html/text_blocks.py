"""The blocks of a page that hold text and no blocks, each with what its rank and its links say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from bidigest.reading.formats.html.boilerplate import Blocked
from bidigest.reading.formats.html.markdown_writer import BLOCKS
from bidigest.reading.formats.html.parsing import HEADINGS, Element, text_width
from bidigest.reading.formats.lines import IDEOGRAPHS, one_line, width

SENTENCE_END = re.compile(r"[。．.!?！？…；;:：，,、][”’」』）)\]\"']*$")
_LISTS = frozenset("li dd dt blockquote pre".split())
_FULL_STOP = re.compile(r"[。！？!?…]|[a-z0-9)”\"’']\.(?=\s|$|[”\"'’)])")
_CLAUSE_END = re.compile(r"[，；。！？]")
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_NARROWEST_PROSE = 60
_WIDEST_LINE, _WIDEST_HAN_LINE = 80, 66
_WIDEST_CELL = 300
"""A cell with more text sets the page."""
_MOSTLY_LINKS = 0.6


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block without blocks in it, or text that stands between blocks."""

    element: Element
    """Around the text; where it stands between blocks, around these as well."""
    text: str
    size: int
    """As wide as a reader feels it."""
    linked: int
    """How much of the size is linked."""
    listed: bool
    """Whether it stands in a list, a table, a quotation or between blocks."""

    @property
    def is_heading(self) -> bool:
        """Whether it is marked as a heading, of any level."""
        return self.element.tag in HEADINGS

    @property
    def is_prose(self) -> bool:
        """Whether it holds a sentence and is not mostly links."""
        return (
            self.size >= _NARROWEST_PROSE
            and not self.is_heading
            and self.linked < _MOSTLY_LINKS * self.size
            and bool(_FULL_STOP.search(self.text))
        )

    @property
    def says_nothing(self) -> bool:
        """Whether it is a few words that are no sentence and announce none."""
        widest = _WIDEST_HAN_LINE if _IDEOGRAPH.search(self.text) else _WIDEST_LINE
        ends = SENTENCE_END.search(self.text) or _CLAUSE_END.search(self.text)
        return self.size <= widest and not ends

    def is_linked(self, share: float) -> bool:
        """Whether more than this share is linked, and it is no sentence."""
        return self.linked > share * self.size and not SENTENCE_END.search(self.text)

    def is_all(self, tags: frozenset[str]) -> bool:
        """Whether one element of these tags holds nearly all of it."""
        whole = [self.element, *self.element.iterdescendants(etree.Element)]
        marked = (each for each in whole if each.tag in tags)
        return any(text_width(each) >= 0.95 * self.size for each in marked)


def text_blocks(element: Element, skipped: Blocked, *, listed: bool = False) -> Iterator[TextBlock]:
    """Yield the text of an element, block by block in order.

    Args:
        element: the element.
        skipped: tells of an element whether it is left out, with all that it holds.
        listed: whether it stands in a list, a table or a quotation.
    """
    if skipped(element):
        return
    listed = listed or _is_list(element)
    if not _holds_blocks(element):
        if element.tag in BLOCKS and (text := one_line(element.text_content())):
            linked = sum(text_width(link) for link in element.iter("a"))
            yield TextBlock(element, text, width(text), linked, listed)
        return
    between = element.text or ""
    for child in element:
        if child.tag in BLOCKS or (isinstance(child.tag, str) and _holds_blocks(child)):
            yield from _between(element, between)
            yield from text_blocks(child, skipped, listed=listed)
            between = ""
        elif isinstance(child.tag, str):
            between += child.text_content()
        between += child.tail or ""
    yield from _between(element, between)


def _between(element: Element, text: str) -> Iterator[TextBlock]:
    if text := one_line(text):
        yield TextBlock(element, text, width(text), 0, listed=True)


def _holds_blocks(element: Element) -> bool:
    return len(element) > 0 and next(element.iterdescendants(*BLOCKS), None) is not None


def _is_list(element: Element) -> bool:
    if element.tag in ("td", "th"):
        return text_width(element) < _WIDEST_CELL
    return element.tag in _LISTS
