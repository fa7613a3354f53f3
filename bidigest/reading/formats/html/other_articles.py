"""Other articles that a page shows besides its own: beginnings of some, and the next one whole."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from bidigest.reading.formats.html.page_titles import is_title
from bidigest.reading.formats.html.parsing import HEADINGS, Element, text_width
from bidigest.reading.formats.html.prose import CUT_OFF, prose_widths
from bidigest.reading.formats.lines import one_line, width

_PARTS = frozenset("article div li section dl".split())
_FEWEST, _MOSTLY = 3, 0.8
_LEAST_LEFT = 240
_WIDEST_BEGINNING = 900
_NARROWEST_TITLE = 12
_NEARLY_ALL = 0.9
_LONGEST_HEAD = 300
_DATE = re.compile(
    r"(?:19|20)\d{2}\s?[-/.年]\s?[01]?\d\s?[-/.月]\s?[0-3]?\d|[01]?\d月[0-3]?\d日"
    r"|\d{1,2}\s?(?:分[鐘钟]|小[时時]|[天日周週])之?前"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? [0-3]?\d,? (?:19|20)\d{2}"
    r"|\b\d{1,2} (?:minutes?|hours?|days?|weeks?) ago\b"
)


def remove_other_articles(root: Element, title: str) -> None:
    """Take out what tells of other articles, where enough is left: a page may be a list of them.

    Beginnings are three and more parts alike, each with a heading that is a link and with the day
    it is from, or cut off. A whole one is a part like that of the page's title, with a heading of
    the first level and a day of its own.

    Args:
        root: of the page.
        title: of the page.
    """
    body = root.find("body")
    body = root if body is None else body
    found = {*_beginnings(body), *_whole(body, title)}
    if not found:
        return
    prose = prose_widths(body)
    outside = (s for e, s in prose.items() if found.isdisjoint([e, *e.iterancestors()]))
    if sum(outside) < _LEAST_LEFT:
        return
    for element in found:
        if element.getparent() is not None:
            element.drop_tree()


def _beginnings(body: Element) -> Iterator[Element]:
    """Yield the parts of lists that begin other articles."""
    kinds: dict[tuple[Element, str, str | None], list[Element]] = defaultdict(list)
    for heading in body.iter(*HEADINGS):
        part = _part_of(heading)
        if part is not None:
            kinds[part.getparent(), part.tag, part.get("class")].append(part)
    for (parent, tag, classes), parts in kinds.items():
        alike = [
            each
            for each in parent
            if (each.tag, each.get("class")) == (tag, classes) and text_width(each)
        ]
        told = [each for each in dict.fromkeys(parts) if _is_dated(each)]
        if len(told) >= _FEWEST and len(told) >= _MOSTLY * len(alike):
            yield from alike


def _part_of(heading: Element) -> Element | None:
    """Find the outermost part that begins another article with this heading, a link."""
    if not is_linked(heading):
        return None
    found = None
    for part in heading.iterancestors():
        several = sum(1 for _ in islice(part.iter(*HEADINGS), 2)) > 1
        if several or text_width(part) > _WIDEST_BEGINNING or part.getparent() is None:
            break
        if part.tag in _PARTS:
            found = part
    return found


def is_linked(heading: Element) -> bool:
    """Tell whether a heading is a link, nearly whole, to another page."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    leads = any(not (link.get("href") or "#").startswith("#") for link in links)
    whole = text_width(heading)
    linked = whole if heading.getparent().tag == "a" else sum(map(text_width, links))
    return leads and whole >= _NARROWEST_TITLE and linked >= _NEARLY_ALL * whole


def _is_dated(part: Element) -> bool:
    text = one_line(part.text_content())
    return bool(_DATE.search(text) or CUT_OFF.search(text))


def _whole(body: Element, title: str) -> Iterator[Element]:
    """Yield the parts that hold another article with its title, as the page's own part does."""
    titles = [h for h in body.iter("h1") if width(one_line(h.text_content())) >= _NARROWEST_TITLE]
    own = next(
        (heading for heading in titles if is_title(heading, title)), next(iter(titles), None)
    )
    if own is None:
        return
    around = {element: before for before, element in _steps(own)}
    for heading in titles:
        if heading is own or is_title(heading, title):
            continue
        for part, parent in _steps(heading):
            if parent in around:
                if _are_alike(around[parent], part) and _are_dated([around[parent], part]):
                    yield part
                break


def _steps(element: Element) -> Iterator[tuple[Element, Element]]:
    """Yield each element around with its parent, from the inside."""
    for parent in element.iterancestors():
        yield element, parent
        element = parent


def _are_alike(one: Element, other: Element) -> bool:
    """Tell whether two parts have a tag and the first of their classes in common."""
    classes = [(each.get("class") or "").split()[:1] for each in (one, other)]
    return one.tag in _PARTS and one.tag == other.tag and classes[0] == classes[1] != []


def _are_dated(parts: Sequence[Element]) -> bool:
    heads = (one_line(part.text_content())[:_LONGEST_HEAD] for part in parts)
    return all(_DATE.search(head) for head in heads)
