"""The part of a manual that begins with its heading, where only a list of it was found.

Manuals cut a page into sections of a few sentences each, between options and steps: the longest
list has more text than what says what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from bidigest.reading.formats.html.boilerplate import is_boilerplate, is_hidden
from bidigest.reading.formats.html.element_names import (
    is_named_as_dialog,
    is_named_for_comments,
    names_a_person,
)
from bidigest.reading.formats.html.markdown_writer import BLOCKS
from bidigest.reading.formats.html.other_articles import is_linked
from bidigest.reading.formats.html.parsing import HEADINGS, Element, text_width
from bidigest.reading.formats.html.text_blocks import TextBlock, text_blocks
from bidigest.reading.formats.lines import one_line

_MOST_AROUND = 8
"""Elements of different widths around what was found, of which one may be the part."""
_MOST_ELSE = 0.15
"""Share of what the part has more that may be links and names."""
_TEASERS, _SHORTEST_TITLE = 3, 20
"""Beginnings of other articles, each behind its title."""
_LISTED = frozenset("li dt dd".split())
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
"""In a few words: when something was published."""
_LEAST_MORE = 60
"""Width of prose that the part has more."""


def headed_part(found: Sequence[Element]) -> Element | None:
    """Find the outermost element that a heading begins and that has more of the same text.

    What it has more is prose, headings and lists; neither links nor names of persons nor a time,
    as they stand around an article. None where there is no such element.

    Args:
        found: the main elements, in order.
    """
    around = _around(found)
    return next((part for part in reversed(around) if _is_whole(part, found)), None)


def _around(found: Sequence[Element]) -> list[Element]:
    """List the nearest elements around all that was found, of each width the innermost."""
    if not found:
        return []
    others = [set(each.iterancestors()) for each in found[1:]]
    parts: dict[int, Element] = {}
    for element in found[0].iterancestors():
        if element.tag == "html" or len(parts) >= _MOST_AROUND:
            break
        if all(element in each for each in others):
            parts.setdefault(text_width(element), element)
    return list(parts.values())


def _is_whole(part: Element, found: Sequence[Element]) -> bool:
    """Tell whether a part begins with a heading, and what it has more is of the same text."""
    if _is_signed(part) or _has_others(part, found):
        return False
    size = text_width(part)
    blocks = list(text_blocks(part, lambda each: is_boilerplate(each, size) or _is_other(each)))
    if not blocks or not blocks[0].is_heading:
        return False
    more = list(_more(blocks, found))
    if _is_below_lead(blocks, more):
        return False
    prose = sum(block.size for block in more if block.is_prose)
    other = sum(block.size for block in more if _is_else(block))
    if any(block.says_nothing and _YEAR.search(block.text) for block in more):
        return False
    return prose >= _LEAST_MORE and other <= _MOST_ELSE * sum(block.size for block in more)


def _more(blocks: Sequence[TextBlock], found: Sequence[Element]) -> Iterator[TextBlock]:
    """Yield the blocks that do not stand in what was found."""
    known = set(found)
    for block in blocks:
        if known.isdisjoint([block.element, *block.element.iterancestors()]):
            yield block


def _is_below_lead(blocks: Sequence[TextBlock], more: Sequence[TextBlock]) -> bool:
    """Tell whether what was found begins with a sentence, and all else stands above it.

    Then this is what an article has below its title, and not a part of a manual.
    """
    known = set(map(id, more))
    rest = [block for block in blocks[len(more) :] if id(block) not in known]
    return len(rest) == len(blocks) - len(more) and bool(rest) and rest[0].is_prose


def _is_title_of_another(link: Element) -> bool:
    """Tell whether a link begins what stands around it, as the title of another article does."""
    said = one_line(link.text_content())
    if len(said) < _SHORTEST_TITLE or (link.get("href") or "#").startswith("#"):
        return False
    around = next(each for each in link.iterancestors() if each.tag in BLOCKS or each.tag == "html")
    listed = around.tag in _LISTED or any(each.tag in _LISTED for each in around.iterancestors())
    return not listed and one_line(around.text_content()).startswith(said)


def _is_else(block: TextBlock) -> bool:
    """Tell whether a block is a link, or a few words that are neither a heading nor an item."""
    says_nothing = block.says_nothing and not (block.is_heading or block.listed)
    return says_nothing or block.is_linked(_MOST_ELSE)


def _is_signed(part: Element) -> bool:
    """Tell whether something in it is a time, or named for who wrote."""
    if next(part.iter("time", "address"), None) is not None:
        return True
    named = (each for each in part.iter("a", "div", "span", "p", "li", "ul", "section"))
    return any(map(names_a_person, named))


def _has_others(part: Element, found: Sequence[Element]) -> bool:
    """Tell whether it holds several titles, or an article or a dialog beside what was found.

    A heading that is a link to another page is another article's.
    """
    known = set(found)
    around = {*known, *(each for element in found for each in element.iterancestors())}
    beside = (each for each in part.iterdescendants(etree.Element) if each not in around)
    others = any(
        each.tag == "article"
        or is_named_as_dialog(each)
        or (each.tag in HEADINGS and is_linked(each))
        for each in beside
    )
    links = (link for link in part.iter("a") if known.isdisjoint(link.iterancestors()))
    several = sum(map(_is_title_of_another, links)) >= _TEASERS
    return others or several or len(list(part.iter("h1"))) > 1


def _is_other(element: Element) -> bool:
    return is_hidden(element) or is_named_for_comments(element)
