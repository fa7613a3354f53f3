"""Addresses among sources: pages, feeds and lists of feeds to files that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bidigest.errors import OptionsError, SourceError
from bidigest.fetching.addresses import normalised, shown_address
from bidigest.fetching.conditional_requests import FetchResult, get
from bidigest.fetching.entries import Chooser, Feed, follow
from bidigest.fetching.kept_pages import KeptPage, KeptPages
from bidigest.fetching.politeness import Visitor
from bidigest.fetching.published_entries import note_published
from bidigest.model import Fetched, Skipped
from bidigest.reading.formats.feeds import feed_entries
from bidigest.reading.formats.media_types import FEED, media_type
from bidigest.reading.formats.outlines import feeds_in, is_outline
from bidigest.reading.located_sources import OUTLINE_SUFFIX, is_address
from bidigest.reading.source_filters import FETCHED
from bidigest.reading.sources import read_file
from bidigest.storage.locking import locked

_HOSTS_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Fetching:
    """How addresses become files."""

    output: Path
    """The output folder, in which they are kept."""
    visitor: Visitor
    editions: bool = True
    """Whether the output folder has editions, since the last of which entries are new."""
    offline: bool = False
    """Whether what was kept is read without asking anybody."""
    entries: int = 50
    """Entries of a feed in one edition."""
    follow_links: bool = True
    """Whether the link of an entry that only has a summary is read."""


@dataclass(frozen=True, slots=True)
class FetchedSources:
    """What addresses came to."""

    files: tuple[tuple[Path, Fetched], ...] = ()
    """In the order of the addresses, each once, with where it is from."""
    failed: tuple[Skipped, ...] = ()
    """Addresses that gave nothing."""
    skipped: tuple[Skipped, ...] = ()
    """What the page has to say of the others: what was left out, or is not of today."""
    warnings: tuple[str, ...] = ()
    """What concerns the run and not its page: feeds that did not answer, and lost nothing."""

    @property
    def nothing(self) -> SourceError:
        """Why there is nothing to be read."""
        if self.failed:
            return self.failed[0].error()
        return SourceError("sources", "the feeds hold no new entries", "run again later")


def addresses_in(sources: Sequence[str], here: Path) -> tuple[list[str], list[str]]:
    """Split sources in addresses and paths; files that list feeds stand for the feeds.

    Raises SourceError for a list of feeds that cannot be read.
    """
    addresses, paths = list[str](), list[str]()
    for source in sources:
        if is_address(source):
            addresses.append(source)
        elif source.lower().endswith(OUTLINE_SUFFIX) and (here / source).is_file():
            addresses += feeds_in(read_file(here / source, name=source), source)
        else:
            paths.append(source)
    return addresses, paths


def fetch(addresses: Sequence[str], fetching: Fetching) -> FetchedSources:
    """Fetch addresses and keep them in the output folder.

    Raises:
        OptionsError: the folder cannot be written.
    """
    folder = fetching.output / FETCHED
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        raise OptionsError(f"{folder}: cannot be written ({reason}); name another output") from None
    with locked(folder):
        return _Run(KeptPages(folder), fetching).sources(addresses)


class _Run:
    """Fetching for one run: what came, what failed, and what is to be said of it."""

    def __init__(self, pages: KeptPages, fetching: Fetching) -> None:
        self._pages, self._fetching = pages, fetching
        self._visitor = None if fetching.offline else fetching.visitor
        self._now = fetching.visitor.now().isoformat(timespec="seconds")
        self._failed: list[Skipped] = []
        self._skipped: list[Skipped] = []
        self._warnings: list[str] = []

    def sources(self, addresses: Sequence[str]) -> FetchedSources:
        index = self._pages.index
        index.rules.update(self._fetching.visitor.rules)
        self._fetching.visitor.rules.update(index.rules)
        if self._fetching.editions:
            note_published(index, self._fetching.output)
        else:
            index.published.clear()
            index.links.clear()
        with ThreadPoolExecutor(_HOSTS_AT_ONCE) as threads:
            got = self._all(addresses, threads)
            pages, feeds = self._sorted(got)
            entries = self._entries(feeds, pages, threads)
        index.rules = dict(sorted(self._fetching.visitor.rules.items()))
        self._pages.save()
        return self._found(pages, entries)

    def _all(self, addresses: Sequence[str], threads: Executor) -> list[FetchResult]:
        """Get all addresses, and the feeds of those that are lists of feeds."""
        got = list(self._got(addresses, threads))
        lists = {each.address: each for each in got if is_outline(each.data)}
        if not lists:
            return got
        named = [feed for each in lists.values() for feed in self._listed(each)]
        known = {each.address for each in got}
        listed = self._got([name for name in named if name not in known], threads)
        return [*(each for each in got if each.address not in lists), *listed]

    def _listed(self, outline: FetchResult) -> list[str]:
        try:
            return feeds_in(outline.data, outline.page.url)
        except SourceError as error:
            self._fail(error)
            return []

    def _got(self, addresses: Sequence[str], threads: Executor) -> Iterator[FetchResult]:
        wanted = list(self._normalised(addresses))
        asked = threads.map(lambda each: get(each, self._pages, self._visitor, self._now), wanted)
        for found in asked:
            if isinstance(found, SourceError):
                self._fail(found)
                continue
            self._pages.index.pages[found.address] = found.page
            yield found

    def _normalised(self, addresses: Sequence[str]) -> Iterator[str]:
        seen = set[str]()
        for address in addresses:
            try:
                found = normalised(address)
            except SourceError as error:
                self._fail(error)
                continue
            if found not in seen:
                seen.add(found)
                yield found

    def _sorted(self, got: Sequence[FetchResult]) -> tuple[list[KeptPage], list[Feed]]:
        """Tell pages from feeds; two addresses that name themselves alike are one page."""
        pages, feeds = dict[str, KeptPage](), list[Feed]()
        for each in got:
            if media_type(each.data) == FEED:
                self._warn(each)
                feeds += self._feed(each)
                continue
            pages.setdefault(each.page.url, each.page)
            if each.problem:
                self._skipped.append(Skipped(shown_address(each.address), each.problem))
        return list(pages.values()), feeds

    def _feed(self, got: FetchResult) -> list[Feed]:
        try:
            return [Feed(got.address, feed_entries(got.data, got.address), got.first)]
        except SourceError as error:
            self._fail(error)
            return []

    def _entries(
        self, feeds: Sequence[Feed], pages: Sequence[KeptPage], threads: Executor
    ) -> list[KeptPage]:
        """Choose the entries of this run: new ones, or else those of the latest edition."""
        index, wanted = self._pages.index, self._fetching
        chooser = Chooser(self._pages, most=wanted.entries, now=self._now)
        if not feeds:
            return []
        keys = chooser.new(feeds, [page.url for page in pages])
        if keys:
            if wanted.follow_links and self._visitor is not None:
                list(threads.map(follow(self._pages, self._visitor), keys))
            chooser.remember(keys, [feed.address for feed in feeds])
        else:
            keys = chooser.again(feeds)
            if not pages:
                self._warn_of_failures()
        self._skipped += [Skipped(path, reason) for path, reason in chooser.lines]
        return [index.entries[key] for key in keys]

    def _found(self, pages: Sequence[KeptPage], entries: Sequence[KeptPage]) -> FetchedSources:
        kept = {page.file: page for page in (*pages, *entries)}
        folder = self._pages.folder
        return FetchedSources(
            tuple((folder / file, _fetched(page)) for file, page in kept.items()),
            tuple(self._failed),
            tuple(self._skipped),
            tuple(self._warnings),
        )

    def _warn_of_failures(self) -> None:
        """Leave the page of feeds alone as it is, where none of them has anything new."""
        self._warnings += [f"{each.path}: {each.reason}" for each in self._failed]
        self._failed.clear()

    def _fail(self, error: SourceError) -> None:
        self._failed.append(Skipped(shown_address(error.path), f"{error.reason}; {error.remedy}"))

    def _warn(self, feed: FetchResult) -> None:
        if feed.problem:
            self._warnings.append(f"{shown_address(feed.address)}: {feed.problem}")


def _fetched(page: KeptPage) -> Fetched:
    return Fetched(page.url, page.moment, page.media_type, page.etag, page.entry, page.feed)
