"""One address that is a source, asked for only where it has changed since it was kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bidigest.errors import SourceError
from bidigest.fetching.addresses import address_key, file_name
from bidigest.fetching.declared_links import declared
from bidigest.fetching.http_request import Answer
from bidigest.fetching.kept_pages import KeptPage, KeptPages
from bidigest.fetching.politeness import Visitor
from bidigest.reading.formats import media_types
from bidigest.reading.formats.outlines import is_outline

_NOT_MODIFIED = 304
_END_OF_FEED = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>", re.I)
_NEAR_END = 2_000
"""Bytes at the end of a feed among which its last tag must be."""


@dataclass(frozen=True, slots=True)
class FetchResult:
    """What came of an address."""

    address: str
    """As it was asked, normalised."""
    page: KeptPage
    data: bytes
    problem: str = ""
    """Why what was kept before is used instead of what stands there now."""
    first: bool = False
    """Whether nothing was kept of it before."""


def get(
    address: str, pages: KeptPages, visitor: Visitor | None, now: str
) -> FetchResult | SourceError:
    """Return what stands at a normalised address, or what was kept of it, or why there is none.

    Args:
        address: the address.
        pages: what is kept.
        visitor: asks for the page; without one, nobody is asked.
        now: the moment, in ISO 8601.
    """
    known = pages.index.pages.get(address)
    kept = None if known is None else pages.content(known)
    if visitor is None:
        if known is None or kept is None:
            return SourceError(address, "was never fetched", "fetch it once with a network")
        return FetchResult(address, known, kept)
    try:
        return _got(address, known, kept, pages, visitor, now)
    except SourceError as error:
        if known is None or kept is None:
            return error
        return FetchResult(
            address, known, kept, f"{error.reason}; read as it was on {known.seen[:10]}"
        )


def _got(
    address: str,
    known: KeptPage | None,
    kept: bytes | None,
    pages: KeptPages,
    visitor: Visitor,
    now: str,
) -> FetchResult:
    conditions = known.conditions if known is not None and kept is not None else {}
    answer = visitor.visit(address, conditions)
    if answer.status == _NOT_MODIFIED and known is not None and kept is not None:
        return FetchResult(address, replace(known, seen=now), kept)
    if _is_cut_off(answer.data):
        raise SourceError(address, "sends a feed that is cut off", "try again later")
    page = _page(address, answer, pages, now)
    if known is not None and known.sha256 == page.sha256 and known.file == page.file:
        page = replace(page, moment=known.moment, etag=known.etag)
    return FetchResult(address, page, answer.data, first=known is None)


def _page(address: str, answer: Answer, pages: KeptPages, now: str) -> KeptPage:
    """Keep what came, in a file named after the address that was asked."""
    said = declared(answer.data, answer.address)
    url = said.url or answer.address
    file = file_name(address, address_key(address), _suffix(answer))
    conditions = {"If-None-Match": answer.etag, "If-Modified-Since": answer.last_modified}
    return KeptPage(
        file=file,
        sha256=pages.put(file, answer.data),
        url=url,
        moment=now,
        seen=now,
        media_type=answer.media_type or media_types.media_type(answer.data) or "text/plain",
        etag=answer.etag,
        conditions={name: value for name, value in conditions.items() if value},
        feed=said.feed,
    )


def _is_cut_off(data: bytes) -> bool:
    """Tell whether a feed ends before its end: its last entry would be half of one."""
    is_feed = media_types.media_type(data) == media_types.FEED
    return is_feed and not _END_OF_FEED.search(data[-_NEAR_END:])


def _suffix(answer: Answer) -> str:
    kind = media_types.media_type(answer.data)
    if kind is None and "html" in answer.media_type:
        kind = media_types.named_type(answer.data, ".html")
    if is_outline(answer.data):
        return ".xml"
    return media_types.suffix_of(kind) or (".md" if "markdown" in answer.media_type else ".txt")
