"""Published digests in a browser: what the server of pages shows, and what it does not."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from flows.pages import PAGES, page_address, serve


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    """One digest with one edition, and beside it what is nobody's business."""
    edition = tmp_path / "outputs" / "ports" / "editions" / "2026-01-31"
    (edition / "sources").mkdir(parents=True)
    (edition / "digest.html").write_text("<p>The digest")
    (edition / "sources" / "saved.html").write_text("<script>steal()</script>")
    (edition / "sources" / "report.txt").symlink_to(tmp_path / "report.txt")
    (tmp_path / "report.txt").write_text("A source.")
    (tmp_path / "private.txt").write_text("Not published.")
    (edition.parent.parent / "latest").symlink_to(edition)
    return tmp_path / "outputs"


@pytest.fixture
def server(outputs: Path) -> Iterator[str]:
    with serve([outputs], 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_run_names_the_page_and_the_server_shows_it(
    outputs: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = outputs / "ports" / "editions" / "2026-01-31"
    assert page_address(edition).startswith("file:///")
    monkeypatch.setenv(PAGES, server)
    for name in (page_address(edition), f"{server}{outputs}/ports/latest/digest.html"):
        assert httpx.get(name).text == "<p>The digest"


def test_a_source_is_found_by_the_editions_link(outputs: Path, server: str) -> None:
    found = httpx.get(f"{server}{outputs}/ports/latest/sources/report.txt")
    assert (found.text, found.headers["content-type"]) == ("A source.", "text/plain; charset=utf-8")


def test_a_saved_page_may_do_nothing(outputs: Path, server: str) -> None:
    found = httpx.get(f"{server}{outputs}/ports/latest/sources/saved.html")
    assert found.headers["content-security-policy"].startswith("sandbox")
    assert found.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        "{root}/private.txt",
        "{root}/outputs/ports/latest/../../../private.txt",
        "{root}/outputs/ports/latest/%2e%2e/%2e%2e/%2e%2e/private.txt",
        "{root}/outputs/ports/latest/",
        "{root}/outputs",
        "/etc/passwd",
        "/%00",
        "/",
    ],
)
def test_nothing_else_is_there(outputs: Path, server: str, path: str) -> None:
    host, port = server.removeprefix("http://").split(":")
    # Not by httpx, which would resolve the dots itself.
    connection = http.client.HTTPConnection(host, int(port))
    connection.request("GET", path.format(root=outputs.parent))
    assert connection.getresponse().status == 404


def test_another_name_for_this_machine_gets_nothing(outputs: Path, server: str) -> None:
    address = f"{server}{outputs}/ports/latest/digest.html"
    assert httpx.get(address, headers={"Host": "evil.example:80"}).status_code == 403
