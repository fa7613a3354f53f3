"""Files that are made to take all time or memory, to reach other files, or to be misread.

Each is a file's name, what it holds, and what is said of it: a pattern of the refusal, or nothing
where it is read.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from tests.reading.formats.office_files import archive, epub, paragraph, pptx, shape
from tests.reading.formats.pdf_files import Line, pdf

TOLD = "The bridge over the Arle was closed on Monday after cracks were found in two piers."
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)
XXE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, made only when it is wanted."""

    name: str
    make: Callable[[], bytes]
    said: str = ""
    """Pattern of what is said; empty where the file is read."""


def word(body: str, head: str = "") -> bytes:
    text = f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
    return archive({"word/document.xml": text})


def word_in_utf16(head: str) -> bytes:
    head = head.replace('version="1.0"', 'version="1.0" encoding="utf-16"')
    text = f"{head}<w:document {W}><w:body>{paragraph('&a11;' + TOLD)}</w:body></w:document>"
    return archive({"word/document.xml": text.encode("utf-16")})


def page(body: str) -> bytes:
    return f"<html><head><title>Bridge</title></head><body>{body}</body></html>".encode()


def lying_zip() -> bytes:
    """What the archive says of a part's size is a lie: 10 bytes, and it is 300 MB."""
    data = bytearray(archive({"a.md": b"a" * 300_000_000}))
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(sign) + place
        data[at : at + 4] = struct.pack("<I", 10)
    return bytes(data)


def many_in_zip() -> bytes:
    return archive({f"{number}.md": b"" for number in range(20_000)})


def zips_in_zip() -> bytes:
    inner = archive({"a.md": TOLD})
    for _ in range(20):
        inner = archive({"a.zip": inner})
    return inner


def names_upwards() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for name in ("../../etc/a.md", "/etc/b.md", "a/../../c.md", "..\\d.md"):
            written.writestr(name, TOLD)
    return file.getvalue()


def packed_pdf(stream: bytes, extra: str = "") -> bytes:
    """A PDF whose one page draws what is packed in a stream."""
    packed = zlib.compress(stream, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << "
        b"/Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R "
        b">> >> /Length 8 >>\nstream\n/X Do /X\nendstream",
    ]
    data = b"%PDF-1.7\n"
    for number, content in enumerate(objects, 1):
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    return data + b"trailer\n<< /Size 7 /Root 1 0 R %s >>\n%%%%EOF\n" % extra.encode()


def book(chapters: Mapping[str, str], spine: str) -> bytes:
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    opf = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    container = '<container><rootfiles><rootfile full-path="o.opf"/></rootfiles></container>'
    parts = {f"{name}.xhtml": text for name, text in chapters.items()}
    return archive({"META-INF/container.xml": container, "o.opf": opf, **parts})


def slides_again(count: int) -> bytes:
    """One slide, which the presentation shows again and again."""
    data = pptx([shape(*[TOLD] * 500)])
    with zipfile.ZipFile(BytesIO(data)) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    show = parts["ppt/presentation.xml"].decode()
    first = show[show.index("<p:sldId ") : show.index("</p:sldIdLst>")]
    parts["ppt/presentation.xml"] = show.replace(first, first * count).encode()
    return archive(parts)


def mail(body: str, kind: str = "text/plain") -> bytes:
    head = "From: a@post.example\nDate: now\nSubject: Levels\nMessage-ID: <1@post.example>\n"
    return f"{head}MIME-Version: 1.0\nContent-Type: {kind}\n\n{body}\n".encode()


def mails_in_mails(depth: int) -> bytes:
    body = "".join(
        f"--{n}\nContent-Type: multipart/mixed; boundary={n + 1}\n\n" for n in range(depth)
    )
    return mail(body, "multipart/mixed; boundary=0")


def subtitles(count: int) -> bytes:
    def clock(second: int) -> str:
        return f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02},000"

    cues = (f"{n}\n{clock(n)} --> {clock(n + 1)}\nLine {n} of it." for n in range(1, count + 1))
    return "\n\n".join(cues).encode()


def rss(items: str, head: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'.encode()


def item(text: str, number: int = 0) -> str:
    return (
        f"<item><guid>g{number}</guid><title>Bridge</title><description>{text}</description></item>"
    )


FILES = {
    "a bomb in an archive": Hostile("a.zip", lambda: archive({"a.md": b"a" * 300_000_000}), "inflates"),
    "an archive that lies": Hostile("a.zip", lying_zip, "inflates|damaged|larger"),
    "an archive of very many": Hostile("a.zip", many_in_zip, "has more than 10,000 parts"),
    "archives within archives": Hostile("a.zip", zips_in_zip, "holds several|no reader"),
    "names that lead upwards": Hostile("a.zip", names_upwards, "nothing in it"),
    "a bomb in Word": Hostile("a.docx", lambda: word("<w:p/>" + " " * 100_000_000), "inflates"),
    "entities in Word": Hostile("a.docx", lambda: word(paragraph("&a11;"), LAUGHS), "declares entities"),
    "entities in Word, in UTF-16": Hostile("a.docx", lambda: word_in_utf16(LAUGHS), "holds no text|declares entities"),
    "another file in Word": Hostile("a.docx", lambda: word(paragraph("&x;"), XXE), "declares entities"),
    "very many paragraphs": Hostile("a.docx", lambda: word("<w:p/>" * 900_000), "inflates|too large"),
    "tables within tables": Hostile("a.docx", lambda: word("<w:tbl><w:tr><w:tc>" * 30_000 + paragraph(TOLD)), "damaged|no text|too"),
    "a macro in Word": Hostile("a.docm", lambda: archive({"word/document.xml": f"<w:document {W}><w:body>{paragraph(TOLD)}</w:body></w:document>", "word/vbaProject.bin": "Shell \"rm -rf /\""})),
    "one slide ten thousand times": Hostile("a.pptx", lambda: slides_again(10_000)),
    "a bomb in a book": Hostile("a.epub", lambda: epub(" " * 100_000_000), "inflates"),
    "entities in a book": Hostile("a.epub", lambda: book({"a": f"{LAUGHS}<html><body><p>&a11;{TOLD}</p></body></html>"}, '<itemref idref="a"/>'), "entities|."),
    "another file in a book": Hostile("a.epub", lambda: book({"a": f"{XXE}<html><body><p>&x; {TOLD}</p></body></html>"}, '<itemref idref="a"/>'), "entities|."),
    "one chapter ten thousand times": Hostile("a.epub", lambda: book({"a": f"<html><body>{f'<p>{TOLD}</p>' * 500}</body></html>"}, '<itemref idref="a"/>' * 10_000), "."),
    "a chapter of nested elements": Hostile("a.epub", lambda: book({"a": f"<html><body>{'<div>' * 100_000}</body></html>"}, '<itemref idref="a"/>'), "."),
    "a locked PDF": Hostile("a.pdf", lambda: pdf([Line(TOLD)], encrypted=True), "needs a password"),
    "a PDF of 10,000 pages": Hostile("a.pdf", lambda: pdf(*[[Line(TOLD)]] * 10_000), "has 10,000 pages"),
    "a PDF whose pages hold themselves": Hostile("a.pdf", lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\n", "damaged"),
    "a PDF whose drawings hold themselves": Hostile("a.pdf", lambda: packed_pdf(b"BT /F1 12 Tf 72 700 Td (%s) Tj ET /X Do" % TOLD.encode())),
    "a PDF whose page inflates": Hostile("a.pdf", lambda: packed_pdf(b" " * 300_000_000), "."),
    "a PDF of very many characters": Hostile("a.pdf", lambda: packed_pdf(b"BT /F1 12 Tf 72 700 Td " + b"(%s) Tj " % TOLD.encode() * 100_000 + b"ET"), "."),
    "a PDF that says shapes": Hostile("a.pdf", lambda: pdf([Line("\ue001\ue002\ue003" * 8, y=700 - 20 * n) for n in range(20)]), "recognition"),
    "a PDF of a picture": Hostile("a.pdf", lambda: pdf([]), "recognition"),
    "a PDF that begins only": Hostile("a.pdf", lambda: b"%PDF-1.7\n" + b"1 0 obj <<" * 100_000, "damaged"),
    "100,000 nested elements": Hostile("a.html", lambda: page("<div>" * 100_000 + TOLD), "tags|no page"),
    "50,000 nested elements": Hostile("a.html", lambda: page("<div>" * 50_000 + TOLD), "tags|no page"),
    "50,000 nested words": Hostile("a.html", lambda: page(f"<p>{TOLD}</p>" + "<b>" * 50_000 + TOLD), "."),
    "20,000 paragraphs": Hostile("a.html", lambda: page(f"<p>{TOLD}</p>" * 20_000)),
    "9,000 headings that are links": Hostile("a.html", lambda: page(f"<p>{TOLD}</p>" + '<h3><a href="/a">A bridge elsewhere</a></h3>' * 9_000)),
    "6,000 beginnings of articles": Hostile("a.html", lambda: page(f"<p>{TOLD}</p><ul>" + '<li><h3><a href="/a">A bridge elsewhere</a></h3>2026-01-02</li>' * 6_000 + "</ul>")),
    "8,000 answers": Hostile("a.html", lambda: page(f'<div id="forum"><div class="said"><p>{TOLD}</p></div>' + f'<div class="comment">10:00<div class="said"><p>{TOLD}</p></div></div>' * 8_000 + "</div>")),
    "5,000 sections": Hostile("a.html", lambda: page(f'<section class="a"><h2>One</h2><p>{TOLD}</p></section>' * 5_000)),
    "20,000 lines of the page": Hostile("a.html", lambda: page(f"<p>{TOLD}</p>" + "<h2>Related articles</h2><p>Editor: Ann Lee</p>" * 10_000 + f"<p>{TOLD}</p>"), "."),
    "comments within comments": Hostile("a.html", lambda: page(f"<p>{TOLD}</p>" + "<div class=c>2 hours ago Reply" * 200 + "<div class=c>1 hour ago Reply</div>" * 10_000), "."),
    "entities in a page": Hostile("a.html", lambda: LAUGHS.encode() + page(f"<p>&a11; {TOLD}</p>"), "."),
    "another file in a page": Hostile("a.html", lambda: b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(f"<p>&x; {TOLD}</p>")),
    "only opening brackets": Hostile("a.html", lambda: page("<" * 1_000_000), "."),
    "only ampersands": Hostile("a.html", lambda: page(f"<p>{TOLD}</p>" + "&" * 1_000_000), "."),
    "comments without end": Hostile("a.html", lambda: page(f"<p>{TOLD}</p>" + "<!--" * 50_000), "."),
    "one attribute of 10 MB": Hostile("a.html", lambda: page(f'<p title="{"a" * 10_000_000}">{TOLD}</p>'), "."),
    "a paragraph of 5 MB": Hostile("a.html", lambda: page(f"<p>{'word ' * 1_000_000}</p>"), "."),
    "a row of 20,000 cells": Hostile("a.html", lambda: page(f"<p>{TOLD}</p><table><tr>{'<td>a</td>' * 20_000}</tr></table>"), "."),
    "structured data of 5 MB": Hostile("a.html", lambda: page(f"<script type=application/ld+json>{'[' * 5_000_000}</script><p>{TOLD}</p>"), "."),
    "a feed that declares entities": Hostile("a.xml", lambda: rss(item("&a11;"), LAUGHS), "."),
    "a feed of 20,000 entries": Hostile("a.xml", lambda: rss("".join(item(TOLD, n) for n in range(20_000))), "more than 5,000 entries"),
    "a feed of 2,000 entries": Hostile("a.xml", lambda: rss("".join(item(TOLD, n) for n in range(2_000)))),
    "an entry of nested elements": Hostile("a.xml", lambda: rss(item("&lt;div&gt;" * 50_000)), "."),
    "mails within mails": Hostile("a.eml", lambda: mails_in_mails(5_000), "nested too deeply"),
    "a mail of quotations": Hostile("a.eml", lambda: mail("\n".join(">" * (n % 2000) + TOLD for n in range(5_000))), "."),
    "a mail of one word": Hostile("a.eml", lambda: mail("=?utf-8?q?" * 200_000 + TOLD), "."),
    "100,000 cues": Hostile("a.srt", lambda: subtitles(100_000)),
    "100,000 cues without blank lines": Hostile("a.srt", lambda: subtitles(100_000).replace(b"\n\n", b"\n")),
    "cues of open tags": Hostile("a.srt", lambda: b"1\n00:00:01,000 --> 00:00:02,000\n" + b"<" * 1_000_000, "."),
    "a WebVTT of speakers": Hostile("a.vtt", lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v " * 300_000, "."),
}  # fmt: skip
