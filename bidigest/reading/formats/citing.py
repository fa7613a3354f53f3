"""Places of a file in words and in links, as those who open it look them up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import quote

from bidigest.languages.zh.scripts import HAN_CHARACTER
from bidigest.model import Anchor, Original
from bidigest.reading.formats.media_types import HTML, PDF, suffix_of
from bidigest.reading.formats.rendition import Where

OPENS_AT_PLACES = frozenset({HTML, PDF})
"""Kinds of files that a browser opens at a place; of others the rendition is opened."""

_NAMES = (
    ("page", "p. {}"),
    ("slide", "slide {}"),
    ("chapter", "ch. {}"),
    ("time", "{}"),
    ("paragraph", "para. {}"),
    ("line", "L{}"),
)
_LONGEST, _LONGEST_HAN = 48, 12
"""Characters of each end of a quotation, which an address need not repeat whole."""


def anchor_at(anchors: Sequence[Anchor], position: int) -> Anchor | None:
    """Find the anchor whose stretch of the rendition holds this position, or the last before it."""
    index = bisect_right(anchors, position, key=lambda anchor: anchor.span.start) - 1
    return anchors[index] if index >= 0 else None


def place_name(where: Where) -> str:
    """Name a place: `p. 4`, `00:01:07`, `L12–15`; empty where people count none in the format."""
    for key, name in _NAMES:
        if key in where:
            value = where[key]
            if key == "line" and where.get("to", value) != value:
                return f"L{value}–{where['to']}"
            return name.format(value[0].partition(".")[0] if isinstance(value, list) else value)
    return ""


def fragment(original: Original, where: Where, words: str) -> str:
    """Build what, behind `#`, opens the file itself at a place.

    Args:
        original: the file.
        where: the place.
        words: the words that stand there.
    """
    if original.media_type == PDF:
        return f"page={where['page']}" if "page" in where else ""
    return text_fragment(words)


def text_fragment(words: str) -> str:
    """Build a percent-encoded text fragment: the words, or both ends of them if they are long."""
    words = " ".join(words.split())
    longest = _LONGEST_HAN if HAN_CHARACTER.search(words) else _LONGEST
    if len(words) <= 2 * longest:
        return f":~:text={_encoded(words)}"
    first, last = words[:longest], words[-longest:]
    if " " in first and " " in last:  # whole words only
        first, last = first.rpartition(" ")[0], last.partition(" ")[2]
    return f":~:text={_encoded(first)},{_encoded(last)}"


def kept_name(sha256: str, media_type: str | None = None) -> str:
    """Name a kept file by its content: an original, or a rendition where no media type is given."""
    return sha256 + (suffix_of(media_type) if media_type else ".md")


def _encoded(words: str) -> str:
    """Percent-encode words, `-` and `,` too, which mean something in text fragments."""
    return quote(words, safe="").replace("-", "%2D")
