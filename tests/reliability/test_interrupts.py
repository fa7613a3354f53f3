"""Ctrl-C while several processes read: all of them end, nothing half-written stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SOURCES = 240
COMMAND = ["-m", "bidigest.cli", "build", "sources", "--output", "out", "--date", "2026-01-31"]


def write_sources(root: Path) -> None:
    """So much that two processes are worth starting and have something to do for a while."""
    (root / "sources").mkdir()
    for number in range(SOURCES):
        said = (f"第{number}家公司第{each}季度有{each * 7}名新员工。" for each in range(150))
        (root / "sources" / f"{number:03}.md").write_text("\n\n".join(said), encoding="utf-8")


def started(root: Path) -> subprocess.Popen[str]:
    """The command in a process group of its own, as a terminal starts it."""
    places = {"XDG_CACHE_HOME": str(root / "cache"), "HOME": str(root)}
    environment = os.environ | places | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    return subprocess.Popen(
        [sys.executable, *COMMAND],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def group(leader: int) -> set[int]:
    """The living processes of the group."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            state, _, owner = (place / "stat").read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(owner) == leader and state != "Z":
            found.add(int(place.name))
    return found


def wait_for(true: object, seconds: float) -> None:
    ends = time.monotonic() + seconds
    while not true() and time.monotonic() < ends:  # type: ignore[operator]
        time.sleep(0.05)
    assert true()  # type: ignore[operator]


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize("whole_group", [True, False], ids=["Ctrl-C", "kill -INT"])
def test_an_interrupt_ends_all_processes_and_leaves_nothing_torn(
    tmp_path: Path, whole_group: bool
) -> None:
    write_sources(tmp_path)
    kept = tmp_path / "cache" / "bidigest" / "readings"
    run = started(tmp_path)
    wait_for(lambda: kept.exists() and len(list(kept.glob("*.json"))) >= 8, 200)
    assert len(group(run.pid)) >= 3
    (os.killpg if whole_group else os.kill)(run.pid, signal.SIGINT)
    said, error = run.communicate(timeout=100)
    assert run.returncode == 130
    assert (said, error.strip().splitlines()) == ("", ["bidigest: interrupted"])
    wait_for(lambda: not group(run.pid), 20)
    assert {file.suffix for file in kept.iterdir()} == {".json"}
    assert not (tmp_path / "out").exists()
