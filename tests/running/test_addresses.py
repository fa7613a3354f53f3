"""Addresses among the sources of a run: only hosts that the worker's environment names."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from prefect.client.schemas.objects import State

import bidigest
from bidigest.errors import SourceError
from bidigest.fetching import politeness
from flows.digest import digest
from tests.fetching.servers import Page, Server, serving

pytestmark = pytest.mark.prefect

TEXT = b"<html><body><article><h1>Bridge</h1><p>The bridge over the Arle was closed on Monday after cracks were found.</p></article></body></html>"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving() as running:
        running.pages["/bridge"] = Page(TEXT)
        monkeypatch.setattr(
            politeness, "visitor", lambda _most, hosts: running.visitor(allows=hosts)
        )
        yield running


def test_a_run_asks_only_hosts_that_its_environment_names(
    project: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = ["seeds", server.address("/bridge"), server.address("/bridge", "other.example")]
    monkeypatch.setenv(politeness.FETCH, "news.example")
    given: dict[str, Any] = {"date": datetime.date(2026, 1, 31), "output": "outputs/seeds"}
    state: State[Any] = digest(sources=sources, **given, return_state=True)
    assert state.name == "Partial"
    assert "other.example may not be asked here; add it to BIDIGEST_FETCH" in str(state.message)
    folder = Path(str(state.result()))
    data = json.loads((folder / "digest.json").read_text(encoding="utf-8"))
    urls = [source.get("original", {}).get("url") for source in data["sources"]]
    assert server.address("/bridge") in urls
    assert bidigest.verify(folder).problems == ()
    again: State[Any] = digest(sources=sources, **given, return_state=True)
    assert "nothing new" in str(again.message)


def test_where_nothing_is_named_nobody_is_asked(
    project: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(politeness.FETCH, raising=False)
    with pytest.raises(SourceError, match="may not be asked here"):
        digest(sources=[server.address("/bridge")], output="outputs/bridge")
    assert server.asked == []
