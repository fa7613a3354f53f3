"""What orchestration costs: the digest of the seeds against an empty flow with as many tasks.

    python -m benchmarks.orchestration [--rounds 7]

All run in turns against one standing server, so that a busy machine harms all alike, and without
the sentence model, whose half a minute would drown what is measured. The digest's flow may take
1.3 times the empty one plus the library's own time.
"""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flows.serve import HOST
from flows.services import Services, answers

ROOT = Path(__file__).resolve().parent.parent
DAY = datetime.date(2026, 1, 31)
LIMIT = 1.3
SOURCES = 5


@contextmanager
def standing_server(home: Path) -> Iterator[None]:
    """A server with an empty database; Prefect may only be imported inside."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    api = f"http://{HOST}:{port}/api"
    os.environ.update(PREFECT_HOME=str(home), PREFECT_API_URL=api, PREFECT_LOGGING_LEVEL="ERROR")
    command = [sys.executable, "-m", "prefect", "server", "start", "--port", str(port)]
    with Services(dict(os.environ)) as services:
        services.start("server", [*command, "--host", HOST])
        services.wait_until(lambda: answers(f"{api}/health"), "the server", 180)
        yield


def empty_flow() -> Callable[[], object]:
    """As many tasks as the digest has, in the same order, that do nothing and keep nothing."""
    from prefect import flow, task
    from prefect.cache_policies import NO_CACHE
    from prefect.task_runners import ThreadPoolTaskRunner

    @task(cache_policy=NO_CACHE, persist_result=False)
    def nothing() -> None: ...

    @flow(task_runner=ThreadPoolTaskRunner(max_workers=8))  # type: ignore[arg-type]
    def empty() -> None:
        futures = [nothing.submit() for _ in range(SOURCES)]
        for future in futures:
            future.wait()
        for _ in ("merge", "publish", "report"):
            nothing()

    return empty


def library(folder: Path) -> object:
    """The same digest, without Prefect."""
    import bidigest

    options = bidigest.Options(date=DAY, embeddings="none")
    digest = bidigest.build(["seeds"], options, root=folder)
    return bidigest.publish(digest, folder / "outputs" / "library", root=folder)


def our_flow() -> object:
    """The digest's flow, in the current folder."""
    from flows.digest import digest

    result: object = digest(sources=["seeds"], output="outputs/flow", date=DAY, embeddings="none")
    return result


def fresh(folder: Path) -> None:
    """Forget editions and kept readings."""
    shutil.rmtree(folder / "outputs", ignore_errors=True)
    shutil.rmtree(Path(os.environ["PREFECT_HOME"]) / "storage", ignore_errors=True)


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, by the wall clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measure(folder: Path, rounds: int) -> dict[str, list[float]]:
    """Times of each kind of run, in turns; a first round only warms up."""
    empty, times = empty_flow(), dict[str, list[float]]()
    for number in range(rounds + 1):
        fresh(folder)
        this: dict[str, Callable[[], object]] = {
            "library alone": lambda: library(folder),
            "empty flow": empty,
            "digest, nothing kept": our_flow,
            "digest, all kept": our_flow,
        }
        for name, work in this.items():
            taken = seconds(work)
            if number:
                times.setdefault(name, []).append(taken)
    return times


def show(times: dict[str, list[float]]) -> bool:
    """Print the table; whether the digest's flow keeps its limit."""
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    print(f"{'':24}{'median':>8}{'least':>8}{'most':>8}  seconds")
    for name, taken in times.items():
        print(f"{name:24}{middle[name]:8.2f}{min(taken):8.2f}{max(taken):8.2f}")
    ratio = statistics.median(ratios(times))
    print(f"\n(digest - library) / empty, median of the rounds = {ratio:.2f}, limit {LIMIT}")
    return ratio <= LIMIT


def ratios(times: dict[str, list[float]]) -> list[float]:
    """What orchestration costs in empty flows, a round each: within one, the load is the same."""
    rounds = zip(
        times["digest, nothing kept"], times["library alone"], times["empty flow"], strict=True
    )
    return [(digest - library) / empty for digest, library, empty in rounds]


def main(arguments: list[str] | None = None) -> int:
    """Exit code 1 if orchestration costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=7)
    wanted: Any = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        shutil.copy(ROOT / "prefect.toml", folder)
        os.chdir(folder)
        with standing_server(folder / "home"):
            within = show(measure(folder, wanted.rounds))
        os.chdir(ROOT)
    return 0 if within else 1


if __name__ == "__main__":
    sys.exit(main())
