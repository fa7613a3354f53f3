"""How much of a page is not read: menus, notices, comments around the text that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from bidigest.reading.formats.html.markdown_writer import BLOCKS
from bidigest.reading.formats.html.parsing import Element
from bidigest.reading.formats.rendition import Rendition

_NO_TEXT = frozenset({"head", "script", "style", "noscript", "template", "svg"})


def with_left_out(rendition: Rendition, paths: Mapping[Element, str]) -> Rendition:
    """Count the paragraphs, items and headings of a page that are not in its rendition.

    Args:
        rendition: of the page, its anchors being elements' paths.
        paths: of all elements of the page, whatever was taken out of it since.
    """
    told = {str(anchor.where["xpath"]) for anchor in rendition.anchors}
    holders = {above for path in told for above in _upwards(path)}
    count = sum(
        path not in holders and told.isdisjoint(_upwards(path)) and _is_stretch(element)
        for element, path in paths.items()
    )
    return replace(rendition, left_out=count)


def _upwards(path: str) -> Iterator[str]:
    """Yield the paths of an element and of all that it stands in."""
    return accumulate(path.split("/")[1:], lambda above, step: f"{above}/{step}", initial="")


def _is_stretch(element: Element) -> bool:
    """Tell whether an element is one with text of its own, as a reader of the page sees it."""
    if element.tag not in BLOCKS or next(element.iterdescendants(*BLOCKS), None) is not None:
        return False
    shown = not any(each.tag in _NO_TEXT for each in (element, *element.iterancestors()))
    return shown and bool(element.text_content().strip())
