"""Two Dask workers beside one: reading and ranking 200 sources as tasks of the digest's flow.

    python -m benchmarks.cost.workers FOLDER WORKERS

prints JSON; Prefect's home and a standing server of its own are in FOLDER.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cost.inputs import Inputs
from benchmarks.cost.processes import module
from benchmarks.cost.rows import Row

SOURCES, SENTENCES, LEAST = 200, 20_000, 1.7


def dask(inputs: Inputs) -> Iterator[Row]:
    """How much faster two workers are than one, once the cluster stands."""
    what = f"two Dask workers beside one, {SOURCES} sources read and ranked"
    try:
        import prefect_dask  # noqa: F401
    except ImportError:
        yield Row("dask", what, None, LEAST, "", "prefect-dask is not installed", at_least=True)
        return
    folder = inputs.of(SENTENCES)
    one, two = (_seconds(folder, number) for number in (1, 2))
    basis = f"{one:.1f} s and {two:.1f} s by the wall clock, the workers started and warm"
    yield Row("dask", what, one / two, LEAST, "", basis, at_least=True)


def _seconds(folder: Path, workers: int) -> float:
    with tempfile.TemporaryDirectory() as cache:
        more = {"XDG_CACHE_HOME": cache}
        told = module("benchmarks.cost.workers", folder, workers, more=more).told
    return float(told["total"])


def main() -> None:
    from benchmarks.orchestration import standing_server

    folder, workers = Path(sys.argv[1]).resolve(), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as home, standing_server(Path(home)):
        total = _read(folder, workers)
    # Last, after what the server says of its end.
    print(json.dumps({"total": total}))


def _read(folder: Path, workers: int) -> float:
    from prefect import flow
    from prefect_dask.task_runners import DaskTaskRunner

    from bidigest import Options
    from tasks.ingest import batches, collect, submit

    options = Options(embeddings="none")
    paths = sorted(path.name for path in folder.glob("*.md"))[:SOURCES]
    cluster = {"n_workers": workers, "threads_per_worker": 1}

    @flow(name="two-workers", persist_result=False)
    def reading() -> float:
        with DaskTaskRunner(cluster_kwargs=cluster) as runner:
            # Each worker has imported the library, and has its dictionaries.
            for future in [
                submit([path], folder, runner, options) for path in paths[: 2 * workers]
            ]:
                collect(future)
            started = time.perf_counter()
            rest = paths[2 * workers :]
            for future in [submit(b, folder, runner, options) for b in batches(rest, far=True)]:
                collect(future)
            return time.perf_counter() - started

    os.chdir(folder.parent)
    return float(reading())


if __name__ == "__main__":
    main()
