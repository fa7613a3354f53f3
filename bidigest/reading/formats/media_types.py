"""Media types of files, told by their bytes; by the name only where a part of a page has none."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from contextlib import suppress

HTML = "text/html"
MHTML = "multipart/related"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
EPUB = "application/epub+zip"
SUBRIP = "application/x-subrip"
WEBVTT = "text/vtt"
MAIL = "message/rfc822"
ZIP = "application/zip"
FEED = "application/xml"
"""RSS or Atom."""

SUFFIXES: dict[str, tuple[str, ...]] = {
    HTML: (".html", ".htm", ".xhtml"),
    MHTML: (".mhtml", ".mht"),
    PDF: (".pdf",),
    DOCX: (".docx",),
    PPTX: (".pptx",),
    EPUB: (".epub",),
    SUBRIP: (".srt",),
    WEBVTT: (".vtt",),
    MAIL: (".eml",),
    ZIP: (".zip",),
    FEED: (".xml", ".rss", ".atom"),
}
"""What files of each kind are called: so they are taken from a folder, and the first is written."""

BEGINNINGS: dict[str, str] = {"WEBVTT": WEBVTT}
"""Text that a file of a kind, and no other, begins with, after a byte order mark."""

_BEGINNING = 16_384
_PDF_WITHIN = 1024
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_PROLOGUE = re.compile(
    r"\s*+(?>(?:<\?xml[^>]*+>\s*+|<!--.*?-->\s*+|<!DOCTYPE(?!\s++html\b)[^>]*+>\s*+)*)", re.S | re.I
)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_PAGES = (".html", ".htm", ".xhtml")
_TAG = re.compile(r"<[a-z][a-z0-9]{0,10}[\s/>]", re.I)
_END_TAG = re.compile(r"</(?:a|div|h[1-6]|li|p|section|span|table|td|ul)\s?>", re.I)
_FEWEST_END_TAGS = 3
_ENTITY = re.compile(rb"<!ENTITY", re.I)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_SUBRIP = re.compile(r"\s*+(?:\d++[ \t\r]*+\n\s*+)?\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*+-->\s*+\d")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):|[ \t]+\S|>?From \S+@?\S* ")
_MAIL_SURELY = frozenset({"message-id", "mime-version", "received", "return-path"})
_MAIL_TOGETHER = (frozenset({"from", "date", "subject"}), frozenset({"from", "to", "subject"}))
_PAGE_IN_MAIL = re.compile(r"^content-type:\s*multipart/related\b", re.I | re.M)
_SNAPSHOT = re.compile(r"^snapshot-content-location:|type=\"?text/html", re.I | re.M)


def media_type(data: bytes) -> str | None:
    """Tell the media type of a file that a reader reads; None where it is text, or unknown."""
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(data)
    return _of_text(_beginning(data))


def suffix_of(media_type: str | None) -> str:
    """Name the suffix that a file of this kind is written with; empty of no kind that is read."""
    return SUFFIXES.get(media_type or "", ("",))[0]


def named_type(data: bytes, path: str) -> str | None:
    """Tell by its name a file whose bytes do not say it: part of a page, as one that was cut.

    It begins with a tag, or ends several; a text in Markdown may do the same.
    """
    if not path.lower().endswith(_PAGES):
        return None
    text = _beginning(data)
    prologue = _PROLOGUE.match(text)
    begins = _TAG.match(text, prologue.end() if prologue else 0)
    return HTML if begins or len(_END_TAG.findall(text)) >= _FEWEST_END_TAGS else None


def declares_entities(data: bytes) -> bool:
    """Tell whether XML declares entities: a few of them may stand for text without end."""
    return bool(_ENTITY.search(data))


def _beginning(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) : _BEGINNING].decode(encoding, "replace")
    return data[:_BEGINNING].decode("latin-1")


def _of_text(text: str) -> str | None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if begun := next((BEGINNINGS[each] for each in BEGINNINGS if text.startswith(each)), None):
        return begun
    if _SUBRIP.match(text):
        return SUBRIP
    prologue = _PROLOGUE.match(text)
    if _HTML.match(text, prologue.end() if prologue else 0):
        return HTML
    if _FEED.match(text, prologue.end() if prologue else 0):
        return FEED
    return _of_mail(text)


def _of_mail(text: str) -> str | None:
    """Recognise mail by headers that no other text begins with, up to a blank line."""
    head = text.partition("\n\n")[0]
    names = set[str]()
    for line in head.split("\n"):
        header = _HEADER.match(line)
        if header is None:
            return None
        names.add((header[1] or "").lower())
    if not (names & _MAIL_SURELY or any(names >= some for some in _MAIL_TOGETHER)):
        return None
    page = _PAGE_IN_MAIL.search(head)
    return MHTML if page and _SNAPSHOT.search(head) and "received" not in names else MAIL


def _of_archive(data: bytes) -> str | None:
    with suppress(zipfile.BadZipFile, ValueError, OSError, NotImplementedError, KeyError):
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = set(archive.namelist())
        if "word/document.xml" in names:
            return DOCX
        if "ppt/presentation.xml" in names:
            return PPTX
        if "META-INF/container.xml" in names:
            return EPUB
    return ZIP
