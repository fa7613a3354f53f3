"""Whether a page says of itself that it is a forum: by its names, its address, its data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from bidigest.reading.formats.html.parsing import Element, class_and_identifier
from bidigest.reading.formats.lines import one_line

_NAMES = re.compile(
    r"(?:^|[-_ ])(?:forums?|threads?|topics?|discussions?|questions?|bbs|viewtopic|showthread)"
    r"(?:[-_ ]|$)"
    r"|discourse|phpbb|vbulletin|xenforo|nodebb|invision|flarum|simple machines|mybb|discuz|fluxbb",
    re.I,
)
_HOST = re.compile(
    r"^https?://(?:[^/]{0,80}(?:forum|discourse)[^/]{0,80}"
    r"|(?:[\w-]{1,40}\.){0,4}(?:bbs|boards?|discuss|community|answers|ask)\.[^/]{1,80})/.",
    re.I,
)
_PATH = re.compile(
    r"^https?://[^?]{1,400}/(?:forums?|bbs|boards?|threads?|topics?|t|questions?|discussions?"
    r"|viewtopic|showthread)[/.?-]",
    re.I,
)
_CALLED = re.compile(
    r"\bforums\b|\b(?:message|discussion) boards?\b|(?:^|[>»/›] ?)forum ?(?:$|[>»/›])"
    r"|(?:^|[>»/›] ?)[^>»/›]{0,3}(?:论坛|論壇|[討讨][論论][區区])",
    re.I,
)
"""A forum may also be where ministers meet: what is only called so, in its title, is none."""
_ONLY_WHO_ASKED = frozenset("只看楼主 只看樓主 只看该作者 只看該作者 只看大图 倒序看帖".split())
_WAY = re.compile(r"bread-?crumb|navbar", re.I)
_TYPES = ("DiscussionForumPosting", "QAPage", "Question")
_TYPED = re.compile(rf'"@type"\s*:\s*"(?:{"|".join(_TYPES)})"')
_LONGEST_WAY = 300


def is_forum(root: Element, address: str) -> bool:
    """Tell whether a page says that on it people answer each other.

    Args:
        root: of the page as it was saved, with its scripts.
        address: of the page, if it says one.
    """
    if _HOST.search(address) or _PATH.search(address):
        return True
    if any(map(_NAMES.search, _outer_names(root))) or any(map(_CALLED.search, _ways(root))):
        return True
    if any(one_line(link.text_content()) in _ONLY_WHO_ASKED for link in root.iter("a")):
        return True
    typed = (each.get("itemtype") or "" for each in root.iter(etree.Element))
    if any(each.rpartition("/")[2] in _TYPES for each in typed):
        return True
    scripts = root.iterfind('.//script[@type="application/ld+json"]')
    return any(_TYPED.search(script.text or "") for script in scripts)


def _outer_names(root: Element) -> Iterator[str]:
    """Yield the names of the outermost elements, and that of the program that wrote the page."""
    for element in (root, *root.iterchildren("body")):
        yield class_and_identifier(element)
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() == "generator":
            yield meta.get("content") or ""


def _ways(root: Element) -> Iterator[str]:
    """Yield where a page says that it stands among others."""
    for element in root.iter(etree.Element):
        if _WAY.search(class_and_identifier(element)):
            yield one_line(element.text_content())[:_LONGEST_WAY]
