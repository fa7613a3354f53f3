"""Places of sources that are no text, in the terms of the file that was handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bidigest.model import Document, Original, Span
from bidigest.reading.formats.citing import (
    OPENS_AT_PLACES,
    anchor_at,
    fragment,
    kept_name,
    place_name,
    text_fragment,
)
from bidigest.reading.formats.media_types import HTML
from bidigest.reading.formats.rendition import Where
from bidigest.text.plain_text import wording

Data = Mapping[str, Any]

KEPT = "sources"
"""The folder beside a digest that holds originals and renditions, each named by its content."""

_CONTEXT = 32
"""Characters before and after a quotation that tell it from another like it."""


@dataclass(frozen=True, slots=True)
class OriginalPlace:
    """Where a span of a rendition stands in the file, and what opens there."""

    name: str
    """`p. 4`; empty where the format has no place that people count."""
    address: str
    """A kept file's path from the digest's folder."""
    fragment: str
    where: Where
    live: str = ""
    """Of a page on the web: its address, with the quoted words as a text fragment."""


def original_place(document: Document, span: Span, line: int) -> OriginalPlace | None:
    """Find the place of a span in the file it was read from; None where the source is a text.

    Args:
        document: the source.
        span: a stretch of its rendition.
        line: on which it begins, from 1.
    """
    original = document.original
    if original is None:
        return None
    anchor = anchor_at(original.anchors, span.start)
    where = anchor.where if anchor else {}
    if original.media_type in OPENS_AT_PLACES:
        address = f"{KEPT}/{kept_name(document.sha256, original.media_type)}"
        opens_at = fragment(original, where, wording(document, span))
    else:
        address = f"{KEPT}/{kept_name(rendition_sha256(document))}"
        # A line of the file is another one of its rendition.
        opens_at = text_fragment(wording(document, span)) if "line" in where else f"L{line}"
    return OriginalPlace(place_name(where), address, opens_at, where, _live(document, span))


def told_place(cited: Data) -> str:
    """Name the place of a citation or a reading in `digest.json`, as the pages do.

    The line of a text, what people count in a file that is none, or else the section's number.
    """
    if "where" not in cited:
        return f"L{cited['line']}"
    section = str(cited.get("section", "")).partition(".")[2]
    return place_name(cited["where"]) or (f"§{section}" if section else "")


def _live(document: Document, span: Span) -> str:
    """Build the link to the page as the web has it now, at the quoted words."""
    if document.original is None or document.original.media_type != HTML:
        return ""
    declared = document.metadata.get("url")
    url = document.fetched.url if document.fetched else declared
    if not isinstance(url, str) or not url.lower().startswith(("http://", "https://")):
        return ""
    return f"{url.partition('#')[0]}#{text_fragment(wording(document, span))}"


def rendition_sha256(document: Document) -> str:
    """Compute the SHA-256 of the rendition's bytes, which are UTF-8."""
    return hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()


def original_data(document: Document) -> dict[str, Any]:
    """Write what `digest.json` says of a source that is no text; empty for one that is."""
    original = document.original
    if original is None:
        return _fetched_text(document)
    anchors = [
        {"start": a.span.start, "end": a.span.end, "where": dict(a.where)} for a in original.anchors
    ]
    url = document.metadata.get("url")
    return {
        "original": {
            "sha256": document.sha256,
            "media_type": original.media_type,
            **({"left_out": original.left_out} if original.left_out else {}),
            **({"url": url} if isinstance(url, str) and url else {}),
            **_fetched(document),
        },
        "reader": {"name": original.reader, "versions": dict(original.versions)},
        "rendition": {"sha256": rendition_sha256(document)},
        "anchors": anchors,
    }


def _fetched_text(document: Document) -> dict[str, Any]:
    """Say of a text, which is its own rendition, where it was fetched, if it was."""
    if document.fetched is None:
        return {}
    kind = document.fetched.media_type
    media_type = kind if kind.startswith("text/") else "text/plain"
    return {
        "original": {
            "sha256": document.sha256,
            "media_type": media_type,
            **_fetched(document),
        }
    }


def _fetched(document: Document) -> dict[str, str]:
    """Say where and when a source was fetched; nothing of a file that was there."""
    if document.fetched is None:
        return {}
    values = {
        "url": document.fetched.url,
        "fetched": document.fetched.moment,
        "etag": document.fetched.etag,
        "feed": document.fetched.feed,
        "entry": document.fetched.entry,
    }
    return {name: value for name, value in values.items() if value}


def where_data(document: Document, span: Span) -> dict[str, Any]:
    """Write what a citation says of its place in the file; empty where the source is a text."""
    original = document.original
    if original is None:
        return {}
    anchor = anchor_at(original.anchors, span.start)
    where = dict(anchor.where) if anchor else {}
    if original.media_type == HTML:
        where |= _selector(document, span)
        if live := _live(document, span):
            where["live"] = live
    return {"where": where}


def _selector(document: Document, span: Span) -> dict[str, str]:
    """Make a W3C TextQuoteSelector: the quotation with what stands beside it."""
    before = wording(document, Span(max(0, span.start - 4 * _CONTEXT), span.start))
    after = wording(document, Span(span.end, min(len(document.text), span.end + 4 * _CONTEXT)))
    return {
        "type": "TextQuoteSelector",
        "exact": wording(document, span),
        "prefix": before.rpartition("\n")[2][-_CONTEXT:],
        "suffix": after.partition("\n")[0][:_CONTEXT],
    }


def kept_files(document: Document, original: Original) -> tuple[str, str]:
    """Name the kept original and the kept rendition."""
    return (
        kept_name(document.sha256, original.media_type),
        kept_name(rendition_sha256(document)),
    )
