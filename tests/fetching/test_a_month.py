"""A subject that is followed by feeds alone for a month: no entry is repeated, and none is lost."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.errors import SourceError
from tests.fetching.feeds import Item, atom, rss, story
from tests.fetching.runs import Runs
from tests.fetching.servers import Page, Raw, Server, serving

DAYS = 31
HELD = 12
"""Entries that a feed holds: what is older vanishes from it."""


@dataclass(slots=True)
class Newsroom:
    """Two feeds of one newsroom: entries come, are edited, go; the second has every third, too."""

    chance: random.Random
    server: Server
    entries: list[Item] = field(default_factory=list)

    def day(self, number: int) -> None:
        for _ in range(self.chance.randint(0, 3)):
            self._come(number)
        for place in self._held():
            if self.chance.random() < 0.1:
                old = self.entries[place]
                text = story(place, edited=number)
                self.entries[place] = Item(old.id, text, old.day, old.link, old.full)
        newest = [self.entries[place] for place in reversed(self._held())]
        shared = [each for each in newest if int(each.id.rpartition("/")[2]) % 3 == 0]
        self.server.pages["/a.xml"] = self._answer(rss(newest, etag=f'"{hash(tuple(newest))}"'))
        self.server.pages["/b.xml"] = self._answer(atom(shared))

    def _come(self, day: int) -> None:
        number = len(self.entries)
        path = f"/articles/{number}"
        full = self.chance.random() < 0.7
        text = story(number) if full else f"Ships were counted again in week {number}."
        if self.chance.random() < 0.8:
            page = f"<html><head><title>Entry {number}</title></head><body><article><h1>Entry {number}</h1>{story(number)}</article></body></html>"
            self.server.pages[path] = Page(page.encode())
        link = self.server.address(path)
        self.entries.append(Item(f"tag:post.example,2026:/{number}", text, day, link, full))

    def _held(self) -> list[int]:
        return list(range(len(self.entries)))[-HELD:]

    def _answer(self, page: Page) -> Page | Raw:
        luck = self.chance.random()
        if luck < 0.1:
            return Page(b"", status=self.chance.choice([500, 503, 404, 429]))
        if luck < 0.15:
            return lambda handler: handler.wfile.write(b"nonsense\r\n\r\n")
        if luck < 0.2:
            return Page(page.body[: len(page.body) // 2], page.media_type)  # cut off
        return page


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.mark.parametrize("seed", range(2))
def test_in_a_month_each_entry_is_in_one_edition(server: Server, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    newsroom, runs = Newsroom(chance, server), Runs(server, tmp_path)
    feeds = [server.address("/a.xml"), server.address("/b.xml")]
    published: dict[str, list[str]] = {}
    for day in range(1, DAYS + 1):
        newsroom.day(day)
        if chance.random() < 0.2:
            continue  # the machine is switched off
        for _ in range(chance.randint(1, 2)):
            try:
                runs.run(*feeds, day=day, publish=chance.random() > 0.1)
            except SourceError:
                assert not published
                continue
            if name := runs.edition():
                sources = runs.latest()["sources"]
                published[name] = [each["original"]["entry"] for each in sources]
                if chance.random() < 0.2:
                    assert verify(runs.output).problems == ()
    newsroom.server.pages["/a.xml"] = rss([newsroom.entries[n] for n in newsroom._held()])
    runs.run(*feeds, day=DAYS + 1)
    published[runs.edition()] = [each["original"]["entry"] for each in runs.latest()["sources"]]
    counted = Counter(key for keys in published.values() for key in keys)
    assert len(published) > 10
    assert set(counted.values()) == {1}
    assert len(counted) == len(newsroom.entries)
    assert len(list((runs.output / "fetched/news.example").glob("*.html"))) < len(counted)
