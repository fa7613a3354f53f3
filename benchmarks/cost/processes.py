"""Processes that are measured: each by itself, with a cache and a home of the benchmark's own."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Took:
    """What a process cost, and the last line that it printed."""

    wall: float
    processor: float
    last: str

    @property
    def told(self) -> dict[str, Any]:
        """The last line, where it is JSON."""
        found: dict[str, Any] = json.loads(self.last)
        return found


def run(
    command: Sequence[str], folder: Path | None = None, more: Mapping[str, str] | None = None
) -> Took:
    """Run a command to its end.

    Args:
        command: program and arguments.
        folder: where it runs.
        more: environment; an empty value takes a variable away.
    """
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=_environment(more), cwd=folder
    )
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    processor = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return Took(wall, processor, (done.stdout.strip().splitlines() or [""])[-1])


def seconds_until(
    line: str, command: Sequence[str], folder: Path, more: Mapping[str, str]
) -> float:
    """Run a command to its end, and return after how many seconds it began to print a line.

    Args:
        line: what the line begins with.
        command: program and arguments.
        folder: where it runs.
        more: environment; an empty value takes a variable away.
    """
    started, found = time.perf_counter(), None
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=_environment(more), cwd=folder
    ) as process:
        for printed in process.stdout or ():
            if found is None and printed.startswith(line):
                found = time.perf_counter() - started
    if found is None:
        raise SystemExit(f"{' '.join(command)} never printed {line!r}")
    return found


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    # Everybody's packages are compiled to bytecode when they are first used; so are ours.
    given = {**os.environ, **_ONE_THREAD, "PYTHONDONTWRITEBYTECODE": "", **(more or {})}
    return {name: value for name, value in given.items() if value}


def module(name: str, *words: object, more: Mapping[str, str] | None = None) -> Took:
    """Run a module of the benchmarks, which prints JSON."""
    return run([sys.executable, "-m", name, *map(str, words)], more=more)


def build(sources: Path, output: Path, *more: str) -> list[str]:
    """The command that makes a digest of a folder."""
    command = [sys.executable, "-m", "bidigest.cli", "build", str(sources)]
    command += ["--root", str(sources.parent), "--output", str(output), "--date", "2026-01-31"]
    return [*command, *more]


def at(folder: Path) -> dict[str, str]:
    """The environment in which nothing is kept but below a folder."""
    return {"XDG_CACHE_HOME": str(folder / "cache")}
