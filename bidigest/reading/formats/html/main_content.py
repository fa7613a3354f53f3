"""The elements of a page that hold what it is about, as Mozilla's Readability finds them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import lxml.html
from lxml import etree
from readability import Document
from readability.readability import Unparseable

from bidigest.reading.formats.html.element_names import is_named_for_comments
from bidigest.reading.formats.html.headed_parts import headed_part
from bidigest.reading.formats.html.likely_text import likelier
from bidigest.reading.formats.html.page_sections import (
    titled_section,
    with_other_posts,
    with_other_sections,
)
from bidigest.reading.formats.html.page_titles import first_below, is_below_another, section_of
from bidigest.reading.formats.html.parsing import Element, text_width
from bidigest.reading.formats.html.posts import thread_around
from bidigest.reading.formats.html.prose import (
    Prose,
    is_dialog,
    narrowed,
    prose_widths,
    prose_within,
    richest,
    widened,
    with_likes,
)
from bidigest.reading.formats.html.threads import thread_of

# It says there what it also raises.
logging.getLogger("readability").addHandler(logging.NullHandler())

_MARK = "data-bidigest"
_LEAST_SHARE = 0.3
"""Of the prose found elsewhere: what follows the title with less is a lead, or a caption."""
_ROWS = frozenset({"tbody", "thead", "tfoot", "tr"})
_SEVERAL = 4
_MOST_MEASURED, _SIZE_OF_A_TAG = 20_000_000, 20
_SHORTEST = 150
"""Width below which what was found is not believed."""
_MISSED = 2.0
"""Where another element has so many times the prose of what was found, it is that one."""


def main_elements(
    root: Element, title: str = "", *, forum: bool = False, dated: bool = False
) -> list[Element]:
    """Find the main elements of a tree, in order and none within another.

    Args:
        root: the tree.
        title: of the page.
        forum: whether the page says of itself that people answer each other on it.
        dated: whether it says when it was published, as articles do.
    """
    body = root.find("body")
    body = root if body is None else body
    whole = text_width(body)
    found = [each for each in _by_readability(root) if not _is_in_dialog(each, whole)]
    if any(element.tag in ("body", "html") for element in found):
        found = [body]
    prose = prose_widths(body, found)
    first = first_below(title, body, prose)
    found = _below_title(found, body, prose, title, first)
    if thread := thread_of(found, body, prose, forum=forum):
        return thread
    asked = _one_of(found, prose)
    if asked is not None and (thread := thread_around(asked, body)):
        return thread
    if (section := titled_section(found, title)) is not None:
        return [section]
    if not dated and (part := headed_part(found)) is not None:
        return [part]
    found = [widened(_out_of_table(element), body, prose, first) for element in found]
    found = with_other_sections(_outermost(_with_its_like(found, body, prose, title)), body)
    widths = accumulate(text_width(element) for element in found)
    if not any(size >= _SHORTEST for size in widths):
        section = section_of(title, body)
        return [body if section is None else section]
    return likelier(_narrowed(found, prose), body, first)


def _with_its_like(found: list[Element], body: Element, prose: Prose, title: str) -> list[Element]:
    """Add to a single element the other parts of its text, or the other posts of its page."""
    if len(found) != 1:
        return found
    likes = with_likes(found[0], body, prose)
    return likes if len(likes) > 1 else with_other_posts(found[0], title)


def _narrowed(found: Sequence[Element], prose: Prose) -> list[Element]:
    """Narrow those that hold much of the prose down to where it stands."""
    least = _LEAST_SHARE * sum(prose_within(element, prose) for element in found)
    parts = (
        narrowed(element, prose) if prose_within(element, prose) >= least else [element]
        for element in found
    )
    return [part for each in parts for part in each]


def _below_title(
    found: list[Element], body: Element, prose: Prose, title: str, first: Element | None
) -> list[Element]:
    """Return what was found, unless the prose that follows the page's title lies elsewhere.

    Without a title, unless something else has much more prose.
    """
    parts = [prose_within(element, prose) for element in found]
    held = sum(parts)
    if first is None:
        best = _richest_of_page(found, body, prose, title)
        least = 0 if all(map(_is_among_comments, found)) else _MISSED * held
        return found if best is None or prose_within(best, prose) < least else [best]
    chain = [first, *first.iterancestors()]
    if set(found) & set(chain):
        return found
    holders = {each for element in found for each in (element, *element.iterancestors())}
    several = len(found) >= _SEVERAL  # without the title they may be other articles
    among = [each for each in chain[: chain.index(body)] if not (several and each in holders)]
    best = richest(body, prose, among=among)
    # What holds it as well is a page around it, with captions and summaries.
    if best is None or best in holders:
        return found
    whole = _far_from_title(best, body, prose, held)
    if whole is not None:
        return [whole]
    if is_below_another(title, found, body):
        return [best]
    least = _LEAST_SHARE * (max(parts) if several else held)
    return [best] if prose_within(best, prose) > least else found


def _far_from_title(best: Element, body: Element, prose: Prose, held: int) -> Element | None:
    """Find the text where what follows the title is a single line, far from it.

    Args:
        best: what follows the title.
        body: of the page.
        prose: widths of the prose, by element.
        held: width of the prose found elsewhere.
    """
    if sum(each in prose for each in best.iter(etree.Element)) != 1:
        return None
    whole = richest(body, prose)
    least = _MISSED * max(held, prose_within(best, prose))
    return whole if whole is not None and prose_within(whole, prose) > least else None


def _richest_of_page(
    found: Sequence[Element], body: Element, prose: Prose, title: str
) -> Element | None:
    """Return what has most prose; where only comments were found, below the title."""
    section = section_of(title, body) if all(map(_is_among_comments, found)) else None
    if section is None:
        return richest(body, prose)
    best = richest(body, prose, among=list(section.iter(etree.Element)))
    return section if best is None else best


def _is_among_comments(element: Element) -> bool:
    return any(map(is_named_for_comments, (element, *element.iterancestors())))


def _one_of(found: Sequence[Element], prose: Prose) -> Element | None:
    """Return the only element, or the only one of several with prose."""
    if len(found) == 1:
        return found[0]
    held = [element for element in found if prose_within(element, prose)]
    return held[0] if len(held) == 1 else None


def _is_in_dialog(element: Element, page_width: int) -> bool:
    return any(is_dialog(each, page_width) for each in (element, *element.iterancestors()))


def _out_of_table(element: Element) -> Element:
    """Find what stands around the table of which this is rows: a table is no text of its own."""
    while element.tag in _ROWS and element.getparent() is not None:
        element = element.getparent()
        if element.tag == "table" and element.getparent() is not None:
            return element.getparent()
    return element


def _by_readability(root: Element) -> list[Element]:
    """Return what readability-lxml keeps of a copy, whose elements are known by a mark.

    It measures the text of each element anew: of much text that is nested deeply it keeps nothing.
    """
    elements = list(root.iter(etree.Element))
    if _measured_anew(root, elements) > _MOST_MEASURED:
        return []
    for number, element in enumerate(elements):
        element.set(_MARK, str(number))
    try:
        summary = Document(lxml.html.tostring(root, encoding="unicode")).summary()
        kept = lxml.html.document_fromstring(summary)
    except (Unparseable, etree.LxmlError, ValueError, RecursionError, AssertionError):
        return []
    finally:
        for element in elements:
            element.attrib.pop(_MARK, None)
    return _outermost([elements[number] for number in _marks(kept)])


def _measured_anew(root: Element, elements: Sequence[Element]) -> int:
    """Count how many code points and tags stand within elements, once for each of these."""
    depths = {root: 1}
    for element in elements[1:]:
        depths[element] = depths[element.getparent()] + 1
    return sum(
        depth * (len(element.text or "") + len(element.tail or "") + _SIZE_OF_A_TAG)
        for element, depth in depths.items()
    )


def _marks(kept: Any) -> Iterator[int]:
    """Yield the marks of the outermost elements that have one, in order."""
    if kept.get(_MARK, "").isdigit():
        yield int(kept.get(_MARK))
        return
    for child in kept:
        if isinstance(child.tag, str):
            yield from _marks(child)


def _outermost(elements: Sequence[Element]) -> list[Element]:
    known = set(elements)
    return [
        element
        for element in dict.fromkeys(elements)
        if not any(ancestor in known for ancestor in element.iterancestors())
    ]
