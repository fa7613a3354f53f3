"""Addresses as sources: pages that stay, change, move, fail; what is kept and what is said."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bidigest.checking.verification import verify
from bidigest.cli.summarize import Length, summarize
from bidigest.errors import OptionsError, SourceError
from bidigest.fetching import politeness
from bidigest.fetching.declared_links import declared
from bidigest.fetching.fetched_sources import Fetching
from bidigest.fetching.located import locate_all
from bidigest.ingestion import Reader, take_all
from bidigest.model import Digest
from bidigest.options import Options
from bidigest.pipeline import digest_taken
from bidigest.publishing import editions
from tests.fetching.servers import Page, Server, serving
from tests.reading.formats.office_files import archive, docx, paragraph

DAY = datetime.datetime(2026, 1, 30, 7, tzinfo=datetime.UTC)
BODY = (
    "<p>The bridge over the Arle was closed on Monday after cracks were found in two piers.</p>"
    "<p>The ferry runs every half hour until the repairs are finished in {}.</p>"
)


def page(title: str, *, until: str = "June", head: str = "", etag: str = "") -> Page:
    text = f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{BODY.format(until)}</article></body></html>"
    return Page(text.encode(), headers={"ETag": etag} if etag else {})


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        running.pages["/bridge"] = page("Bridge closed", etag='"b1"')
        running.pages["/ferry"] = page("Ferry instead", until="July")
        yield running


Run = Callable[..., tuple[Digest, tuple[str, ...]]]


@pytest.fixture
def run(server: Server, tmp_path: Path) -> Run:
    """Make and publish the digest of some sources on a day."""

    def made(*sources: str, day: int = 0, publish: bool = True, **given: Any) -> Any:
        now = DAY + datetime.timedelta(days=day)
        visitor = server.visitor(now=lambda: now)
        output = tmp_path / "out"
        fetching = Fetching(output, visitor, **given)
        named = [each if ":" in each else str(tmp_path / each) for each in sources]
        located, warnings = locate_all(named, fetching, here=tmp_path, root=None, most=100)
        options = Options(date=now.date(), embeddings="none")
        reader = Reader(located.root, options)
        digest = digest_taken(located.found, take_all(located.found.paths, reader), reader)
        if publish:
            editions.publish(digest, output, root=located.root)
        return digest, warnings

    return made


def latest(tmp_path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((tmp_path / "out/latest/digest.json").read_text())
    return data


def test_an_edition_keeps_what_was_fetched_and_says_when(
    run: Run, server: Server, tmp_path: Path
) -> None:
    run(server.address("/bridge"), server.address("/ferry"))
    (bridge, _) = latest(tmp_path)["sources"]
    assert re.fullmatch(r"fetched/news\.example/bridge-[0-9a-f]{16}\.html", bridge["path"])
    original = bridge["original"]
    assert original["url"] == server.address("/bridge")
    assert (original["fetched"], original["etag"]) == ("2026-01-30T07:00:00+00:00", '"b1"')
    kept = tmp_path / f"out/latest/sources/{original['sha256']}.html"
    assert kept.read_bytes() == server.pages["/bridge"].body  # type: ignore[union-attr]
    assert verify(tmp_path / "out").problems == ()
    page = (tmp_path / "out/latest/digest.md").read_text()
    assert f"<{server.address('/bridge')}> 2026-01-30" in page


def test_the_same_bytes_give_the_same_digest_on_another_day(
    run: Run, server: Server, tmp_path: Path
) -> None:
    sources = [server.address("/bridge"), server.address("/ferry")]
    run(*sources)
    before = latest(tmp_path)
    run(*sources, day=3)
    assert latest(tmp_path) == before
    assert len(list((tmp_path / "out/editions").iterdir())) == 1
    headers = dict(server.asked)
    assert headers["/bridge"]["if-none-match"] == '"b1"'


def test_a_page_that_changes_makes_an_edition_and_the_old_one_stands(
    run: Run, server: Server, tmp_path: Path
) -> None:
    server.pages["/notes"] = Page(
        b"The bridge opens in June.\n\nThe ferry stops then.", "text/plain"
    )
    sources = [server.address("/bridge"), server.address("/notes")]
    run(*sources)
    old = (tmp_path / "out/latest").resolve()
    server.pages["/bridge"] = page("Bridge closed", until="August", etag='"b2"')
    server.pages["/notes"] = Page(b"The bridge opens in August.", "text/plain")
    digest, _ = run(*sources, day=1)
    assert "August" in digest.documents[0].text
    assert (tmp_path / "out/latest").resolve() != old
    assert verify(old).problems == ()
    assert verify(tmp_path / "out").problems == ()


def test_an_address_that_fails_is_read_as_it_was_and_the_page_says_since_when(
    run: Run, server: Server, tmp_path: Path
) -> None:
    sources = [server.address("/bridge"), server.address("/ferry")]
    run(*sources)
    run(*sources, day=2)
    server.pages["/bridge"] = Page(b"", status=503)
    digest, _ = run(*sources, day=5)
    (said,) = digest.skipped
    assert said.path == server.address("/bridge")
    assert said.reason == "answers with HTTP status 503; read as it was on 2026-02-01"
    assert len(digest.documents) == 2
    assert "2026-02-01" in (tmp_path / "out/latest/digest.md").read_text()
    again, _ = run(*sources, day=6)
    assert again.skipped == digest.skipped


def test_an_address_that_never_answered_is_left_out_with_the_reason(
    run: Run, server: Server
) -> None:
    digest, _ = run(server.address("/bridge"), server.address("/nowhere"))
    (said,) = digest.skipped
    assert said.reason == "answers with HTTP status 404; try again later"
    with pytest.raises(SourceError, match="HTTP status 404"):
        run(server.address("/nowhere"))


def test_without_a_network_what_was_kept_is_read_and_nobody_asked(
    run: Run, server: Server, tmp_path: Path
) -> None:
    sources = [server.address("/bridge"), server.address("/ferry")]
    run(*sources)
    before = latest(tmp_path)
    server.asked.clear()
    run(*sources, day=9, offline=True)
    assert latest(tmp_path) == before
    digest, _ = run(*sources, server.address("/other"), day=9, offline=True)
    assert [each.reason for each in digest.skipped] == [
        "was never fetched; fetch it once with a network"
    ]
    assert server.asked == []


def test_what_was_tampered_with_is_fetched_again(run: Run, server: Server, tmp_path: Path) -> None:
    run(server.address("/bridge"))
    (kept,) = (tmp_path / "out/fetched/news.example").glob("bridge-*.html")
    kept.write_text("<html><body><p>Something else altogether was said here.</p></body></html>")
    digest, _ = run(server.address("/bridge"), day=1)
    assert "cracks" in digest.documents[0].text
    (tmp_path / "out/fetched/addresses.json").write_text("{broken")
    run(server.address("/bridge"), day=1)


def test_two_addresses_that_name_themselves_alike_are_one_source(run: Run, server: Server) -> None:
    head = '<link rel="canonical" href="/bridge">'
    server.pages["/amp/bridge"] = page("Bridge closed", head=head)
    digest, _ = run(
        server.address("/bridge"), server.address("/amp/bridge"), server.address("/ferry")
    )
    assert [document.fetched and document.fetched.url for document in digest.documents] == [
        server.address("/bridge"),
        server.address("/ferry"),
    ]


def test_a_page_s_own_name_counts_only_within_its_site() -> None:
    def of(head: str) -> str:
        data = f"<html><head>{head}</head><body><p>Some text.</p></body></html>".encode()
        return declared(data, "https://www.post.example/a?x=1").url

    assert of('<link rel="canonical" href="/a">') == "https://www.post.example/a"
    assert of('<link rel="Canonical" href="https://post.example/a#x">') == "https://post.example/a"
    assert of('<link rel="canonical" href="https://other.example/a">') == ""
    assert of('<link rel="canonical" href="javascript:1">') == ""
    assert of('<link rel="canonical" href="https://a:b@post.example/">') == ""
    assert of("") == ""


def test_a_page_s_feed_is_noted(run: Run, server: Server, tmp_path: Path) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    server.pages["/bridge"] = page("Bridge closed", head=head)
    run(server.address("/bridge"))
    assert latest(tmp_path)["sources"][0]["original"]["feed"] == server.address("/feed.xml")


def test_paths_and_addresses_go_together(run: Run, server: Server, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/a.md").write_text("# Bridge\n\nThe bridge was closed on Monday.\n")
    digest, _ = run("notes", server.address("/bridge"))
    assert [document.path.partition("/")[0] for document in digest.documents] == ["notes", "out"]
    digest, _ = run("notes", server.address("/nowhere"))
    assert [document.path for document in digest.documents] == ["notes/a.md"]
    assert verify(tmp_path / "out").problems == ()


def test_what_is_fetched_is_no_source_of_a_folder(run: Run, server: Server, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Bridge\n\nThe bridge was closed on Monday.\n")
    run("a.md", server.address("/bridge"))
    digest, _ = run("**/*", publish=False)
    assert [document.path.rpartition("/")[2] for document in digest.documents] == ["a.md"]


def test_pages_are_not_kept_outside_of_a_root(server: Server, tmp_path: Path) -> None:
    fetching = Fetching(tmp_path / "out", server.visitor())
    (tmp_path / "in").mkdir()
    with pytest.raises(OptionsError, match="name an output folder below it"):
        locate_all(
            [server.address("/bridge")], fetching, here=tmp_path, root=tmp_path / "in", most=9
        )
    assert server.asked == []


def test_an_archive_and_a_pdf_are_read_as_files_are(run: Run, server: Server) -> None:
    told = "The bridge over the Arle was closed on Monday after cracks were found in two piers."
    server.pages["/in.zip"] = Page(archive({"a.md": told}), "application/zip")
    server.pages["/a"] = Page(docx(paragraph(told)), "application/octet-stream")
    digest, _ = run(server.address("/in.zip"), server.address("/a"))
    assert [Path(document.path).suffix for document in digest.documents] == [".docx", ".md"]
    assert {document.fetched.url for document in digest.documents if document.fetched} == {
        server.address("/in.zip"),
        server.address("/a"),
    }


def test_a_password_in_an_address_is_nowhere_to_be_found(
    run: Run, server: Server, tmp_path: Path
) -> None:
    secret = f"http://anna:geheim@news.example:{server.port}/bridge"
    digest, _ = run(secret, server.address("/ferry"))
    assert "name or a password" in digest.skipped[0].reason
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"geheim" not in file.read_bytes()


def test_an_address_is_summarized_and_nothing_of_it_is_kept(
    server: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(politeness, "visitor", lambda _most: server.visitor())
    address = server.address("/bridge")
    assert summarize([address], Length(1, None), root=None, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["path"] == address and len(told["sentences"]) == 1
    assert list(tmp_path.iterdir()) == []
