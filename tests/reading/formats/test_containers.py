"""Files that hold several sources: archives, feeds, mails with attachments."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.errors import SourceError
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing import editions
from bidigest.reading import find_sources, read, resolve_sources
from bidigest.reading.formats.feeds import entries
from tests.reading.formats.office_files import archive, docx, paragraph

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Post</title>
<item><guid>a1</guid><title>Bridge closed</title><link>https://post.example/a1</link>
<pubDate>Fri, 30 Jan 2026 08:00:00 GMT</pubDate>
<description>&lt;p&gt;The bridge was closed on &lt;b&gt;Monday&lt;/b&gt;.&lt;/p&gt;&lt;script&gt;1&lt;/script&gt;</description></item>
<item><guid>a2</guid><title>Ferry</title><description>The ferry runs every half hour.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Elsewhere</title>
<entry><id>a1</id><title>Bridge closed</title><content type="html">&lt;p&gt;Closed.&lt;/p&gt;</content></entry>
</feed>"""


def names(root: Path, *sources: str) -> list[str]:
    return [path.relative_to(root).as_posix() for path in find_sources(list(sources), root=root)]


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    parts: dict[str, str | bytes] = {
        "b/levels.md": "# Levels\n\nIt is full.\n",
        "a.docx": docx(paragraph("It rained.")),
        "photo.png": b"\x89PNG",
        "__MACOSX/._a.docx": b"x",
        "../out.md": "Out.",
    }
    (tmp_path / "in.zip").write_bytes(archive(parts))
    assert names(tmp_path, "in.zip") == ["in.zip!/a.docx", "in.zip!/b/levels.md"]
    found = resolve_sources(["in.zip"], root=tmp_path)
    assert [each.path for each in found.not_read] == ["in.zip!/photo.png"]
    document = read(tmp_path / "in.zip!/b/levels.md", root=tmp_path)
    assert (document.path, document.title) == ("in.zip!/b/levels.md", "Levels")


def test_names_in_gbk_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr("水位.md", "水位上涨。")
    data = file.getvalue().replace("水位".encode(), "水位".encode("gbk") + b"xx")
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(sign) + (7 if sign == b"PK\x03\x04" else 9)
        data = data[:at] + bytes([data[at] & ~8]) + data[at + 1 :]
    (tmp_path / "in.zip").write_bytes(data)
    assert names(tmp_path, "in.zip") == ["in.zip!/水位xx.md"]


def test_each_entry_of_a_feed_is_a_source(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    documents = [read(path, root=tmp_path) for path in find_sources(["feed.xml"], root=tmp_path)]
    bridge = next(each for each in documents if each.title == "Bridge closed")
    assert bridge.metadata["date"] == "2026-01-30T08:00:00+00:00"
    assert bridge.metadata["url"] == "https://post.example/a1"
    assert "The bridge was closed on Monday." in bridge.text
    assert {document.title for document in documents} == {"Bridge closed", "Ferry"}


def test_an_entry_that_two_feeds_have_is_one_source(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RSS)
    (tmp_path / "b.xml").write_text(ATOM)
    assert len(find_sources(["a.xml", "b.xml"], root=tmp_path)) == 2


def test_an_entry_has_its_name_whatever_else_the_feed_holds() -> None:
    shorter = RSS[: RSS.index("<item><guid>a2")] + "</channel></rss>"
    assert set(entries(shorter.encode(), "")) < set(entries(RSS.encode(), ""))


def test_a_mail_and_what_is_attached_to_it(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Date"], message["Subject"] = "a@post.example", "now", "Levels"
    message["Message-ID"] = "<1@post.example>"
    message.set_content("The report is attached.")
    message.add_attachment(
        docx(paragraph("It rained.")), maintype="application", subtype="x", filename="report.docx"
    )
    (tmp_path / "m.eml").write_bytes(message.as_bytes())
    assert names(tmp_path, "m.eml") == ["m.eml", "m.eml!/report.docx"]
    assert "It rained." in read(tmp_path / "m.eml!/report.docx", root=tmp_path).text


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 torn",
        archive({"a.md": b"a" + b" " * 40_000_000}),
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><item><title>&a;</title></item></rss>',
        b"<rss><channel></channel></rss>",
    ],
    ids=["torn", "bomb", "entities", "empty feed"],
)
def test_what_is_wrong_with_a_file_is_said_when_it_is_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.zip").write_bytes(content)
    (path,) = find_sources(["bad.zip"], root=tmp_path)
    with pytest.raises(SourceError, match=r"^bad\.zip[^\n]*: [^\n]+; [^\n]+$"):
        read(path, root=tmp_path)


def test_an_edition_of_what_is_in_files_stands(tmp_path: Path) -> None:
    told = "The bridge over the Arle was closed on Monday after cracks were found in two piers."
    (tmp_path / "in.zip").write_bytes(archive({"a.md": told, "b.docx": docx(paragraph(told))}))
    (tmp_path / "feed.xml").write_text(RSS)
    digest = build(["in.zip", "feed.xml"], Options(date="2026-01-31"), root=tmp_path)
    assert [document.path.partition("!")[0] for document in digest.documents] == [
        "feed.xml",
        "feed.xml",
        "in.zip",
        "in.zip",
    ]
    folder = editions.publish(digest, tmp_path / "out", root=tmp_path).folder
    assert verify(folder).problems == ()
    assert verify(folder, root=tmp_path).problems == ()
