"""What a page holds folded away until a reader, or a script of its own, shows it.

Answers below their questions, tabs for other systems and parts that come behind the page are as
much of its text as the rest. The names are those of WAI-ARIA, and one of React's.
"""

from __future__ import annotations

import re

from lxml import etree

from bidigest.reading.formats.html.boilerplate import is_not_displayed
from bidigest.reading.formats.html.parsing import HEADINGS, Element

_STREAMED = re.compile(r"S:[0-9a-f]{1,6}")
"""What React names a part that comes behind the page, hidden until a script puts it in."""
_NOT_SHOWN = re.compile(r"display\s*:\s*none\s*;?", re.I)
_HIDING = ("hidden", "aria-hidden")


def unfold(root: Element) -> None:
    """Show streamed parts, panels of tabs, and what a switch beside it or elsewhere unfolds.

    A switch in a heading is its text.

    Args:
        root: of the page; what hides these parts is taken from them.
    """
    unfolded = _unfolded_elsewhere(root)
    for element in root.iter(etree.Element):
        if (is_not_displayed(element) or element.get("aria-hidden") == "true") and (
            element.get("role") == "tabpanel"
            or element.get("id", "") in unfolded
            or (element.tag == "div" and _STREAMED.fullmatch(element.get("id", "")))
            or _follows_a_switch(element)
        ):
            _show(element)
    for heading in root.iter(*sorted(HEADINGS)):
        for switch in heading.iter("button"):
            switch.tag = "span"  # its words are the heading's


def _unfolded_elsewhere(root: Element) -> set[str]:
    """Find the identifiers of what switches say that they unfold."""
    switches = root.xpath("//*[@aria-expanded][@aria-controls]")
    return {name for switch in switches for name in switch.get("aria-controls").split()}


def _follows_a_switch(element: Element) -> bool:
    """Tell whether what stands just before is, or holds, what unfolds something."""
    before = element.getprevious()
    return before is not None and bool(before.xpath("descendant-or-self::*[@aria-expanded]"))


def _show(element: Element) -> None:
    for name in _HIDING:
        element.attrib.pop(name, None)
    if "style" in element.attrib:
        element.set("style", _NOT_SHOWN.sub("", element.get("style")))
