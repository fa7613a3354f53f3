"""Read and rank sources: one task a source, or a batch of them where there are very many."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture
from prefect.runtime import task_run
from prefect.states import Completed
from prefect.task_runners import TaskRunner

from bidigest.errors import SourceError
from bidigest.ingestion import Reader
from bidigest.model import Ingested
from bidigest.options import Options
from bidigest.storage.document_store import default_store
from bidigest.storage.packed_readings import unpack

__all__ = ["Batch", "Future", "batches", "collect", "ingest", "submit"]

Batch = list[str]
"""Paths of sources, relative to the run's root."""

Future = PrefectFuture[list[Ingested]]

SINGLY = 64
"""Threads: up to so many sources each has a task of its own; beyond, at most so many batches."""

WORTH_A_TASK = 5
"""Threads: how many sources pay for a task (measured: 20 ms, against 50 ms a source)."""

WORTH_A_TRIP = 12
"""Dask: how many sources pay for sending a task to another process (measured: 0.1 s, of all
processes together). More in one would leave a worker waiting for the last of another."""

_PASSING = {errno.EAGAIN, errno.EINTR, errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EMFILE}


def batches(sources: Sequence[str], *, far: bool = False) -> list[Batch]:
    """Group sources so that the cost of a task is small against its work.

    A source's batch depends on its path alone, so that a new source leaves the other
    batches, and what is kept of them, as they are.

    Args:
        sources: their paths.
        far: whether tasks run in other processes, where each costs more.
    """
    if len(sources) <= SINGLY and not far:
        return [[source] for source in sources]
    worth = WORTH_A_TRIP if far else WORTH_A_TASK
    number = _power_of_two(len(sources) // worth)
    if not far:
        number = min(number, SINGLY)
    grouped: dict[int, Batch] = {}
    for source in sources:
        place = int(hashlib.sha256(source.encode()).hexdigest()[:8], 16) % number
        grouped.setdefault(place, []).append(source)
    return [grouped[place] for place in sorted(grouped)]


def _power_of_two(most: int) -> int:
    """Return the largest one up to `most`, and at least 2: the number of batches seldom changes."""
    return max(2, 1 << max(0, most.bit_length() - 1))


def _named_after_its_source() -> str:
    batch: Batch = task_run.parameters["batch"]
    more = f" and {len(batch) - 1} more" if len(batch) > 1 else ""
    return batch[0] + more


def _may_pass(_task: object, _run: TaskRun, state: State[Any]) -> bool:
    """Tell whether another try can help: a busy disk may pass, a file that is no text will not."""
    error = state.result(raise_on_failure=False)
    cause = getattr(error, "__cause__", None) or error
    return isinstance(cause, OSError) and cause.errno in _PASSING


@task(
    task_run_name=_named_after_its_source,
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=2,
    retry_delay_seconds=1,
    retry_condition_fn=_may_pass,
)
def ingest(batch: Batch, root: str, options: Options) -> State[list[Ingested]]:
    """Read sources and rank their sentences.

    The document store keeps the readings, by content and code, not Prefect: so the bytes of a
    source are read once, by the task that needs them. The state is called `Cached` where the
    store had all of them.

    Args:
        batch: paths of sources.
        root: folder that they are relative to.
        options: of the digest.

    Raises:
        SourceError: one cannot be read; the first of them.
    """
    reader = Reader(Path(root), options, default_store())
    ingested, fresh = [], 0
    for path in batch:
        content = reader.take(Path(path))
        known = reader.known(content)
        fresh += known is None
        # Unpacked, it can be sent from process to process.
        ingested.append(known or unpack(reader.packed(content)))
    return Completed(name="Completed" if fresh else "Cached", data=ingested)


def submit(batch: Batch, root: Path, runner: TaskRunner[Any], options: Options) -> Future:
    """Submit a task run for a batch on a runner.

    Args:
        batch: paths of sources.
        root: folder that they are relative to.
        runner: where it runs.
        options: of the digest.
    """
    future: Future = runner.submit(ingest, {"batch": batch, "root": str(root), "options": options})
    return future


def collect(future: Future) -> list[Ingested] | SourceError:
    """Wait for a batch's readings, or why it could not be read; raise whatever else went wrong."""
    result = future.result(raise_on_failure=False)
    if isinstance(result, SourceError):
        return result
    if isinstance(result, Exception):
        raise result
    return result
