"""Read and rank sources: one task a source, or a batch of them where there are very many."""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import task
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext
from prefect.futures import PrefectFuture
from prefect.runtime import task_run
from prefect.task_runners import TaskRunner

import bidigest
from bidigest.errors import SourceError
from bidigest.limits import too_many
from bidigest.options import Options
from bidigest.storage.fingerprints import Source
from bidigest.storage.json_values import Ingested, from_json, to_json
from tasks.caching import content_key
from tasks.kept import PLAIN, is_ours

__all__ = ["Batch", "Future", "batches", "collect", "ingest", "submit"]

Batch = list[Source]
Future = PrefectFuture[list[dict[str, Any]]]

SINGLY = 64
"""Threads: up to so many sources each has a task of its own; beyond, at most so many batches."""

WORTH_A_TASK = 5
"""Threads: how many sources pay for a task (measured: 20 ms, against 50 ms a source)."""

WORTH_A_TRIP = 50
"""Dask: how many sources pay for sending a task to another process (measured: half a second)."""

_PASSES = {errno.EAGAIN, errno.EINTR, errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EMFILE}


def batches(sources: Sequence[Source], *, far: bool = False) -> list[Batch]:
    """Group sources so that the cost of a task is small against its work.

    A source's batch depends on its path alone, so that a new source leaves the other
    batches, and what is kept of them, as they are.
    """
    if len(sources) <= SINGLY and not far:
        return [[source] for source in sources]
    worth = WORTH_A_TRIP if far else WORTH_A_TASK
    number = _power_of_two(len(sources) // worth)
    if not far:
        number = min(number, SINGLY)
    grouped: dict[int, Batch] = {}
    for source in sources:
        place = int(hashlib.sha256(source.path.encode()).hexdigest()[:8], 16) % number
        grouped.setdefault(place, []).append(source)
    return [grouped[place] for place in sorted(grouped)]


def _power_of_two(most: int) -> int:
    """The largest one up to `most`, and at least 2: the number of batches seldom changes."""
    return max(2, 1 << max(0, most.bit_length() - 1))


def _named_after_its_source() -> str:
    batch: Batch = task_run.parameters["batch"]
    more = f" and {len(batch) - 1} more" if len(batch) > 1 else ""
    return batch[0][0] + more


def _may_pass(_task: object, _run: TaskRun, state: State[Any]) -> bool:
    """Whether another try can help: a busy disk may, a file that is no text will not."""
    error = state.result(raise_on_failure=False)
    cause = getattr(error, "__cause__", None) or error
    return isinstance(cause, OSError) and cause.errno in _PASSES


def _by_content(context: TaskRunContext, inputs: dict[str, Any]) -> str | None:
    """What was kept in another form than ours is neither read nor written over."""
    key = content_key(inputs["batch"])
    return key if key and is_ours(context.result_store, key, PLAIN) else None


@task(
    task_run_name=_named_after_its_source,
    cache_key_fn=_by_content,
    persist_result=True,
    result_serializer=PLAIN,
    retries=2,
    retry_delay_seconds=1,
    retry_condition_fn=_may_pass,
)
def ingest(batch: Batch, root: str, options: Options) -> list[dict[str, Any]]:
    """Read sources and rank their sentences; raises SourceError at the first unreadable one."""
    return [to_json(_ingest_one(Source(*source), Path(root), options)) for source in batch]


def _ingest_one(source: Source, root: Path, options: Options) -> Ingested:
    document = bidigest.read(root / source.path, root=root, limit=options.largest_source)
    if source.sha256 is not None and document.sha256 != source.sha256:
        raise SourceError(source.path, "was written to while it was read", "run again")
    if error := too_many(document, options.most_sentences):
        raise error
    return Ingested(document, bidigest.summarize(document))


def submit(batch: Batch, root: Path, runner: TaskRunner[Any], options: Options) -> Future:
    """A task run for this batch, on the given runner."""
    future: Future = runner.submit(ingest, {"batch": batch, "root": str(root), "options": options})
    return future


def collect(future: Future) -> list[Ingested] | SourceError:
    """A batch's readings, or why it could not be read; raises whatever else went wrong."""
    result = future.result(raise_on_failure=False)
    if isinstance(result, SourceError):
        return result
    if isinstance(result, Exception):
        raise result
    return [from_json(values) for values in result]
