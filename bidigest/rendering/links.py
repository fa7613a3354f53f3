"""Addresses that open a source at a place."""

from __future__ import annotations

from bidigest.rendering.escaping import href
from bidigest.rendering.views import Where


def place_href(links: str, where: Where) -> str:
    """A source's line, or the kept file of one that is no text at the place in it.

    `links` leads from the page's folder to the sources' root.
    """
    if where.original is not None:
        return href(".", where.original.address, where.original.fragment)
    return href(links, where.path, f"L{where.line}")
