"""What a page says of its own address, and of the feed that it belongs to."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bidigest.errors import SourceError
from bidigest.fetching.addresses import host_of, joined

_SAME_SITE = re.compile(r"^(?:www|m|amp|mobile|wap)\.")
_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


@dataclass(frozen=True, slots=True)
class Declared:
    """Addresses; empty where the page declares none."""

    url: str = ""
    feed: str = ""


def declared(data: bytes, address: str) -> Declared:
    """Return what a page at this address declares; nothing where the bytes are no page.

    An address at another site is left out: a page may not pass for another's.
    """
    from bidigest.reading.formats import media_types
    from bidigest.reading.formats.html.parsing import decode_page, parse

    kind = media_types.media_type(data) or media_types.named_type(data, ".html")
    if kind != media_types.HTML:
        return Declared()
    with suppress(SourceError):
        root = parse(decode_page(data, address), address)
        return Declared(_canonical(root, address), _feed(root, address))
    return Declared()


def _canonical(root: Any, address: str) -> str:
    for link in root.xpath("//link[@href]"):
        if "canonical" in (link.get("rel") or "").lower().split():
            with suppress(SourceError):
                found = joined(address, link.get("href"))
                return found if _site(found) == _site(address) else ""
    return ""


def _feed(root: Any, address: str) -> str:
    for link in root.xpath("//link[@href]"):
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" in (link.get("rel") or "").lower().split() and kind in _FEED_TYPES:
            with suppress(SourceError):
                return joined(address, link.get("href"))
    return ""


def _site(address: str) -> str:
    return _SAME_SITE.sub("", host_of(address))
