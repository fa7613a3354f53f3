"""Lists of feeds (OPML), as feed readers export them."""

from __future__ import annotations

import re

from lxml import etree

from bidigest.errors import SourceError

_BEGINNING = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<opml[\s>]", re.I | re.S)
_WITHIN = 16_384
_MARK = b"\xef\xbb\xbf"
MOST_FEEDS = 1_000


def is_outline(data: bytes) -> bool:
    """Tell whether a file is a list of feeds, by how it begins."""
    return bool(_BEGINNING.match(data[:_WITHIN].removeprefix(_MARK)))


def feeds_in(data: bytes, path: str) -> list[str]:
    """Return the addresses of the feeds that a list names, each once, in its order.

    Raises SourceError where it names none, or cannot be read.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(path, "is a list of feeds that is damaged", "export it again") from error
    outlines = () if root is None else root.iter("outline")
    named = (outline.get("xmlUrl") or outline.get("xmlurl") or "" for outline in outlines)
    found = list(dict.fromkeys(address.strip() for address in named if address.strip()))
    if not found:
        raise SourceError(path, "lists no feeds", "export the feeds as OPML")
    if len(found) > MOST_FEEDS:
        raise SourceError(path, f"lists more than {MOST_FEEDS:,} feeds", "split it")
    return found
