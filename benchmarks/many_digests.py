"""Many digests at once: what workers and databases make of them.

    python -m benchmarks.many_digests [--runs 40] [--workers 2] [--limit 1] [--database URL]

Each worker has the project in a folder of its own, as on a machine of its own. Without a
database the server keeps its own in SQLite. Each run digests the seeds, nothing kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

from benchmarks.orchestration import standing_server
from flows.serve import POOL, PREFECT
from flows.services import Services

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ("bidigest", "flows", "tasks", "seeds", "prefect.toml", "prefect.yaml")


def copy_project(folder: Path) -> Path:
    """The project as it lies on a machine that works."""
    folder.mkdir()
    for name in PROJECT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def start_worker(services: Services, folder: Path, limit: int) -> None:
    """A worker in its folder, with a Prefect home and kept results of its own."""
    services.environment = {
        **os.environ,
        "PREFECT_HOME": str(folder / "home"),
        "PYTHONPATH": str(folder),
        "PREFECT_WORKER_QUERY_SECONDS": "2",
    }
    command = ["worker", "start", "--pool", POOL, "--limit", str(limit), "--name", folder.name]
    # A worker's runs work where `flows` is imported from: the folder that PYTHONPATH names.
    services.start(folder.name, [*PREFECT, *command], grace=60)


def ask(path: str, body: dict[str, Any] | None = None) -> Any:
    """The server's answer."""
    reply = httpx.post(os.environ["PREFECT_API_URL"] + path, json=body or {}, timeout=60)
    return reply.raise_for_status().json()


def hand_in(runs: int) -> None:
    """All runs at once, each with a folder of its own, so that none waits for another."""
    found = ask("/deployments/filter", {"deployments": {"name": {"any_": ["on-demand"]}}})
    for number in range(runs):
        parameters = {"output": f"outputs/{number}", "title": f"Digest {number}"}
        ask(f"/deployments/{found[0]['id']}/create_flow_run", {"parameters": parameters})


def finished() -> list[dict[str, Any]]:
    """Runs that have ended, however; none while the server is too busy to say."""
    ended = {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"]}}
    try:
        runs: list[dict[str, Any]] = ask(
            "/flow_runs/filter", {"flow_runs": {"state": ended}, "limit": 200}
        )
    except httpx.TimeoutException:
        return []
    return runs


def measure(place: Path, wanted: argparse.Namespace) -> bool:
    """Start the workers, hand in the runs, wait, and print; whether all are complete."""
    folders = [copy_project(place / f"machine-{n}") for n in range(1, wanted.workers + 1)]
    os.chdir(folders[0])
    with Services(dict(os.environ)) as services:
        services.run("work pool", [*PREFECT, "work-pool", "create", POOL, "--type", "process"])
        services.run("deploying", [*PREFECT, "--no-prompt", "deploy", "--all"])
        for folder in folders:
            os.chdir(folder)
            start_worker(services, folder, wanted.limit)
        started = time.perf_counter()
        hand_in(wanted.runs)
        services.wait_until(lambda: len(finished()) == wanted.runs, "the last run", 3600)
        taken = time.perf_counter() - started
        ends = Counter(run["state_name"] for run in finished())
        print(f"{wanted.runs} digests, {wanted.workers} workers with {wanted.limit} at a time")
        print(f"{taken:.0f} s, {60 * wanted.runs / taken:.1f} digests a minute, {dict(ends)}")
    os.chdir(ROOT)
    return ends == {"Completed": wanted.runs}


def main(arguments: list[str] | None = None) -> int:
    """Exit code 1 if a run did not complete."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=int, default=1)
    parser.add_argument("--database", help="postgresql+asyncpg://… of an empty database")
    wanted = parser.parse_args(arguments)
    if wanted.database:
        os.environ["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = wanted.database
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name,
        standing_server(Path(name) / "server"),
    ):
        return 0 if measure(Path(name), wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
