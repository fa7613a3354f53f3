"""Load: many runs at once on one server, and a schedule that goes on for hours."""

from __future__ import annotations

import datetime
import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bidigest.checking.verification import verify
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing.editions import publish
from tests.running.machine import Machine, running, until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

ROOT = Path(__file__).resolve().parents[2]
RUNS = 20
MINUTES = 8 * 60


def resident() -> int:
    """This process's memory in KiB."""
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux")
def test_eight_hours_of_a_run_a_minute(tmp_path: Path) -> None:
    sources = tmp_path / "in"
    sources.mkdir()
    (sources / "base.txt").write_text("试点的失败率是 95%，数据没有准备好。", encoding="utf-8")
    output = tmp_path / "out"
    start = datetime.datetime(2026, 1, 31, 20)
    memory, published = {}, 0
    for minute in range(MINUTES):
        if minute % 5 == 0:
            said = f"第{minute}分钟的报告说失败率是 {minute % 100}%。其他的没有变化。"
            (sources / "news.txt").write_text(said, encoding="utf-8")
        day = (start + datetime.timedelta(minutes=minute)).date()
        digest = build(["in"], Options(date=day), root=tmp_path)
        published += publish(digest, output, root=tmp_path).new
        memory[minute] = resident()
    growth = memory[MINUTES - 1] - memory[60]
    files = [path for path in output.rglob("*") if path.is_file() and not path.is_symlink()]
    print(f"\n{MINUTES} runs, {published} editions, {len(files)} files, {growth} KiB more")
    assert published == MINUTES // 5
    assert growth < 8_192
    assert len(files) == 10 * 3 + 2  # ten editions, the feed and the lock
    assert len(os.listdir("/proc/self/fd")) < 64  # noqa: PTH208
    assert verify(output, root=tmp_path).problems == ()


FLOW_RUNS = 60
"""All 480 take a quarter of an hour: `python -m tests.reliability.schedule 480`, as measured once
in docs/reliability.md."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux")
def test_a_schedule_of_flow_runs_grows_no_memory_and_leaves_no_files(tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    (tmp_path / "project").mkdir()
    others = {name: value for name, value in os.environ.items() if "PREFECT" not in name}
    done = subprocess.run(
        [sys.executable, "-m", "tests.reliability.schedule", str(FLOW_RUNS)],
        cwd=tmp_path / "project",
        env={
            **others,
            "PYTHONPATH": f"{ROOT}:{os.environ.get('PYTHONPATH', '')}",
            "TMPDIR": str(tmp_path / "tmp"),
            "PREFECT_HOME": str(tmp_path / "home"),
            "PREFECT_LOGGING_LEVEL": "ERROR",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        },
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    print(f"\n{found}")
    early, late = found["early"], found["late"]
    news = FLOW_RUNS // 5
    assert found["states"] == {"Completed": FLOW_RUNS} and found["problems"] == 0
    assert late["memory_kib"] - early["memory_kib"] < 16_384
    assert late["open_files"] <= early["open_files"] + 4
    assert late["outputs"] == min(10, news) * 3 + 2  # ten editions, the feed and the lock
    # Each digest; readings are in the document store. The bound: test_kept_results.py.
    assert late["records"] == news


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with running(tmp_path / "project") as machine:
        yield machine


def patient(machine: Machine, path: str, **body: Any) -> Any:
    """Ask until the server answers: while SQLite is busy it says 503, as its clients know."""

    def answer() -> Any:
        try:
            return machine.ask(path, **body)
        except httpx.HTTPError:
            return None

    return until(answer, 120, path)


def test_twenty_runs_at_once(machine: Machine) -> None:
    found = patient(machine, "/deployments/filter", limit=10)
    (identity,) = [each["id"] for each in found if each["name"] == "on-demand"]
    for number in range(RUNS):
        parameters = {"output": f"outputs/load{number % 4}", "points": 10 + number}
        patient(
            machine,
            f"/deployments/{identity}/create_flow_run",
            parameters={"sources": ["seeds"], **parameters},
            state={"type": "SCHEDULED"},
            idempotency_key=str(number),
        )

    def ended() -> list[str]:
        try:
            runs = machine.runs("on-demand")
        except httpx.HTTPError:
            return []
        states = [run["state_type"] for run in runs]
        over = [state for state in states if state in ("COMPLETED", "FAILED", "CRASHED")]
        return states if len(over) == RUNS else []

    states = until(ended, 1200, "twenty runs")
    assert states == ["COMPLETED"] * RUNS, machine.log[-4000:]
    for number in range(4):
        output = machine.folder / "outputs" / f"load{number}"
        assert verify(output, root=machine.folder).problems == ()
        assert len(list((output / "editions").iterdir())) == RUNS // 4
        assert not list(output.rglob(".unfinished-*"))
