"""Ingestion: sources, read and ranked, none twice, by several processes where that pays.

In: paths. Each source's bytes are taken once, and hashed once; by that hash its reading is found in
the document store, or made and kept there. Out: documents with their summaries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from bidigest.errors import SourceError
from bidigest.limits import too_many
from bidigest.model import Ingested, Skipped
from bidigest.options import Options
from bidigest.reading.sources import SourceContent, read_source
from bidigest.storage.document_store import NOTHING_KEPT, DocumentStore, reading_key
from bidigest.storage.packed_readings import pack, unpack

WORTH_A_PROCESS = 400_000
"""Bytes that take about as long to read as a process takes to start."""

MOST_HELD = 256_000_000
"""Bytes of sources held at once; those beyond are read again when it is their turn."""

Stage = Literal["reading", "encoding", "merging"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come in one of its stages."""

    stage: Stage
    done: int = 0
    of: int = 0
    """Sources while they are read, sentences while they are encoded by the sentence model."""


ProgressCallback = Callable[[Progress], None]
"""Is called before a stage and while it goes on."""

Taken = SourceContent | Skipped
"""A source's bytes, or why it has none."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How sources are read; small enough to be sent to another process."""

    root: Path
    options: Options
    store: DocumentStore = NOTHING_KEPT

    def take(self, path: Path) -> SourceContent:
        """Take the source's bytes.

        Raises:
            SourceError: they cannot be read.
        """
        return read_source(path, root=self.root, limit=self.options.largest_source)

    def known(self, content: SourceContent) -> Ingested | None:
        """Return the source, if the store has its reading."""
        packed = self.store.find_reading(reading_key(content.name, content.sha256))
        with suppress(ValueError):  # damaged
            found = None if packed is None else unpack(packed)
            return None if found is None or self._has_too_many_pages(found) else found
        return None

    def _has_too_many_pages(self, ingested: Ingested) -> bool:
        """Tell whether it was read by a run that allowed more."""
        pages = ingested.document.metadata.get("pages")
        if ingested.document.original is None or not isinstance(pages, int):
            return False
        return pages > self.options.pdf_pages

    def fresh(self, content: SourceContent) -> Ingested:
        """Read and rank the source now, and keep it.

        Raises:
            SourceError: it cannot be read.
        """
        ingested = self._made(content)
        if self.store.readings is not None:
            self._keep(content, pack(ingested))
        return ingested

    def packed(self, content: SourceContent) -> bytes:
        """Read the source as the store has it, as read-only metadata cannot be sent elsewhere."""
        packed = pack(self._made(content))
        self._keep(content, packed)
        return packed

    def _keep(self, content: SourceContent, packed: bytes) -> None:
        self.store.keep_reading(reading_key(content.name, content.sha256), packed)

    def _made(self, content: SourceContent) -> Ingested:
        # What has been read before needs none of this.
        from bidigest.ranking.textrank import summarize
        from bidigest.reading import read_content

        if content.data is None:
            content = self.take(Path(content.name))
        document = read_content(content, self.options.pdf_pages)
        if error := too_many(document, self.options.most_sentences):
            raise error
        return Ingested(document, summarize(document))


def take_all(paths: Sequence[Path], reader: Reader) -> list[Taken]:
    """Take the bytes of all sources, in their order, or why there are none; each is read once."""
    taken: list[Taken] = []
    held = 0
    for path in paths:
        try:
            content = reader.take(path)
        except SourceError as error:
            taken.append(Skipped.because_of(error))
            continue
        held += len(content.data or b"")
        kept = content.data if held <= MOST_HELD else None
        taken.append(SourceContent(content.name, content.sha256, kept))
    return taken


def read_all(
    taken: Sequence[Taken],
    reader: Reader,
    *,
    processes: int = 1,
    on_progress: ProgressCallback | None = None,
) -> list[Ingested | Skipped]:
    """Read all sources, in their order; the same whatever the number of processes.

    Args:
        taken: the bytes of each, or why there are none.
        reader: how they are read.
        processes: how many may read at a time.
        on_progress: called with the numbers of sources read and of all, as they are read.
    """
    found: dict[int, Ingested | Skipped] = {}
    missing: list[tuple[int, SourceContent]] = []
    for number, each in enumerate(taken):
        known = each if isinstance(each, Skipped) else reader.known(each)
        if known is not None:
            found[number] = known
        elif isinstance(each, SourceContent):
            missing.append((number, each))
    contents = [content for _, content in missing]
    for (number, _), read in zip(missing, _read(contents, reader, processes), strict=True):
        found[number] = read
        if on_progress is not None:
            on_progress(Progress("reading", len(found), len(taken)))
    if missing:
        reader.store.forget_oldest()
    return [found[number] for number in range(len(taken))]


def _read(
    contents: Sequence[SourceContent], reader: Reader, processes: int
) -> Iterator[Ingested | Skipped]:
    size = sum(len(content.data or b"") for content in contents)
    count = min(processes, size // WORTH_A_PROCESS)
    if count < 2:
        yield from (_fresh_or_skipped(reader, content) for content in contents)
        return
    from bidigest.sharding.processes import pool

    with pool(count) as started:
        for read in started.map(partial(_packed_or_skipped, reader), contents, chunksize=4):
            yield read if isinstance(read, Skipped) else unpack(read)


def _fresh_or_skipped(reader: Reader, content: SourceContent) -> Ingested | Skipped:
    try:
        return reader.fresh(content)
    except SourceError as error:
        return Skipped.because_of(error)


def _packed_or_skipped(reader: Reader, content: SourceContent) -> bytes | Skipped:
    """Read a source in another process."""
    try:
        return reader.packed(content)
    except SourceError as error:
        return Skipped.because_of(error)
