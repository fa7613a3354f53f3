"""Child processes that must all live, and are stopped in the reverse order of their start."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import httpx

__all__ = ["Service", "ServiceError", "Services", "answers"]


class ServiceError(RuntimeError):
    """A service that does not start, or stops by itself; one line with the remedy."""


@dataclass(frozen=True, slots=True)
class Service:
    """A running child, the leader of its own process group."""

    name: str
    process: subprocess.Popen[bytes]
    grace: float
    """Seconds between asking it to end and ending it."""

    def stop(self) -> None:
        """Interrupt it, wait, then end whatever is left of its group."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(self.grace)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass(slots=True)
class Services:
    """Services in the order of their start; leaving the context stops them, last first."""

    environment: Mapping[str, str]
    running: list[Service] = field(default_factory=list)

    def start(
        self, name: str, command: Sequence[str], *, grace: float = 15, quiet: bool = False
    ) -> Service:
        """Start a child in a group of its own, so that Ctrl-C does not reach all at once.

        Args:
            name: what messages call it.
            command: program and arguments.
            grace: seconds between asking it to end and ending it.
            quiet: whether only what goes wrong in it is shown.
        """
        process = subprocess.Popen(
            list(command),
            env=dict(self.environment),
            stdout=subprocess.DEVNULL if quiet else None,
            start_new_session=True,
        )
        service = Service(name, process, grace)
        self.running.append(service)
        return service

    def run(self, name: str, command: Sequence[str]) -> None:
        """Run a command to its end, showing what it says only where it fails.

        Raises:
            ServiceError: it fails.
        """
        done = subprocess.run(
            list(command),
            env=dict(self.environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            print(done.stdout.decode(errors="replace"), flush=True)
            raise ServiceError(f"{name} failed with exit code {done.returncode}; see above")
        print(f"{name} done", flush=True)

    def wait_until(self, ready: Callable[[], bool], what: str, seconds: float) -> None:
        """Wait for readiness.

        Args:
            ready: asked again and again.
            what: what messages call it.
            seconds: how long to wait.

        Raises:
            ServiceError: time is up or a child has died.
        """
        deadline = time.monotonic() + seconds
        while not ready():
            self.check()
            if time.monotonic() > deadline:
                raise ServiceError(f"{what} is not ready after {seconds:.0f} s; see above")
            time.sleep(0.3)

    def check(self) -> None:
        """Raise ServiceError if a child has died."""
        for service in self.running:
            code = service.process.poll()
            if code is not None:
                raise ServiceError(f"the {service.name} stopped by itself, exit code {code}")

    def __enter__(self) -> "Services":
        return self

    def __exit__(self, *_: object) -> None:
        # A second Ctrl-C must not leave half of them running.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        while self.running:
            service = self.running.pop()
            service.stop()
            print(f"{service.name} stopped", flush=True)


def answers(url: str) -> bool:
    """Tell whether a request succeeds."""
    try:
        return httpx.get(url, timeout=5).is_success
    except httpx.HTTPError:
        return False
