"""The same flow with its sources read by a Dask cluster of processes."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

import bidigest
from bidigest.errors import OptionsError
from bidigest.sharding.pair_block import FindValues, PairBlock
from bidigest.sharding.shards import Shards
from bidigest.sparse.matrices import Floats
from flows.digest import digest
from flows.runners import SCHEDULERS, open_runner


@pytest.mark.slow
@pytest.mark.prefect
def test_dask_makes_the_same_edition_as_threads(project: Path) -> None:
    pytest.importorskip("prefect_dask")
    day, output = datetime.date(2026, 1, 31), "outputs/seeds"
    threads = digest(date=day, output=output, return_state=True)
    (project / "elsewhere").mkdir()
    # Of no earlier run: its sentences are encoded by a worker.
    said = f"再来一个来源，说的是同一件事，{time.time_ns()}。\n"
    (project / "seeds" / "again.txt").write_text(said, "utf-8")
    with_dask = digest(date=day, output="outputs/dask", runner="dask", return_state=True)
    (project / "seeds" / "again.txt").unlink()
    again = digest(date=day, output=output, runner="dask", return_state=True)
    assert threads.name == with_dask.name == again.name == "Completed"
    assert "4 sources" in str(with_dask.message)
    assert "nothing new" in str(again.message)


@pytest.mark.slow
@pytest.mark.prefect
@pytest.mark.parametrize("runner", ["threads", "dask"])
def test_pairs_are_compared_by_tasks_and_the_digest_is_the_librarys(
    project: Path, monkeypatch: pytest.MonkeyPatch, runner: str
) -> None:
    pytest.importorskip("prefect_dask")
    sent: list[int] = []

    def lowered(run: FindValues) -> Shards:
        def counted(blocks: Sequence[PairBlock[Any]]) -> Iterable[Floats]:
            sent.append(len(blocks))
            return run(blocks)

        return Shards(counted, least_pairs=1, most_sentences=100)

    given = {"date": datetime.date(2026, 1, 31), "embeddings": "none"}
    with monkeypatch.context() as patched:
        patched.setattr("bidigest.sharding.shards.MERGED_WHOLE", 100)
        patched.setattr("flows.runners.Shards", lowered)
        made = digest(**given, output="outputs/seeds", runner=runner, return_state=True)
    assert made.name == "Completed"
    assert len(sent) >= 3 and max(sent) > 1
    built = bidigest.build(["seeds"], bidigest.Options(**given), root=project)
    assert not bidigest.publish(built, project / "outputs" / "seeds", root=project).new


@pytest.mark.slow
@pytest.mark.prefect
def test_a_cluster_of_two_by_its_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("prefect_dask")
    distributed: Any = pytest.importorskip("distributed")
    workers = {"n_workers": 2, "threads_per_worker": 1}
    with distributed.LocalCluster(**workers, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        refused = digest(runner="dask", dask_address=address, return_state=True)
        monkeypatch.setenv(SCHEDULERS, f"tcp://elsewhere:8786, {address}")
        read = digest(runner="dask", dask_address=address, return_state=True)
    assert refused.is_failed() and SCHEDULERS in str(refused.message)
    assert read.name == "Completed" and "3 sources" in str(read.message)


def test_dask_without_a_standing_server_is_refused_with_the_remedy() -> None:
    with (
        temporary_settings(restore_defaults={PREFECT_API_URL}),
        pytest.raises(OptionsError, match="set PREFECT_API_URL"),
    ):
        open_runner("dask", None)
