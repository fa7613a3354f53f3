"""Prose in a page: lines that are sentences, as menus and lists of titles have none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from bidigest.reading.formats.html.boilerplate import is_boilerplate
from bidigest.reading.formats.html.element_names import is_named_as_dialog, is_named_for_comments
from bidigest.reading.formats.html.parsing import HEADINGS, Element, class_names, text_width
from bidigest.reading.formats.lines import IDEOGRAPHS, one_line, width

Prose = Mapping[Element, int]
"""How much prose each element has in itself, without that of blocks in it."""

HOLDERS = frozenset("p div td li section article pre blockquote center main dd".split())
_CONTAINERS = frozenset("div section article td main center".split())
_DROPPED_BESIDE = frozenset("div section header footer aside form nav table ul p".split())
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data em font i ins kbd label mark q s small span strong sub "
    "sup time tt u var wbr br strike".split()
)
_SENTENCE = re.compile(
    rf"[。！？!?；;…]|\.(?=\s|$|[”\"'’)])|，.*，|[{IDEOGRAPHS}]{{6,40}}[ \u3000][{IDEOGRAPHS}]{{6}}"
)
"""Some who write Chinese set a blank where others set a comma."""
_LAST_DIGITS = re.compile(r"[-_]?\d{1,8}$")
_NARROWEST = 40
CUT_OFF = re.compile(
    r"(?:…|\.{3})\s*[\[【(（]?(?:[详詳][细細情]|更多|(?:[阅閱][读讀])?全文|(?:read )?more)?"
    r"[\]】)）\s»>]*$",
    re.I,
)
_WIDEST_TEASER = 450
"""Of the beginning of another article, which ends in dots."""
_MOSTLY_LINKS = 0.5
_MUCH_MORE, _A_BEGINNING = 0.3, 0.03
_MOSTLY_PROSE = 0.7
_MOST = 0.6
LEAST_OF_KIND = 120
_NEXT_TO_NOTHING = 150
_MOST_OF_PAGE, _WIDEST_DIALOG = 0.6, 1_000
"""Some pages show an article above another page."""


def prose_widths(body: Element, trusted: Sequence[Element] = ()) -> Prose:
    """Measure the prose of each element, without elements that are boilerplate by their names.

    Beginnings that end in dots are other articles', unless there is nothing else: a page may show
    so much of its own to those who do not pay.

    Args:
        body: the outermost element.
        trusted: elements that are no boilerplate, nor is what holds them.
    """
    known = {each for element in trusted for each in (element, *element.iterancestors())}
    found: dict[Element, int] = {}
    cut_off: dict[Element, int] = {}
    whole, waiting = text_width(body), [body]
    while waiting:
        element = waiting.pop()
        is_known = element is body or element in known
        if not is_known and (
            is_boilerplate(element, whole, by_links=False)
            or is_named_for_comments(element)
            or is_dialog(element, whole)
        ):
            continue
        if element.tag in HOLDERS and (size := _own_prose(element)):
            (cut_off if _is_cut_off(element, size) else found)[element] = size
        waiting += [child for child in element if isinstance(child.tag, str)]
    if sum(found.values()) < _NEXT_TO_NOTHING:
        found |= cut_off
    return found


def is_dialog(element: Element, page_width: int) -> bool:
    """Tell whether an element is shown above the page when it is asked for, and not the page."""
    if not is_named_as_dialog(element):
        return False
    return text_width(element) < min(_MOST_OF_PAGE * page_width, _WIDEST_DIALOG)


def prose_within(element: Element, prose: Prose) -> int:
    """Measure how much prose the element holds, in itself and in what is in it."""
    return sum(prose.get(each, 0) for each in element.iter(etree.Element))


def richest(body: Element, prose: Prose, among: Sequence[Element] = ()) -> Element | None:
    """Find the element whose children, and their children by half, have most prose.

    Args:
        body: the outermost element.
        prose: the width of prose in each element.
        among: elements to choose from; all by default.
    """
    scores: dict[Element, float] = defaultdict(float)
    for element, size in prose.items():
        chain = list(_up_to(element, body))
        own = chain if element.tag not in ("p", "li") else chain[1:]
        for share, ancestor in zip((1.0, 0.5, 0.2), own, strict=False):
            scores[ancestor] += share * size
    known = set(among) or scores.keys()
    return max((each for each in scores if each in known), key=lambda e: scores[e], default=None)


def widened(element: Element, body: Element, prose: Prose, first: Element | None = None) -> Element:
    """Find the ancestor with much more prose and little else more; most often the element itself.

    What an `article` holds is whole, and what is around it is not. Where the text begins before
    the element, a beginning is enough.

    Args:
        element: where to begin.
        body: the outermost element.
        prose: the width of prose in each element.
        first: the first prose below the page's title, if that is known.
    """
    ancestors = list(_up_to(element.getparent(), body))
    if not ancestors:
        return element
    held, shown, inside = prose_within(element, prose), text_width(element), {element}
    above = [] if first is None else [first, *first.iterancestors()]
    beginnings = set() if element in above else set(above[1:])
    for ancestor in ancestors:
        if any(child.tag == "article" and child in inside for child in ancestor):
            break
        inside.add(ancestor)
        more = prose_within(ancestor, prose) - held
        least = _A_BEGINNING if ancestor in beginnings else _MUCH_MORE
        if more > least * held and more > _MOSTLY_PROSE * (text_width(ancestor) - shown):
            return ancestor
    return element


def with_likes(element: Element, body: Element, prose: Prose) -> list[Element]:
    """Find the element and others of its kind: parts of a text that a page cuts by advertisements.

    Of its kind is what has its tag and its classes but for their numbers, and holds little but
    prose; of an `article` all parts are in it.

    Args:
        element: a part of the text.
        body: the outermost element.
        prose: the width of prose in each element.
    """
    classes = _classes(element)
    article = _article_of(element)
    related = {element, *element.iterancestors(), *element.iterdescendants()}
    return [
        each
        for each in body.iter(element.tag)
        if each is element
        or (
            each not in related
            and classes
            and classes == _classes(each)
            and _article_of(each) is article
            and _is_prose(each, prose)
        )
    ]


def _article_of(element: Element) -> Element | None:
    return next(element.iterancestors("article"), None)


def _classes(element: Element) -> set[str]:
    return {_LAST_DIGITS.sub("", each[:100]) for each in class_names(element)}


def _is_prose(element: Element, prose: Prose) -> bool:
    held = prose_within(element, prose)
    return held >= LEAST_OF_KIND and held > _MOSTLY_PROSE * text_width(element)


def narrowed(element: Element, prose: Prose) -> list[Element]:
    """Narrow an element to what stands around its prose: parts of it, in order.

    Where one part holds most of the prose, parts beside it that have none are left out; but what
    stands in a section with its own title is its text, as examples in a manual are, and so is a
    list right below a heading.
    """
    children = [child for child in element if isinstance(child.tag, str)]
    titled = element.tag == "section" and any(child.tag == "h1" for child in children)
    if titled or not children:
        return [element]
    whole = prose_within(element, prose)
    held = [prose_within(child, prose) for child in children]
    most = max(range(len(children)), key=lambda n: held[n])
    if not whole or children[most].tag not in _CONTAINERS:
        return [element]
    if held[most] < _MOST * whole:
        return [element]
    found: list[Element] = []
    for number, child in enumerate(children):
        if number == most:
            found += narrowed(child, prose)
        elif held[number] or child.tag not in _DROPPED_BESIDE or _is_headed_list(child):
            found.append(child)
    return found


def _is_headed_list(element: Element) -> bool:
    """Tell whether an element lists something of which the heading right above it says what."""
    above = element.getprevious()
    return element.tag in ("ul", "table") and above is not None and above.tag in HEADINGS


def _up_to(element: Element, body: Element) -> Iterator[Element]:
    while element is not None and element is not body:
        yield element
        element = element.getparent()


def _own_prose(element: Element) -> int:
    text, linked = _own_text(element)
    size = width(text)
    is_prose = size >= _NARROWEST and _SENTENCE.search(text) and linked < _MOSTLY_LINKS * size
    return size if is_prose else 0


def _is_cut_off(element: Element, size: int) -> bool:
    return size <= _WIDEST_TEASER and bool(CUT_OFF.search(_own_text(element)[0]))


def _own_text(element: Element) -> tuple[str, int]:
    """Return text in the element's own lines, and how much of it is linked."""
    parts, linked = [element.text or ""], 0
    for child in element:
        if child.tag in _INLINE:
            parts.append(child.text_content())
            linked += _linked([child])
        parts.append(child.tail or "")
    return one_line("".join(parts)), linked


def _linked(elements: Sequence[Element]) -> int:
    links = (link for element in elements for link in element.iter("a"))
    return sum(width(one_line(link.text_content())) for link in links)
