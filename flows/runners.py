"""Where the sources are read and compared: threads on this machine, or a Dask cluster."""

import os
from collections.abc import Sequence
from typing import Any

from prefect.settings import get_current_settings
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from bidigest.errors import OptionsError
from bidigest.model import Ingested
from bidigest.sharding.shards import Shards, by_default
from flows.parameters import RunnerName
from tasks.compare import compared_by

SCHEDULERS = "BIDIGEST_DASK_SCHEDULERS"
"""Environment variable: addresses of schedulers that runs may use, separated by commas."""


def open_runner(name: RunnerName, dask_address: str | None) -> TaskRunner[Any]:
    """Make a task runner, to be entered.

    Raises:
        OptionsError: it cannot work here.
    """
    if name == "threads":
        return ThreadPoolTaskRunner(max_workers=8)
    if get_current_settings().api.url is None:
        # Each of its processes would start an embedded server of its own, for half a minute.
        raise OptionsError("runner dask: needs a standing server; set PREFECT_API_URL to its /api")
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise OptionsError("runner dask: not installed; pip install 'bidigest[dask]'") from error
    here = {"cluster_kwargs": {"n_workers": 2, "threads_per_worker": 1}}
    if dask_address is not None:
        _refuse_stranger(dask_address)
    runner: TaskRunner[Any] = DaskTaskRunner(
        **({"address": dask_address} if dask_address else here)
    )
    return runner


def shards(runner: TaskRunner[Any], ingested: Sequence[Ingested]) -> Shards | None:
    """Decide how the work on pairs is divided: among processes always, among threads where it must.

    Threads gain no time by it, as they wait for each other.

    Args:
        runner: where tasks run.
        ingested: sources, read and ranked.
    """
    divided = by_default(sum(len(each.document.sentences) for each in ingested))
    far = not isinstance(runner, ThreadPoolTaskRunner)
    return Shards(compared_by(runner)) if far or divided else None


def _refuse_stranger(address: str) -> None:
    """Refuse a scheduler that workers do not name: Dask's parties run each other's code."""
    known = [each.strip() for each in os.environ.get(SCHEDULERS, "").split(",")]
    if address not in known:
        raise OptionsError(
            f"dask_address {address}: not a scheduler that this worker knows; "
            f"add it to {SCHEDULERS} in the worker's environment"
        )
