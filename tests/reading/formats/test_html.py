"""Saved pages: what of them is read, and where it stands."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bidigest.errors import SourceError
from bidigest.model import Span
from bidigest.reading.formats.html.reader import raw_text, read
from bidigest.reading.formats.lines import escaped, one_line
from bidigest.reading.formats.registry import render
from bidigest.reading.formats.rendition import Rendition
from bidigest.reading.markdown.inline import inline_markup
from tests.fixtures import Case, cases


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def lines(rendition: Rendition) -> list[str]:
    text = re.sub(r"\A---\n.*?\n---\n", "", rendition.text, flags=re.S)
    return [line for line in text.split("\n") if line]


@pytest.mark.parametrize("case", cases("reading/formats/pages.txt"), ids=lambda case: case.title)
def test_elements_to_markdown(case: Case) -> None:
    assert lines(read(page(case.text), "page.html")) == list(case.expected)


@pytest.mark.parametrize("case", cases("reading/formats/main_text.txt"), ids=lambda c: c.title)
def test_what_a_page_is_about(case: Case) -> None:
    assert lines(read(page(case.text), "page.html")) == list(case.expected)


def test_every_line_has_an_anchor_whose_element_says_it() -> None:
    data = page("<h1>Rain</h1><div><p>It rained.</p><ul><li>All <b>day</b>.</li></ul></div>")
    rendition, at = read(data, "page.html"), raw_text(data, "page.html")
    said = [rendition.text[a.span.start : a.span.end] for a in rendition.anchors]
    assert said == ["# Rain", "It rained.", "- All day."]
    assert [at(a.where) for a in rendition.anchors] == ["Rain", "It rained.", "All day."]
    assert rendition.anchors[2].where == {"xpath": "/html[1]/body[1]/div[1]/ul[1]/li[1]"}


def test_a_title_is_read_as_a_reader_sees_it() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle",'
        ' "headline": "&#8220;We&nbsp;will pay&#8221; &amp; other promises"}</script>'
    )
    text = read(page("<p>It rained.</p>", head), "page.html").text
    assert text.split("\n")[1] == 'title: "“We will pay” & other promises"'
    assert "\n# “We will pay” & other promises\n" in text


def test_what_a_page_says_of_itself() -> None:
    head = (
        "<title>Rain ends drought | The Valley Post</title>"
        '<meta property="article:published_time" content="2026-01-30T08:00:00Z">'
        '<meta name="author" content="A. Field"><link rel="canonical" href="https://post.example/1">'
    )
    text = read(page("<p>It rained.</p>", head), "page.html").text
    assert text.startswith(
        '---\ntitle: "Rain ends drought"\nauthor: "A. Field"\ndate: "2026-01-30T08:00:00Z"\n'
        'url: "https://post.example/1"\n---\n\n# Rain ends drought\n'
    )


def test_of_two_headings_the_one_that_leads_elsewhere_is_no_title() -> None:
    body = (
        '<h1><a href="/">The Valley Post</a></h1><h1>Rain ends drought</h1><p>It rained.</p>'
        "<h1>Rain</h1>"
    )
    head = "<title>The Valley Post: Rain ends drought</title>"
    text = read(page(body, head), "page.html").text
    assert text.split("\n")[1] == 'title: "Rain ends drought"'


def test_an_address_that_is_none_of_the_web_is_not_taken() -> None:
    head = '<link rel="canonical" href="javascript:alert(1)">'
    assert "javascript" not in read(page("<p>It rained.</p>", head), "page.html").text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16"])
def test_the_encoding_that_the_page_names(encoding: str) -> None:
    named = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    body = "<p>連日大雨，水庫蓄水已滿，水利署表示下游居民不必擔心。</p>"
    data = f"<html><head>{named}</head><body>{body}</body></html>".encode(encoding)
    assert "水利署表示下游居民不必擔心。" in read(data, "page.html").text


@pytest.mark.parametrize(
    "data",
    [
        "<html><head><title>Wells</title></head></html><body><p>The well is dry.</p></body>",
        '<!DOCTYPE>\n<html lang="en"><head><title>Wells</title></head><body><p>The well is dry.</p>',
        "---\nlayout: page\ntitle: Wells\n---\n\n<section><p>The well is dry.</p><p>It was dug in May.</p></section>",
        "Skip to content<div><p>The well is dry.</p><p>It was dug in May.</p></div>",
    ],
)
def test_pages_that_browsers_read_are_read(data: str) -> None:
    rendered = render(data.encode(), "wells.html")
    assert rendered is not None
    assert "The well is dry." in lines(rendered[0])
    assert "layout" not in rendered[0].text


def test_gb2312_means_what_browsers_take_it_for() -> None:
    data = '<html><head><meta charset="gb2312"></head><body><p>朱镕基。</p></body></html>'
    assert "朱镕基。" in read(data.encode("gbk"), "page.html").text


@pytest.mark.parametrize(
    "body",
    ["", "<script>1</script>", "<div>" * 100_000, "<p>a</p>" * 100_000, "<table><tr><td>" * 5000],
    ids=["empty", "only a script", "nested", "very many", "nested tables"],
)
def test_what_cannot_be_read_is_refused_in_one_line(body: str) -> None:
    with pytest.raises(SourceError, match=r"^page\.html: [^\n]+; [^\n]+$"):
        render(page(body), "page.html")


def test_external_entities_stay_where_they_are() -> None:
    data = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><p>It &x; rained.</p>'
    assert "rained." in read(data, "page.html").text


@example("A_º_0")
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_what_is_escaped_is_shown_as_it_was(text: str) -> None:
    line = one_line(text)
    shown, position = "", 0
    markdown = escaped(line)
    for mark in inline_markup(markdown, Span(0, len(markdown))):
        shown += markdown[position : mark.start]
        position = mark.end
    expected = line.replace("¶", "")
    assert (shown + markdown[position:]).replace("¶", "") == expected or "[" in line


def test_each_line_of_a_sentence_that_a_post_breaks_keeps_its_place() -> None:
    data = page("<p>水库蓄满了，</p><p>闸门打开了。</p>")
    rendition, at = read(data, "page.html"), raw_text(data, "page.html")
    assert rendition.text == "水库蓄满了，闸门打开了。\n"
    assert [at(a.where) for a in rendition.anchors] == ["水库蓄满了，", "闸门打开了。"]
