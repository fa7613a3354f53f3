"""A mail as a rendition: what its sender wrote, and what is quoted as another's words."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from contextlib import suppress
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import cast

from bidigest.errors import SourceError
from bidigest.reading.decoding import decode_text
from bidigest.reading.formats.html.markdown_writer import MarkdownWriter, by_path
from bidigest.reading.formats.html.parsing import (
    SUPERSETS,
    decode_page,
    element_paths,
    parse,
    remove_dropped,
)
from bidigest.reading.formats.lines import escaped, one_line
from bidigest.reading.formats.mail_paragraphs import QUOTE_MARKS, Paragraph, paragraphs
from bidigest.reading.formats.rendition import Rendition, RenditionWriter, Where

_AS_IT_IS = frozenset({"7bit", "8bit", "binary"})
"""Encodings in which a file shows the text of a mail line by line."""


def read(data: bytes, path: str) -> Rendition:
    """Read the mail's text.

    Raises:
        SourceError: it has none.
    """
    message = parse_mail(data)
    writer = RenditionWriter()
    body = body_of(message)
    if body is None:
        raise SourceError(path, "is a mail without a text", "leave it out, or save what it holds")
    if body.get_content_type() == "text/html":
        _write_page(writer, body, path)
    else:
        _write_lines(writer, text_of(body, path), _lines_above(data, body))
    attached = [name for name, _ in attachments(message)]
    warnings = [f"attached: {', '.join(attached)}"] if attached else []
    return writer.finish(_headers(message), warnings)


def raw_text(data: bytes, path: str) -> Callable[[Where], str]:
    """Look up the lines, or the element, at a place of the mail's body."""
    body = body_of(parse_mail(data))
    if body is None:
        return lambda _: ""
    if body.get_content_type() == "text/html":
        return _text_of_elements(body, path)
    return _text_of_lines(text_of(body, path).split("\n"), _lines_above(data, body))


def _text_of_elements(body: EmailMessage, path: str) -> Callable[[Where], str]:
    root = parse(decode_page(payload(body), path, charset(body)), path)
    elements = {xpath: element for element, xpath in element_paths(root).items()}

    def of_element(where: Where) -> str:
        """Return the text of the element at a place."""
        element = elements.get(str(where.get("xpath")))
        return "" if element is None else str(element.text_content())

    return of_element


def _text_of_lines(lines: list[str], above: int | None) -> Callable[[Where], str]:
    places: dict[tuple[tuple[str, object], ...], list[str]] = {
        tuple(_place(number, paragraph, above).items()): lines[paragraph.first - 1 : paragraph.last]
        for number, paragraph in enumerate(paragraphs(lines), 1)
    }

    def of_lines(where: Where) -> str:
        """Return the lines at a place, without quotation marks."""
        found = places.get(tuple(where.items()), [])
        return "\n".join(QUOTE_MARKS.sub("", line) for line in found)

    return of_lines


def parse_mail(data: bytes) -> EmailMessage:
    """Parse a message, whatever is wrong with it."""
    return email.message_from_bytes(data, policy=email.policy.default)


def body_of(message: EmailMessage) -> EmailMessage | None:
    """Find the part that a reader sees: plain text before HTML."""
    try:
        body = message.get_body(preferencelist=("plain", "html"))
    except (AttributeError, KeyError, ValueError, TypeError):  # damaged headers
        body = None
    if body is None and message.get_content_maintype() == "text":
        body = message
    return cast(EmailMessage, body) if body is not None and payload(body).strip() else None


def attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield what is attached by its file name, as far as it has one."""
    for number, part in enumerate(message.walk(), 1):
        try:
            name = part.get_filename()
        except (AttributeError, KeyError, ValueError, TypeError):
            name = None
        if name and not part.is_multipart():
            yield (
                one_line(name).replace("/", "_").replace("\\", "_") or f"part {number}",
                payload(part),
            )


def payload(part: EmailMessage | email.message.Message) -> bytes:
    """Return a part's bytes, decoded from how they were sent."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        content = b""
    return content if isinstance(content, bytes) else b""


def charset(part: EmailMessage) -> str:
    """Return the encoding that a part names, in lower case; empty where it names none."""
    try:
        return (part.get_content_charset() or "").lower()
    except (AttributeError, ValueError, LookupError, TypeError):
        return ""


def text_of(part: EmailMessage, path: str) -> str:
    r"""Decode a part's text, with `\n` at the ends of lines."""
    data, named = payload(part), charset(part)
    try:
        text = data.decode(SUPERSETS.get(named, named) or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = decode_text(data, path).text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _headers(message: EmailMessage) -> dict[str, str]:
    date = _header(message, "date")
    with suppress(ValueError, TypeError, IndexError):
        date = parsedate_to_datetime(date).isoformat()
    return {
        "title": _header(message, "subject"),
        "author": _header(message, "from"),
        "date": date,
    }


def _header(message: EmailMessage, name: str) -> str:
    try:
        return one_line(str(message[name] or ""))
    except (AttributeError, ValueError, LookupError, TypeError, IndexError):
        return ""


def _write_page(writer: RenditionWriter, body: EmailMessage, path: str) -> None:
    root = parse(decode_page(payload(body), path, charset(body)), path)
    paths = element_paths(root)
    remove_dropped(root)
    MarkdownWriter(writer, by_path(paths)).write(
        root.find("body") if root.find("body") is not None else root
    )


def _write_lines(writer: RenditionWriter, text: str, above: int | None) -> None:
    for number, paragraph in enumerate(paragraphs(text.split("\n")), 1):
        mark = "## " if paragraph.heading else "> " if paragraph.quoted else ""
        where = _place(number, paragraph, above)
        writer.write(mark + escaped(paragraph.text, numbered=True, listed=True), where)


def _place(number: int, paragraph: Paragraph, above: int | None) -> dict[str, int]:
    """Name a paragraph by the lines of the file, or where those are encoded by its number."""
    if above is None:
        return {"paragraph": number}
    return {"line": above + paragraph.first, "to": above + paragraph.last}


def _lines_above(data: bytes, body: EmailMessage) -> int | None:
    """Count the lines of the file above its text; None where the file has it encoded."""
    try:
        encoding = str(body["content-transfer-encoding"] or "7bit").strip().lower()
    except (AttributeError, ValueError, LookupError, TypeError, IndexError):
        return None
    content = payload(body)
    start = data.find(content) if encoding in _AS_IT_IS and content.strip() else -1
    if start < 0:
        return None
    head = data[:start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return head.count(b"\n")
