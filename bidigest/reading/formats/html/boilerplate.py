"""Elements of a page that are not what it is about: menus, share buttons, lists of links."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml import etree

from bidigest.reading.formats.html.element_names import (
    is_named_as_boilerplate,
    is_named_as_note,
    is_named_as_player,
)
from bidigest.reading.formats.html.parsing import (
    HEADINGS,
    WHOLE_TEXTS,
    Element,
    class_names,
    text_width,
)
from bidigest.reading.formats.html.posts import is_list_of_comments
from bidigest.reading.formats.lines import one_line, width

_TAGS = frozenset({"nav", "footer", "aside", "form", "figcaption"})
"""Captions too: they tell of a picture that is not shown."""
_LISTS = frozenset({"ul", "ol", "div", "table", "section", "dl"})

_SMALL = 0.3
"""Share of the main text: boilerplate by its name that is larger may be misnamed."""
_MOST_OF_TEXT = 0.6
"""Share of the main text: a film's buttons may be as long as a text of one paragraph."""
_MOSTLY_LINKS = 0.6
_FEWEST_LINKS = 3
_LONGEST_LINK = 120
_LONGEST_HIDDEN = 1500
_HIDDEN, _SHOWN = frozenset({"hidden", "d-none"}), re.compile(r"d-(?!none)|visible|show")
_ONLY_SPOKEN = re.compile(r"(?:^|[-_ ])(?:sr-only|visually-?hidden|screen-?reader(?:-?text|-?only)?)(?:[-_ ]|$)", re.I)  # fmt: skip  # noqa: E501
_PICTURE_HOLDERS = frozenset({"div", "figure", "center", "table"})
_LONGEST_CAPTION = 200
_SENTENCE_END = re.compile(r"[。！？!?.…][”’」』\"']?$")
_NO_WORD = re.compile(r"[\W_]+")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]|\[(?:edit|编辑|編輯|citation needed)\]")


Blocked = Callable[[Element], bool]
"""Tells of an element whether it is left out, with all that it holds."""


def is_not_displayed(element: Element) -> bool:
    """Tell whether by its style or its attribute an element is shown to nobody."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or element.get("hidden") is not None


def is_hidden(element: Element) -> bool:
    """Tell whether an element is not shown, or kept from those who have the page read to them."""
    if is_not_displayed(element):
        return True
    return (
        (element.get("aria-hidden") == "true" or _is_classed_as_hidden(element))
        and element.tag not in WHOLE_TEXTS
        and text_width(element) < _LONGEST_HIDDEN
    )


def _is_classed_as_hidden(element: Element) -> bool:
    """Tell whether by its classes an element is shown on screens of no width, or only spoken."""
    names = element.get("class") or ""
    if _ONLY_SPOKEN.search(names) and "not-sr-only" not in names:
        return True
    classes = names.split()
    if not _HIDDEN.intersection(classes):
        return False
    return not any(":" in each or _SHOWN.match(each) for each in classes)


def is_boilerplate(
    element: Element, main_width: int, *, by_links: bool = True, by_names: bool = True
) -> bool:
    """Tell whether an element is no part of a main text: hidden, named so, or mostly links.

    Args:
        element: the element.
        main_width: width of the main text.
        by_links: whether lists of links count.
        by_names: whether names of elements count.
    """
    if is_hidden(element):
        return True
    named = by_names and is_named_as_boilerplate(element)
    if named or (element.tag in _TAGS and not _is_note(element)):
        return text_width(element) < _SMALL * main_width
    if is_named_as_player(element) and text_width(element) < _MOST_OF_TEXT * main_width:
        return True
    if _is_caption(element):
        return True
    if not by_links or element.tag not in _LISTS:
        return False
    return _is_list_of_links(element) or is_list_of_comments(element)


def skipping(
    main_width: int,
    elsewhere: frozenset[Element] = frozenset(),
    main: Sequence[Element] = (),
) -> Blocked:
    """Make a test of elements: whether one is no part of a main text.

    Args:
        main_width: width of the main text.
        elsewhere: elements that are none.
        main: elements of it, in order; answers are of the first's kind, however they are named,
            and the only one is what the page is about, be it named as a caption.
    """
    kinds = [class_names(each) for each in (*main[:1], *main[-1:])]
    alike = (each for each in main if any(class_names(each) & kind for kind in kinds))
    kept = frozenset(main if len(main) == 1 else alike)
    tell = names_tell(main, main_width)
    return lambda element: (
        element in elsewhere
        or (element not in kept and is_boilerplate(element, main_width, by_names=tell))
    )


def names_tell(main: Sequence[Element], main_width: int) -> bool:
    """Tell whether names can be believed: not where they would take away most of a main text.

    A page that compares things by rank may name each part of its text so.
    """
    named: set[Element] = set()
    size = 0
    for element in (each for part in main for each in part.iterdescendants(etree.Element)):
        if element.getparent() in named:
            named.add(element)
        elif is_named_as_boilerplate(element) and not is_hidden(element):
            named.add(element)
            size += text_width(element)
    return size <= _MOST_OF_TEXT * main_width


def shown_text(element: Element) -> str:
    """Return the text of an element without what in it is not shown, and marks of footnotes."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and not (is_hidden(child) or is_note_mark(child)):
            parts.append(shown_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def is_note_mark(element: Element) -> bool:
    """Tell whether an element is the mark of a footnote, or a link to edit."""
    if element.tag == "sup" and "reference" in (element.get("class") or ""):
        return True
    return len(element) < 4 and bool(_NOTE_MARK.fullmatch(element.text_content().strip()))


def _is_note(element: Element) -> bool:
    """Tell whether what is set beside a text is a note in it, and says a sentence."""
    if element.tag != "aside" or not is_named_as_note(element) or _is_list_of_links(element):
        return False
    lines = (element, *element.iter("p", "li", "div"))
    return any(_SENTENCE_END.search(one_line(line.text_content())) for line in lines)


def _is_caption(element: Element) -> bool:
    """Tell whether an element is a picture with a few words that are no sentence.

    As a term and what is said of it, a picture has a caption, be it of sentences.
    """
    if element.tag == "dl" and [child.tag for child in element] == ["dt", "dd"]:
        return next(element[0].iter("img"), None) is not None
    if element.tag not in _PICTURE_HOLDERS or next(element.iter("img"), None) is None:
        return False
    if next(element.iter("ul", "ol"), None) is not None:
        return False  # a part of the text in short lines, with a picture beside it
    text = one_line(element.text_content())
    return width(text) < _LONGEST_CAPTION and not _SENTENCE_END.search(text)


def _is_list_of_links(element: Element) -> bool:
    links = [link for link in element.iter("a") if not _is_of_heading(link)]
    if len(links) < _FEWEST_LINKS:
        return False
    whole = _width_of_words(element)
    linked = sum(map(_width_of_words, links))
    return bool(whole) and linked / whole > _MOSTLY_LINKS and whole / len(links) < _LONGEST_LINK


def _is_of_heading(link: Element) -> bool:
    """Tell whether a link in a heading leads to a place on the page, as the heading itself."""
    if not (link.get("href") or "").startswith("#"):
        return False
    return any(element.tag in HEADINGS for element in link.iterancestors())


def _width_of_words(element: Element) -> int:
    """Measure the words of an element, without the brackets and bars that menus set around."""
    return width(_NO_WORD.sub(" ", element.text_content()).strip())
