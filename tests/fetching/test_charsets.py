"""Encodings that only a server names: the kept page says them itself."""

import pytest

from bidigest.fetching.charsets import with_charset
from bidigest.reading.formats.html.reader import read
from tests.fetching.servers import Page, serving

BODY = "<p>連日大雨，水庫蓄水已滿，水利署表示下游居民不必擔心。</p>"


def page(encoding: str, head: str = "<head>") -> bytes:
    return f"<!doctype html><html>{head}</head><body>{BODY}</body></html>".encode(encoding)


@pytest.mark.parametrize("encoding", ["big5", "gb18030"])
def test_the_servers_encoding_is_written_into_the_page(encoding: str) -> None:
    data = with_charset(page(encoding), f"text/html; charset={encoding.upper()}")
    assert f'<head><meta charset="{encoding}">'.encode() in data
    assert "水利署表示下游居民不必擔心。" in read(data, "page.html").text


@pytest.mark.parametrize(
    ("data", "content_type"),
    [
        (page("utf-8"), "text/html; charset=utf-8"),
        (page("big5", '<head><meta charset="big5">'), "text/html; charset=gbk"),
        (page("big5"), "text/html"),
        (page("big5"), 'text/html; charset="><script>'),
        (page("big5"), "text/html; charset=utf-16"),
        (page("big5"), "text/html; charset=no-such-encoding"),
        (b"%PDF-1.7 <head>", "application/pdf; charset=big5"),
        ("水利署".encode("big5"), "text/plain; charset=big5"),
    ],
    ids=["utf-8", "the page's own", "none", "no name", "not ASCII", "unknown", "PDF", "text"],
)
def test_else_the_bytes_stay_as_they_came(data: bytes, content_type: str) -> None:
    assert with_charset(data, content_type) == data


def test_what_is_fetched_says_its_encoding() -> None:
    with serving() as server:
        server.pages["/big5"] = Page(page("big5"), "text/html; charset=Big5")
        answer = server.visitor().visit(server.address("/big5"))
    assert b'<meta charset="big5">' in answer.data
