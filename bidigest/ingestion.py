"""Sources, read and ranked: none twice, and many by as many processes as there are cores."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bidigest.errors import SourceError
from bidigest.limits import too_many
from bidigest.model import Ingested, Skipped
from bidigest.options import Options
from bidigest.reading.sources import named, path_below, read_file
from bidigest.storage.code_fingerprint import algorithm
from bidigest.storage.compiled_tables import keep
from bidigest.storage.packed_readings import pack, unpack

MOST_KEPT = 5_000
"""Readings in the cache folder; the ones that were used longest ago go first."""

WORTH_A_PROCESS = 400_000
"""Bytes that take about as long to read as a process takes to start."""

Told = Callable[[int, int], None]
"""Is called with how many sources are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How sources are read; small enough to be sent to another process."""

    root: Path
    options: Options
    kept: Path | None = None
    """The folder in which readings are kept, if any."""

    def read(self, path: Path) -> Ingested | Skipped:
        """The source, read and ranked, from the folder if it is there."""
        try:
            name = path_below(path, self.root)
            called = named(path, self.root)
            data = read_file(self.root / path, limit=self.options.largest_source, name=called)
            file = self._file(name, data)
            return self._known(file) or self._fresh(name, data, file)
        except SourceError as error:
            return Skipped(error.path, f"{error.reason}; {error.remedy}")

    def known(self, path: Path) -> Ingested | None:
        """The source, if it has been read before."""
        with suppress(SourceError):
            data = read_file(self.root / path, limit=self.options.largest_source)
            return self._known(self._file(path_below(path, self.root), data))
        return None

    def _file(self, name: str, data: bytes) -> Path | None:
        if self.kept is None:
            return None
        known_by = f"{algorithm()}\n{name}\n{hashlib.sha256(data).hexdigest()}"
        return self.kept / f"{hashlib.sha256(known_by.encode()).hexdigest()[:40]}.json"

    def _known(self, file: Path | None) -> Ingested | None:
        with suppress(OSError, ValueError):  # absent, or damaged
            if file is not None:
                found = Ingested(*unpack(file.read_bytes()))
                os.utime(file)
                return found
        return None

    def _fresh(self, name: str, data: bytes, file: Path | None) -> Ingested:
        # What has been read before needs none of this.
        from bidigest.ranking.textrank import summarize
        from bidigest.reading import read_bytes

        document = read_bytes(data, name)
        if error := too_many(document, self.options.most_sentences):
            raise error
        ingested = Ingested(document, summarize(document))
        if file is not None:
            keep(file, pack(document, ingested.summary), lasting=False)
        return ingested


def read_all(
    paths: Sequence[Path], reader: Reader, *, processes: int = 1, told: Told | None = None
) -> list[Ingested | Skipped]:
    """All sources, in their order; the same whatever the number of processes."""
    found: dict[Path, Ingested | Skipped] = {}
    for path in paths:
        if reader.kept is not None and (known := reader.known(path)):
            found[path] = known
    missing = [path for path in paths if path not in found]
    for path, read in zip(missing, _read(missing, reader, processes), strict=True):
        found[path] = read
        if told is not None:
            told(len(found), len(paths))
    if missing and reader.kept is not None:
        _forget(reader.kept)
    return [found[path] for path in paths]


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _read(paths: Sequence[Path], reader: Reader, processes: int) -> Iterator[Ingested | Skipped]:
    helpers = min(processes, _bytes(paths, reader.root) // WORTH_A_PROCESS)
    if helpers < 2:
        yield from map(reader.read, paths)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a library that has threads, as numpy has, may hang in the copy.
    context = get_context("spawn")
    pool = ProcessPoolExecutor(helpers, context, initializer=_leave_interrupts_alone)
    try:
        for sent in pool.map(_Sent(reader), paths, chunksize=4):
            yield sent if isinstance(sent, Skipped) else Ingested(*unpack(sent))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Sent:
    """Reads in another process, from where read-only metadata cannot be sent back as it is."""

    reader: Reader

    def __call__(self, path: Path) -> bytes | Skipped:
        read = self.reader.read(path)
        return read if isinstance(read, Skipped) else pack(read.document, read.summary)


def _leave_interrupts_alone() -> None:
    """Whoever presses Ctrl-C means the first process, which stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _bytes(paths: Sequence[Path], root: Path) -> int:
    total = 0
    for path in paths:
        with suppress(OSError):
            total += (root / path).stat().st_size
    return total


def _forget(folder: Path) -> None:
    with suppress(OSError):
        files = list(folder.glob("*.json"))
        if len(files) > MOST_KEPT:
            files.sort(key=lambda file: file.stat().st_mtime)
            for file in files[: len(files) - MOST_KEPT]:
                file.unlink(missing_ok=True)
