"""A point and its places as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass

from bidigest.model import Span
from bidigest.rendering.escaping import href
from bidigest.rendering.originals import OriginalPlace


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a source that a reader can look up."""

    source: str
    path: str
    label: str
    """`S2 §2 核心要点总结 › 要点 1 L17`."""
    short: str
    """`§2 L17`."""
    line: int
    span: Span
    quote: str
    tag: str
    """BCP 47 tag of the quotation."""
    original: OriginalPlace | None = None
    """Its place in the file, where the source is no text."""


@dataclass(frozen=True, slots=True)
class ShownPoint:
    """A point on the page."""

    id: str
    statement: str
    tag: str
    original: str | None
    """The statement as written, where the reader's script is the other one."""
    original_tag: str
    support: str
    """`3/5`: sources that make it, of all."""
    sources: tuple[str, ...]
    against: tuple[str, ...]
    """Sources that say the opposite, or give another figure."""
    citations: tuple[Where, ...]


def place_href(links: str, where: Where) -> str:
    """Build the address of a source's line, or of the place in a kept file that is no text.

    Args:
        links: leads from the page's folder to the sources' root.
        where: the place.
    """
    if where.original is not None:
        return href(".", where.original.address, where.original.fragment)
    return href(links, where.path, f"L{where.line}")
