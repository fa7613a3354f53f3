"""From bytes to text: a byte order mark, then strict UTF-8, then the most plausible of the others.

A guess is only made where the decoded characters read like language (`plausibility`);
bytes that no encoding explains are refused, since mojibake in a digest helps nobody.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from bidigest.errors import SourceError
from bidigest.reading.encoding_plausibility import PLAUSIBLE, plausibility

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    # Before UTF-16, whose mark is the beginning of this one.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_FORMATS = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document of before 2007"),
    (b"{\\rtf", "a rich text document"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"RIFF", "a sound, film or image file"),
)
_PACKED_SUFFIX = re.compile(r"\.(?:docx|pptx|epub|zip|pdf)$", re.IGNORECASE)
"""What no text is called."""
_WRITTEN_FORMATS = (b"%PDF-", b"{\\rtf")
_MARKUP_LANGUAGES = (
    (re.compile(r"(?i)<(?:!doctype\s{1,9}html|html)\b"), "HTML"),
    (re.compile(r"(?i)<(?:\?xml|rss|feed|svg|opml)[\s>]"), "XML"),
)
_MARKUP_SUFFIX = re.compile(r"\.(?:x?html?|xml|rss|atom|opml|svg)$", re.IGNORECASE)
_UNMARKED = ("gb18030", "big5", "cp1252")
_UNMARKED_WIDE = ("utf-16-le", "utf-16-be")
_CODECS = {"big5": ("big5", "cp950", "big5hkscs")}
_NEVER_MEANT = re.compile(r"[\0\ud800-\udfff]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_NEVER_GUESSED = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x9f\ufffd]")
_SHORTEST_DOUBT = 16
_BEGINNING = 2_000
"""Characters in which a markup language shows itself."""
_SAVE_AS_UTF8 = "save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source's text without its byte order mark, newlines as they were."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded:
    """Decode bytes as text that is no markup language.

    Raises:
        SourceError: there is no such text.
    """
    decoded = decode_text(data, path)
    _refuse_markup_languages(decoded.text, path)
    return decoded


def decode_text(data: bytes, path: str) -> Decoded:
    """Decode bytes as characters of any kind.

    Raises:
        SourceError: no encoding is sure, or there is nothing but white space.
    """
    if not data:
        raise SourceError(path, "the file is empty", "give it some text or leave it out")
    decoded = _by_mark(data, path) or _by_content(data, path)
    if not decoded.text.strip():
        raise SourceError(path, "the file holds only white space", "give it text or leave it out")
    return decoded


def _by_mark(data: bytes, path: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                reason = f"begins like {encoding.upper()} but goes on as something else"
                raise SourceError(path, reason, _SAVE_AS_UTF8)
            return Decoded(text, encoding)
    return None


def _by_content(data: bytes, path: str) -> Decoded:
    text = _strictly(data, "utf-8")
    if text is not None and not data.startswith(_WRITTEN_FORMATS):
        # With control characters it may be UTF-16 that happens to be UTF-8 as well.
        doubtful = len(data) >= _SHORTEST_DOUBT and _CONTROL.search(text)
        wide = _most_plausible(data, _UNMARKED_WIDE) if doubtful else None
        return wide or Decoded(text, "utf-8")
    _refuse_formats(data, path)
    candidates = _UNMARKED_WIDE if b"\0" in data else _UNMARKED + _UNMARKED_WIDE
    decoded = _most_plausible(data, candidates)
    if decoded is not None:
        return decoded
    if packed := _PACKED_SUFFIX.search(path):
        reason = f"is a {packed[0].lower()} file that is damaged"
        raise SourceError(path, reason, "save it again")
    raise SourceError(path, _why_undecodable(data), _SAVE_AS_UTF8)


def _most_plausible(data: bytes, encodings: tuple[str, ...]) -> Decoded | None:
    best = max((_candidate(data, encoding) for encoding in encodings), key=lambda c: c[0])
    return best[1] if best[0] >= PLAUSIBLE else None


def _refuse_formats(data: bytes, path: str) -> None:
    for beginning, name in _FORMATS:
        if data.startswith(beginning):
            raise SourceError(path, f"is {name}, not text", "export it as .txt or .md")


def _refuse_markup_languages(text: str, path: str) -> None:
    """Refuse markup languages: what a page's markup says is not what the page says."""
    beginning = _without_comments(text.lstrip()[:_BEGINNING])
    for language, name in _MARKUP_LANGUAGES:
        if language.match(beginning):
            raise SourceError(path, f"is {name}, not plain text", "export it as .txt or .md")
    if _MARKUP_SUFFIX.search(path) and beginning.startswith("<"):
        raise SourceError(path, "is markup, not plain text", "export it as .txt or .md")


def _without_comments(beginning: str) -> str:
    while beginning.startswith("<!--"):
        beginning = beginning.partition("-->")[2].lstrip()
    return beginning


def _candidate(data: bytes, encoding: str) -> tuple[float, Decoded]:
    for codec in _CODECS.get(encoding, (encoding,)):
        text = _strictly(data, codec)
        if text is not None and not _NEVER_GUESSED.search(text):
            wide = encoding in _UNMARKED_WIDE
            return plausibility(text, wide=wide), Decoded(text, codec)
    return float("-inf"), Decoded("", encoding)


def _strictly(data: bytes, encoding: str) -> str | None:
    """Decode strictly; None as well for a NUL or half a surrogate pair, which no writer means."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _NEVER_MEANT.search(text) else text


def _why_undecodable(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        if b"\0" not in data:
            return (
                f"is neither UTF-8 (byte {error.start}, line {line}) nor UTF-16, GB18030 or Big5 "
                "that reads like text"
            )
    return f"holds a NUL at byte {data.index(0)}, so that it is no text"
