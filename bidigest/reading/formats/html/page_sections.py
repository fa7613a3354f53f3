"""What a page sets apart and is read together: sections of one text, posts of a list of them."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from bidigest.reading.formats.html.boilerplate import is_boilerplate
from bidigest.reading.formats.html.other_articles import is_linked
from bidigest.reading.formats.html.page_titles import is_title
from bidigest.reading.formats.html.parsing import Element, class_names, text_width

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_FEWEST = 2
_FEWEST_POSTS, _MOSTLY_TITLED = 3, 0.5
_MOSTLY_LINKS = 0.5
_LEAST = 60
"""Width of what a section says besides its heading and its links."""


def with_other_sections(found: Sequence[Element], body: Element) -> list[Element]:
    """Add the sections beside the one in which all that was found stands.

    They are children of the same element, have a class in common with it or none like it, a
    heading of their own, and are neither boilerplate nor mostly links.

    Args:
        found: the main elements, in order.
        body: the outermost element.
    """
    section = _section_of(found)
    if section is None:
        return list(found)
    parent, classes, whole = section.getparent(), class_names(section), text_width(body)
    holders = {each for part in found for each in (part, *part.iterancestors("section"))}
    sections = [
        each
        for each in parent
        if each.tag == "section"
        and (each in holders or (_is_like(each, classes) and _is_told(each)))
        and (each in holders or not is_boilerplate(each, whole))
    ]
    added = [each for each in sections if each not in holders]
    return sections if added and len(sections) > _FEWEST else list(found)


def titled_section(found: Sequence[Element], title: str) -> Element | None:
    """Find the section that the page's title heads and in which all that was found stands.

    Manuals set sections in sections, and the text of one may be longer than of those around it.

    Args:
        found: the main elements.
        title: of the page.
    """
    for section in found[0].iterancestors("section") if found else ():
        heads = (child for child in section.iterchildren("h1") if is_title(child, title))
        if next(heads, None) is not None:
            whole = set(section.iter(etree.Element))
            return section if whole.issuperset(found) else None
    return None


def with_other_posts(found: Element, title: str) -> list[Element]:
    """Add the other posts of a page that is a list of whole ones, each with its heading.

    They are articles beside that of the element, alike, and most with a heading that is a link.

    Args:
        found: the main element.
        title: of the page; where it heads the element, the others are other articles.
    """
    post = next(found.iterancestors("article"), None)
    if post is None or post.getparent() is None:
        return [found]
    if any(is_title(heading, title) for heading in post.iter("h1", "h2")):
        return [found]
    classes = class_names(post)
    posts = [each for each in post.getparent().iterchildren("article") if _is_like(each, classes)]
    titles = {each: next(filter(is_linked, each.iter(*_HEADINGS)), None) for each in posts}
    titled = [each for each in posts if titles[each] is not None]
    if len(titled) < max(_FEWEST_POSTS, _MOSTLY_TITLED * len(posts)):
        return [found]
    own = class_names(found)
    return [
        part
        for each in titled
        for part in each.iter(etree.Element)
        if part is titles[each]
        or part is found
        or (part.tag == found.tag and class_names(part) == own != set())
    ]


def _section_of(found: Sequence[Element]) -> Element | None:
    """Find the innermost section that holds the first, with sections beside it for the others."""
    for section in [found[0], *found[0].iterancestors("section")] if found else ():
        parent = section.getparent()
        if section.tag != "section" or parent is None:
            continue
        beside = {each for each in parent if each.tag == "section"}
        around = ({part, *part.iterancestors("section")} for part in found)
        if len(beside) > _FEWEST and all(beside & each for each in around):
            return section
    return None


def _is_like(section: Element, classes: set[str]) -> bool:
    """Tell whether a class is in common, or neither has one."""
    own = class_names(section)
    return bool(classes & own) or not (classes or own)


def _is_told(section: Element) -> bool:
    heading = next(section.iter(*_HEADINGS), None)
    if heading is None:
        return False
    linked = sum(text_width(link) for link in section.iter("a"))
    said = text_width(section) - text_width(heading) - linked
    return said >= _LEAST and linked < _MOSTLY_LINKS * text_width(section)
