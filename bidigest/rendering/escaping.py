"""Escaping: everything in a source is untrusted, and becomes text that no renderer acts on."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, but for tab and line ends
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction: can show text in another order
    "\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
_SPACE = re.compile(r"[ \t\r\n\x85]+")
_ACTIVE = re.compile(
    r"[\\`*{}\[\]<>|~$@]|&(?=#?[0-9A-Za-z]{1,32};)|:(?=//)"
    r"|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])"  # within a word it means nothing
)
_WEB = re.compile(r"(?i)\bwww\.")
_CLOSING = re.compile(r"(?<!#)#++$")
"""A heading's trailing marks would vanish."""
_ENCODED = re.compile(r"(?:%[89A-F][0-9A-F])+")
"""Bytes beyond ASCII in an address."""
_LEADING = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)](?:\s|$)))")


def visible(text: str) -> str:
    """Show characters that steer the display by name: `⟨U+202E⟩`."""
    return _INVISIBLE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def one_line(text: str) -> str:
    """Put a text on one line, as a renderer would flow it."""
    return flowing(text).strip()


def flowing(text: str) -> str:
    """Show a part of a line, as a renderer would flow it: what stands at its ends is kept."""
    return _SPACE.sub(" ", visible(text))


def markdown(text: str) -> str:
    """Escape a text as Markdown that shows just this text, anywhere in a line or a table."""
    escaped = _ACTIVE.sub(lambda match: "\\" + match[0], one_line(text))
    escaped = _WEB.sub(lambda match: match[0][:-1] + "\\.", escaped)
    escaped = _CLOSING.sub(lambda match: "\\" + match[0], escaped)
    return _LEADING.sub(_escape_leading, escaped)


def href(links: str, path: str, fragment: str = "") -> str:
    """Build the address of a source: a relative path, percent-encoded, so that it can be no scheme.

    Args:
        links: leads from the page to the sources' root.
        path: of the source, below that root.
        fragment: what stands behind `#`, if anything.
    """
    address = f"{links.rstrip('/') or '.'}/{quote(path.encode('utf-8', 'surrogateescape'))}"
    return f"{address}#{fragment}" if fragment else address


def readable(address: str) -> str:
    """Write letters of other scripts in an address as they are, where nothing else may be meant.

    Browsers encode them again; what has no width, or turns the line around, stays encoded.
    """
    return _ENCODED.sub(_decoded, address)


def _decoded(match: re.Match[str]) -> str:
    try:
        text = unquote(match[0], errors="strict")
    except UnicodeDecodeError:
        return match[0]
    return "".join(each if _is_plain(each) else quote(each) for each in text)


def _is_plain(character: str) -> bool:
    visible_kind = unicodedata.category(character)[0] in "LNPS"
    return visible_kind and unicodedata.bidirectional(character) not in ("R", "AL", "AN")


def _escape_leading(match: re.Match[str]) -> str:
    """Escape `1.` behind its digits, every other mark of a line's start before it."""
    marker = match[0]
    return f"{marker}\\" if marker.isdigit() else f"\\{marker}"
