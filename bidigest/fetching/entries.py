"""Entries of feeds: which are new since the last edition, each once and none lost.

An entry is published when an edition names it: the editions themselves say so, and a run that
was killed before leaves its entries to the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bidigest.errors import SourceError
from bidigest.fetching.addresses import address_key, file_name, joined, shown_address
from bidigest.fetching.declared_links import declared
from bidigest.fetching.kept_pages import KeptPage, KeptPages
from bidigest.fetching.politeness import Visitor
from bidigest.reading.formats.feeds import Entry
from bidigest.reading.formats.media_types import HTML, media_type, named_type
from bidigest.reading.formats.registry import render


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was fetched."""

    address: str
    entries: Sequence[Entry]
    """The newest first."""
    first: bool
    """Whether it was never fetched before."""


class Chooser:
    """Chooses the entries of a run from what all feeds hold, and keeps them as files."""

    def __init__(self, pages: KeptPages, *, most: int, now: str) -> None:
        self._pages, self._index = pages, pages.index
        self._most, self._now = most, now
        self.lines: list[tuple[str, str]] = []
        """What is to be said of the run's feeds: path and reason."""

    def new(self, feeds: Sequence[Feed], pages: Sequence[str]) -> list[str]:
        """Return the keys of the entries that no edition has, feed by feed, the newest first.

        One whose link is among `pages`, or came by another feed, is no source of its own.
        """
        links = {address_key(page): "" for page in pages} | self._index.links
        chosen: list[str] = []
        for feed in feeds:
            for key in self._of_feed(feed):
                page = self._index.entries[key]
                if links.setdefault(address_key(page.link), page.feed) != page.feed:
                    self._index.published[key] = ""
                elif key not in chosen:
                    chosen.append(key)
        return chosen

    def again(self, feeds: Sequence[Feed]) -> list[str]:
        """Return the keys of the latest edition's entries, for a run that finds no new one."""
        index = self._index
        self.lines = [(path, reason) for path, reason in index.lines]
        if all(key in index.entries for key in index.window) and index.window:
            return index.window
        latest = index.editions[-1] if index.editions else None
        found = [
            self._take(entry, feed)
            for feed in feeds
            for entry in feed.entries
            if latest is not None and index.published.get(entry.key) == latest
        ]
        return [key for key in dict.fromkeys(found) if key]

    def remember(self, new: Sequence[str], addresses: Sequence[str]) -> None:
        """Remember what this run reads, and drop what no run needs any more."""
        index = self._index
        for key in new:
            page = index.entries[key]
            if page.problem:
                self.say(page.link, f"{page.problem}; its feed's summary is read instead")
        waiting = {
            key
            for key, page in index.entries.items()
            if key not in index.published and page.feed in addresses
        }
        for key in [key for key in index.entries if key not in waiting and key not in new]:
            self._pages.drop(index.entries.pop(key).file)
        index.window = list(new)
        index.lines = [list(line) for line in self.lines]

    def say(self, address: str, reason: str) -> None:
        """Have something said on the page."""
        self.lines.append((shown_address(address), reason))

    def _of_feed(self, feed: Feed) -> list[str]:
        index = self._index
        unpublished = [entry for entry in feed.entries if entry.key not in index.published]
        here = {entry.key for entry in unpublished}
        vanished = [
            key
            for key, page in index.entries.items()
            if page.feed == feed.address and key not in index.published and key not in here
        ]
        self._pass_over(feed, unpublished[self._most :])
        taken = [self._take(entry, feed) for entry in unpublished[: self._most]]
        return [key for key in (*taken, *vanished) if key][: self._most]

    def _pass_over(self, feed: Feed, entries: Sequence[Entry]) -> None:
        """Say of how many entries there are too many; a feed's archive is not gone through."""
        if entries and feed.first:
            self._index.published.update((entry.key, "") for entry in entries)
            self.say(feed.address, f"holds {len(entries):,} older entries, which are left out")
        elif entries:
            reason = f"holds {len(entries):,} further entries, which wait for the next edition"
            self.say(feed.address, reason)

    def _take(self, entry: Entry, feed: Feed) -> str:
        """Keep an entry as its feed has it now, unless its link was read before.

        Returns:
            Its key; an empty text for an entry that says nothing.
        """
        known = self._index.entries.get(entry.key)
        if known is not None and known.followed:
            return entry.key
        data, link = entry.page(), _address(feed.address, entry.link)
        try:
            render(data, entry.key)
        except SourceError:
            return ""
        name = known.file if known else file_name(link or feed.address, entry.key, ".html")
        sha256 = self._pages.put(name, data)
        moment = known.moment if known and known.sha256 == sha256 else self._now
        self._index.entries[entry.key] = KeptPage(
            file=name,
            sha256=sha256,
            url=link or feed.address,
            moment=moment,
            seen=self._now,
            media_type=HTML,
            feed=known.feed if known else feed.address,
            entry=entry.key,
            link=link or entry.key,
            date=entry.date,
            brief=entry.brief and bool(link),
        )
        return entry.key


def follow(pages: KeptPages, visitor: Visitor) -> Callable[[str], None]:
    """Return a function that reads the link of a brief entry, by the entry's key."""

    def followed(key: str) -> None:
        page = pages.index.entries[key]
        if not page.brief or page.followed:
            return
        try:
            pages.index.entries[key] = _linked(page, pages, visitor)
        except SourceError as error:
            pages.index.entries[key] = replace(page, problem=error.reason)

    return followed


def _linked(page: KeptPage, pages: KeptPages, visitor: Visitor) -> KeptPage:
    answer = visitor.visit(page.link)
    if (media_type(answer.data) or named_type(answer.data, page.file)) != HTML:
        raise SourceError(page.link, "is no page", "read it there")
    render(answer.data, page.file)
    return replace(
        page,
        sha256=pages.put(page.file, answer.data),
        url=declared(answer.data, answer.address).url or answer.address,
        media_type=answer.media_type,
        etag=answer.etag,
        followed=True,
        problem="",
    )


def _address(feed: str, link: str) -> str:
    """Return the link of an entry, from its feed's address; empty where it is none of the web."""
    with suppress(SourceError):
        return joined(feed, link) if link else ""
    return ""
