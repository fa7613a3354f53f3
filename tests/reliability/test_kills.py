"""Killed at any moment: `latest` names a whole edition, none is lost, the next run succeeds."""

from __future__ import annotations

import datetime
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing.editions import publish

ROOT = Path(__file__).resolve().parents[2]
KILLS = 60
FROM_THE_SHELL = 10
"""Every so many is a process of its own; the others are copies of this one, which start at once."""
DAY = datetime.date(2026, 1, 31)


def editions(output: Path) -> dict[str, tuple[bytes, ...]]:
    """What every edition holds, by its name; those half written have another name."""
    folder = output / "editions"
    if not folder.exists():
        return {}
    return {
        edition.name: tuple(file.read_bytes() for file in sorted(edition.glob("digest.*")))
        for edition in folder.iterdir()
        if not edition.name.startswith(".")
    }


def source(root: Path, number: int) -> str:
    """A source that only this run has, so that each run has something new to say."""
    file = root / f"source_{number}.txt"
    file.write_text(f"第{number}份报告说失败率是 {number}%。其他的没有变化。", encoding="utf-8")
    return file.name


class Copy:
    """A run in a copy of this process, with what is asked of `subprocess.Popen`."""

    def __init__(self, root: Path, name: str) -> None:
        self.returncode: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            try:
                made = build(["base.txt", name], Options(date=DAY), root=root)
                publish(made, root / "out", root=root, keep=1000)
                os._exit(0)
            finally:
                os._exit(1)

    def poll(self) -> int | None:
        return self._asked(os.WNOHANG)

    def wait(self) -> int:
        code = self._asked(0)
        assert code is not None
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def _asked(self, how: int) -> int | None:
        if self.returncode is None:
            found, status = os.waitpid(self.pid, how)
            if found:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


Run = Copy | subprocess.Popen[bytes]


def started(root: Path, name: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bidigest.cli", "build", "base.txt", name]
    command += ["--output", "out", "--root", ".", "--keep", "1000", "--date", DAY.isoformat()]
    return subprocess.Popen(
        command, cwd=root, env={**dict(_environment())}, stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _environment() -> dict[str, str]:
    others = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": f"{ROOT}:{others}"}


def wait_for_writing(output: Path, runs: Sequence[Run]) -> None:
    """Until a run has begun to write an edition, or all have ended."""
    while any(run.poll() is None for run in runs):
        if any((output / "editions").glob(".unfinished-*")) or list(output.glob(".unfinished-*")):
            return
        time.sleep(0.0005)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_killed_at_any_moment(tmp_path: Path, record_property: object) -> None:
    chance = random.Random(6)
    output = tmp_path / "out"
    (tmp_path / "base.txt").write_text("试点的失败率是 95%，数据没有准备好。", encoding="utf-8")
    duration = {}
    for start in (started, Copy):
        began = time.monotonic()
        assert start(tmp_path, source(tmp_path, 0)).wait() == 0
        duration[start] = time.monotonic() - began
    killed = quotations = number = 0
    while killed < KILLS:
        number += 1  # also where a run was over too early: it has said its news
        assert number < 5 * KILLS, "hardly any run is met while it works"
        before = editions(output)
        names = [source(tmp_path, 2 * number), source(tmp_path, 2 * number + 1)]
        start = Copy if number % FROM_THE_SHELL else started
        runs: list[Run] = [start(tmp_path, name) for name in names[: 1 + number % 2]]
        if number % 3:
            wait_for_writing(output, runs)
            time.sleep(chance.uniform(0, 0.03))
        else:
            time.sleep(chance.uniform(0, duration[start] * 1.5))
        for run in runs:
            run.send_signal(signal.SIGKILL)  # nothing where it has ended
        codes = [run.wait() for run in runs]
        assert set(codes) <= {-signal.SIGKILL, 0}
        killed += sum(code == -signal.SIGKILL for code in codes) and 1
        after = editions(output)
        assert before.items() <= after.items(), "an edition was lost or changed"
        assert all(len(files) == 3 for files in after.values()), "an edition is not whole"
        checked = verify(output, root=tmp_path)
        assert checked.problems == ()
        quotations += checked.quotations
        again = build(["base.txt", names[0]], Options(date=DAY), root=tmp_path)
        edition = publish(again, output, root=tmp_path, keep=1000)
        assert verify(edition.folder, root=tmp_path).problems == ()
        assert not list(output.rglob(".unfinished-*")), "the next run has not cleaned up"
    print(f"\nkills survived: {killed} of {number} runs; quotations verified: {quotations}")


@pytest.mark.slow
def test_runs_at_once_on_one_output_all_succeed(tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text("试点的失败率是 95%，数据没有准备好。", encoding="utf-8")
    runs = [started(tmp_path, source(tmp_path, number)) for number in range(6)]
    errors = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0] * 6, errors
    assert len(editions(tmp_path / "out")) == 6
    assert verify(tmp_path / "out", root=tmp_path).problems == ()
