"""A machine of its own for tests: a copy of the project, a free port, a Prefect home."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("bidigest", "flows", "tasks", "seeds", "prefect.toml", "prefect.yaml")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until(ready: Callable[[], Any], seconds: float, what: str) -> Any:
    """The first true answer; fails when time is up."""
    deadline = time.monotonic() + seconds
    while not (answer := ready()):
        assert time.monotonic() < deadline, f"{what}: not within {seconds} s"
        time.sleep(0.3)
    return answer


@dataclass
class Machine:
    """The project in a folder of its own, served."""

    folder: Path
    port: int = field(default_factory=free_port)
    serving: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.folder.mkdir()
        for name in COPIED:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, self.folder / name)
        (self.folder / "outputs").mkdir()
        settings = self.folder / "prefect.toml"
        settings.write_text(settings.read_text("utf-8").replace("4200", str(self.port)), "utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """As a reader's shell would have it, but for shorter waits."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
        return {
            **kept,
            "PYTHONPATH": str(self.folder),
            "PREFECT_WORKER_QUERY_SECONDS": "2",
            "PREFECT_SERVER_SERVICES_SCHEDULER_LOOP_SECONDS": "3",
        }

    @property
    def log(self) -> str:
        return (self.folder / "serve.log").read_text(encoding="utf-8", errors="replace")

    def start(self) -> None:
        """`make serve`, until it says where the UI is."""
        with (self.folder / "serve.log").open("wb") as log:
            self.serving = subprocess.Popen(
                [sys.executable, "-m", "flows.serve", "--port", str(self.port)],
                cwd=self.folder,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until(self._started, 240, "make serve")

    def _started(self) -> bool:
        assert self.serving and self.serving.poll() is None, self.log
        return "Prefect's UI" in self.log

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        assert self.serving
        self.serving.send_signal(signal.SIGINT)
        return self.serving.wait(120)

    def end(self) -> None:
        """Whatever a test left running."""
        if self.serving and self.serving.poll() is None:
            self.serving.terminate()
            self.serving.wait(120)

    def prefect(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A `prefect` command as a reader types it in the project's folder."""
        return self.python("-m", "prefect", *arguments)

    def python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A program in the project's folder, run to its end."""
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    def ask(self, path: str, **body: Any) -> Any:
        """The server's own answer."""
        url = f"http://127.0.0.1:{self.port}/api{path}"
        reply = httpx.post(url, json=body, timeout=20) if body else httpx.get(url, timeout=20)
        return reply.raise_for_status().json()

    def runs(self, deployment: str) -> list[dict[str, Any]]:
        """A deployment's runs that have started, the oldest first."""
        found: list[dict[str, Any]] = self.ask(
            "/flow_runs/filter",
            sort="START_TIME_ASC",
            deployments={"name": {"any_": [deployment]}},
        )
        return [run for run in found if run["start_time"]]


@contextmanager
def running(folder: Path) -> Iterator[Machine]:
    """A started machine with a project in this folder; it ends with the block."""
    machine = Machine(folder)
    try:
        machine.start()
        yield machine
    finally:
        machine.end()
