"""Where the sources are read: threads on this machine, or a Dask cluster."""

from typing import Any

from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from bidigest.errors import OptionsError
from flows.parameters import RunnerName


def open_runner(name: RunnerName, dask_address: str | None) -> TaskRunner[Any]:
    """A task runner, to be entered; raises OptionsError if its package is not installed."""
    if name == "threads":
        return ThreadPoolTaskRunner(max_workers=8)
    try:
        from prefect_dask.task_runners import DaskTaskRunner
    except ImportError as error:
        raise OptionsError("runner dask: not installed; pip install 'bidigest[dask]'") from error
    if dask_address is not None:
        return DaskTaskRunner(address=dask_address)
    return DaskTaskRunner(cluster_kwargs={"n_workers": 2, "threads_per_worker": 1})
