"""A page saved with all that it needs in one file (MHTML): the page, as any other."""

from __future__ import annotations

from collections.abc import Callable

from bidigest.errors import SourceError
from bidigest.reading.formats.html import reader
from bidigest.reading.formats.mail import charset, parse_mail, payload
from bidigest.reading.formats.rendition import Rendition, Where


def read(data: bytes, path: str) -> Rendition:
    """Read what the page is about.

    Raises:
        SourceError: there is no text.
    """
    return reader.read(*_page(data, path))


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up the text of the element at a place, as the page has it.

    Raises:
        SourceError: the page cannot be read.
    """
    return reader.raw_text(*_page(data, path))


def _page(data: bytes, path: str) -> tuple[bytes, str, str]:
    for part in parse_mail(data).walk():
        if part.get_content_type() == "text/html":
            return payload(part), path, charset(part)
    raise SourceError(path, "is a saved page without the page", "save the page again")
