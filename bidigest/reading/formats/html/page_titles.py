"""Where the title of a page stands in it, and what stands below."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from bidigest.reading.formats.html.parsing import Element, text_width
from bidigest.reading.formats.html.prose import HOLDERS, LEAST_OF_KIND, Prose
from bidigest.reading.formats.lines import one_line, width

_LONG_TITLE = 15
_LEAST_BESIDE = 60
"""Width of what is not linked beside a title, from which it is what the title names."""
_SHORTEST_TITLE = 12
_LINK_TO_ITSELF = re.compile(r"(?<![¶#\ue000-\uf8ff\s])[¶#\ue000-\uf8ff\s]++$")
"""As manuals have it behind a heading, as a mark or as a sign of a font of their own."""


def first_below(title: str, body: Element, prose: Prose) -> Element | None:
    """Find the first prose behind the heading that is the page's title; None where there is none.

    Args:
        title: of the page.
        body: the outermost element.
        prose: the width of prose in each element.
    """
    below = False
    for element in body.iter("h1", "h2", *HOLDERS):
        if element.tag in ("h1", "h2"):
            below |= is_title(element, title)
        elif below and prose.get(element, 0) >= LEAST_OF_KIND:
            return element
    return None


def is_below_another(title: str, found: Sequence[Element], body: Element) -> bool:
    """Tell whether a heading of the first level stands between the page's title and the elements.

    Pages show the next article below the first, with a title of its own.

    Args:
        title: of the page.
        found: the elements, in order.
        body: the outermost element.
    """
    titles = [h for h in body.iter("h1") if width(one_line(h.text_content())) >= _SHORTEST_TITLE]
    own = next((number for number, h in enumerate(titles) if is_title(h, title)), None)
    if own is None or not found:
        return False
    others = [h for h in titles[own + 1 :] if not is_title(h, title)]
    first = others[0] if others else None
    before = next((e for e in body.iter("h1", found[0].tag) if e is first or e is found[0]), None)
    return first is not None and before is first


def section_of(title: str, body: Element) -> Element | None:
    """Find the smallest element in which more stands beside the page's title than links."""
    heading = next((h for h in body.iter("h1", "h2") if is_title(h, title)), None)
    section = heading
    while section is not None and section is not body:
        linked = sum(text_width(link) for link in section.iter("a"))
        if text_width(section) - linked - text_width(heading) >= _LEAST_BESIDE:
            return section
        section = section.getparent()
    return None


def is_title(heading: Element, title: str) -> bool:
    """Tell whether a heading is the page's own: of the second level no link, and not short."""
    text = heading_text(heading)
    if heading.tag != "h1":
        linked = next(heading.iter("a"), None) is not None or heading.getparent().tag == "a"
        if linked or len(text) < _LONG_TITLE:
            return False
    one, other = (unicodedata.normalize("NFKC", each) for each in (text, title))
    return min(len(one), len(other)) > 1 and (one in other or other in one)


def heading_text(heading: Element) -> str:
    """Return what a heading says, without a link to itself behind it."""
    return _LINK_TO_ITSELF.sub("", one_line(heading.text_content()))
