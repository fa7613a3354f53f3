"""Feeds as sources: what is new since the last edition, each entry once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.errors import SourceError
from bidigest.model import Digest
from tests.fetching.feeds import Item, atom, rss, story
from tests.fetching.runs import Runs
from tests.fetching.servers import Page, Server, serving


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def runs(server: Server, tmp_path: Path) -> Runs:
    return Runs(server, tmp_path)


def titles(digest: Digest) -> list[str]:
    return sorted(document.title for document in digest.documents)


def items(*numbers: int) -> list[Item]:
    return [Item(f"e{number}", story(number), day=number) for number in numbers]


def test_an_edition_has_the_entries_that_came_since_the_one_before(
    runs: Runs, server: Server
) -> None:
    feed = server.address("/feed.xml")
    server.pages["/feed.xml"] = rss(items(2, 1))
    assert titles(runs.run(feed)) == ["Entry e1", "Entry e2"]
    server.pages["/feed.xml"] = rss(items(4, 3, 2, 1))
    assert titles(runs.run(feed, day=1)) == ["Entry e3", "Entry e4"]
    assert verify(runs.output).problems == ()


def test_where_there_is_nothing_new_the_edition_stands(runs: Runs, server: Server) -> None:
    feed = server.address("/feed.xml")
    server.pages["/feed.xml"] = rss(items(2, 1), etag='"1"')
    runs.run(feed)
    before = runs.edition()
    runs.run(feed, day=1)
    server.pages["/feed.xml"] = Page(b"", status=500)
    runs.run(feed, day=2)
    assert "HTTP status 500; read as it was on 2026-01-31" in runs.warnings[0]
    runs.run(feed, day=3, offline=True)
    assert runs.edition() == before
    assert titles(runs.run(feed, day=4)) == ["Entry e1", "Entry e2"]


def test_an_entry_that_was_edited_or_moved_to_another_feed_is_not_repeated(
    runs: Runs, server: Server
) -> None:
    feeds = [server.address("/a.xml"), server.address("/b.xml")]
    server.pages["/a.xml"] = rss(items(1))
    server.pages["/b.xml"] = atom(items(1))
    assert titles(runs.run(*feeds)) == ["Entry e1"]
    server.pages["/a.xml"] = rss([Item("e2", story(2), day=2)])
    server.pages["/b.xml"] = atom([Item("e1", story(1, edited=1), day=9)])
    assert titles(runs.run(*feeds, day=1)) == ["Entry e2"]


def test_an_article_that_two_feeds_call_by_other_ids_is_one_source(
    runs: Runs, server: Server
) -> None:
    link = "https://post.example/levels"
    feeds = [server.address("/a.xml"), server.address("/b.xml")]
    server.pages["/a.xml"] = rss([Item("a1", story(1), link=link)])
    server.pages["/b.xml"] = atom([Item("b1", story(1), link=link)])
    assert titles(runs.run(*feeds)) == ["Entry a1"]
    server.pages["/a.xml"] = rss([Item("a2", story(2))])
    server.pages["/b.xml"] = atom([Item("b2", story(1), link=link), Item("b3", story(3))])
    assert titles(runs.run(*feeds, day=1)) == ["Entry a2", "Entry b3"]


def test_numbers_are_ids_of_one_site_alone(runs: Runs, server: Server) -> None:
    feeds = [server.address("/a.xml"), server.address("/b.xml")]
    server.pages["/a.xml"] = rss([Item("17", story(1))])
    server.pages["/b.xml"] = atom([Item("17", story(2))])
    assert len(runs.run(*feeds).documents) == 2


def test_entries_that_all_lead_to_one_page_are_entries_of_their_own(
    runs: Runs, server: Server
) -> None:
    link = "https://post.example/"
    server.pages["/feed.xml"] = rss([Item(f"e{n}", story(n), link=link) for n in (1, 2)])
    assert len(runs.run(server.address("/feed.xml")).documents) == 2


def test_a_run_that_was_stopped_leaves_its_entries_to_the_next(runs: Runs, server: Server) -> None:
    feed = server.address("/feed.xml")
    server.pages["/feed.xml"] = rss(items(1))
    runs.run(feed)
    server.pages["/feed.xml"] = rss(items(2))
    runs.run(feed, day=1, publish=False)
    server.pages["/feed.xml"] = rss(items(3))
    assert titles(runs.run(feed, day=2)) == ["Entry e2", "Entry e3"]


def test_an_entry_that_was_edited_before_its_edition_is_read_as_it_is_now(
    runs: Runs, server: Server
) -> None:
    feed = server.address("/feed.xml")
    server.pages["/feed.xml"] = rss(items(1))
    runs.run(feed, publish=False)
    server.pages["/feed.xml"] = rss([Item("e1", story(1, edited=3))])
    assert "corrected 3 times" in runs.run(feed, day=1).documents[0].text


def test_of_a_feed_s_archive_the_newest_entries_are_read_and_the_page_says_so(
    runs: Runs, server: Server
) -> None:
    feed = server.address("/feed.xml")
    server.pages["/feed.xml"] = rss(items(*range(9, 0, -1)))
    digest = runs.run(feed, entries=3)
    assert titles(digest) == ["Entry e7", "Entry e8", "Entry e9"]
    (said,) = digest.skipped
    assert (said.path, said.reason) == (feed, "holds 6 older entries, which are left out")
    assert runs.run(feed, day=1, entries=3).skipped == digest.skipped
    server.pages["/feed.xml"] = rss(items(*range(14, 5, -1)))
    digest = runs.run(feed, day=2, entries=3)
    assert titles(digest) == ["Entry e12", "Entry e13", "Entry e14"]
    assert "holds 2 further entries, which wait for the next edition" in digest.skipped[0].reason
    assert titles(runs.run(feed, day=3, entries=3)) == ["Entry e10", "Entry e11"]


PAGE = "<html><head><title>Levels</title><link rel=canonical href='/levels'></head><body><article><h1>Levels</h1>{}</article></body></html>"


def test_the_link_of_an_entry_that_only_has_a_summary_is_read(runs: Runs, server: Server) -> None:
    link = server.address("/levels?utm=feed")
    server.pages["/levels"] = Page(PAGE.format(story(1)).encode())
    server.pages["/feed.xml"] = rss([Item("e1", "Ships were counted.", link=link, full=False)])
    digest = runs.run(server.address("/feed.xml"))
    assert "dredged" in digest.documents[0].text
    assert digest.documents[0].fetched
    assert digest.documents[0].fetched.url == server.address("/levels")
    server.asked.clear()
    runs.run(server.address("/feed.xml"), day=1)
    assert server.paths() == ["/feed.xml"]


def test_no_link_is_read_where_that_is_not_wanted(runs: Runs, server: Server) -> None:
    link = server.address("/levels")
    server.pages["/levels"] = Page(PAGE.format(story(1)).encode())
    server.pages["/feed.xml"] = rss([Item("e1", "Ships were counted.", link=link, full=False)])
    digest = runs.run(server.address("/feed.xml"), follow_links=False)
    assert "Ships were counted." in digest.documents[0].text
    assert server.paths() == ["/feed.xml"]


@pytest.mark.parametrize("target", ["/nowhere", "/picture", "/empty"])
def test_where_a_link_cannot_be_read_the_summary_is_and_the_page_says_so(
    runs: Runs, server: Server, target: str
) -> None:
    server.pages["/picture"] = Page(b"\x89PNG", "image/png")
    server.pages["/empty"] = Page(b"<html><body></body></html>")
    link = server.address(target)
    server.pages["/feed.xml"] = rss([Item("e1", "Ships were counted.", link=link, full=False)])
    digest = runs.run(server.address("/feed.xml"))
    assert "Ships were counted." in digest.documents[0].text
    (said,) = digest.skipped
    assert said.path == link
    assert said.reason.endswith("; its feed's summary is read instead")
    assert runs.run(server.address("/feed.xml"), day=1).skipped == digest.skipped


def test_an_entry_without_a_word_is_none(runs: Runs, server: Server) -> None:
    empty = "<item><guid>x</guid><title></title><description></description></item>"
    page = rss(items(1))
    page.body = page.body.replace(b"</channel>", empty.encode() + b"</channel>")
    server.pages["/feed.xml"] = page
    assert titles(runs.run(server.address("/feed.xml"))) == ["Entry e1"]


def test_a_list_of_feeds_stands_for_the_feeds(runs: Runs, server: Server) -> None:
    server.pages["/a.xml"], server.pages["/b.xml"] = rss(items(1)), atom(items(2))
    outlines = "".join(
        f'<outline><outline xmlUrl="{server.address(path)}"/></outline>'
        for path in ("/a.xml", "/b.xml", "/a.xml")
    )
    text = f'<?xml version="1.0"?><opml version="2.0"><body>{outlines}</body></opml>'
    (runs.folder / "feeds.opml").write_text(text)
    server.pages["/feeds.opml"] = Page(text.encode(), "text/x-opml")
    assert titles(runs.run("feeds.opml", publish=False)) == ["Entry e1", "Entry e2"]
    assert titles(runs.run(server.address("/feeds.opml"))) == ["Entry e1", "Entry e2"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<opml><body></body></opml>", "lists no feeds"),
        ("<opml><body><outline", "lists no feeds"),
        ('<!DOCTYPE o [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml>&x;</opml>', "lists no"),
        ("nothing", "lists no feeds"),
    ],
)
def test_a_list_of_no_feeds_says_so(runs: Runs, text: str, said: str) -> None:
    (runs.folder / "feeds.opml").write_text(text)
    with pytest.raises(SourceError, match=said):
        runs.run("feeds.opml")


def test_feeds_and_pages_and_files_go_together(runs: Runs, server: Server) -> None:
    """Where a file or page changes and no entry is new, the entries of the edition stay."""
    (runs.folder / "notes.md").write_text("# Notes\n\nThe harbour was closed on Monday.\n")
    link = server.address("/levels")
    server.pages["/levels"] = Page(PAGE.format(story(8)).encode())
    server.pages["/feed.xml"] = rss([*items(1), Item("e8", story(8), link=link)])
    sources = ["notes.md", server.address("/feed.xml"), link]
    assert titles(runs.run(*sources)) == ["Entry e1", "Levels", "Notes"]
    (runs.folder / "notes.md").write_text("# Notes\n\nThe harbour was closed on Tuesday.\n")
    assert titles(runs.run(*sources, day=1)) == ["Entry e1", "Levels", "Notes"]


def test_what_was_kept_may_be_lost_and_no_entry_is_repeated(runs: Runs, server: Server) -> None:
    feed = server.address("/feed.xml")
    server.pages["/feed.xml"] = rss(items(2, 1))
    runs.run(feed)
    before = runs.edition()
    (runs.output / "fetched/addresses.json").unlink()
    runs.run(feed, day=1)
    assert runs.edition() == before
    (runs.output / "fetched/addresses.json").write_text("[]")
    server.pages["/feed.xml"] = rss(items(3, 2, 1))
    assert titles(runs.run(feed, day=2)) == ["Entry e3"]


def test_a_feed_without_entries_says_so(runs: Runs, server: Server) -> None:
    server.pages["/feed.xml"] = rss([])
    with pytest.raises(SourceError, match="no new entries"):
        runs.run(server.address("/feed.xml"))


def test_a_feed_that_declares_entities_is_refused(runs: Runs, server: Server) -> None:
    page = rss(items(1))
    page.body = page.body.replace(b"<rss", b'<!DOCTYPE rss [<!ENTITY a "b">]><rss')
    server.pages["/feed.xml"] = page
    with pytest.raises(SourceError, match="is XML"):
        runs.run(server.address("/feed.xml"))


def test_without_editions_a_feed_is_what_it_holds_now(runs: Runs, server: Server) -> None:
    feed = server.address("/feed.xml")
    server.pages["/feed.xml"] = rss(items(2, 1))
    for day in range(2):
        found = runs.run(feed, day=day, publish=False, editions=False)
        assert titles(found) == ["Entry e1", "Entry e2"]
