"""Children start, are waited for, and stop in the reverse order."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator

import pytest
from prefect.settings import PREFECT_API_URL, get_current_settings, temporary_settings

from flows import __main__ as by_hand
from flows import serve, temporary_server
from flows.services import ServiceError, Services
from tests.running.machine import until

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = "import signal, time; signal.signal(signal.SIGINT, signal.SIG_IGN); time.sleep(60)"


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_the_last_one_started_is_the_first_one_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    with Services(os.environ) as services:
        first = services.start("first", SLEEPER)
        second = services.start("second", SLEEPER)
    assert capsys.readouterr().out.split("\n")[:2] == ["second stopped", "first stopped"]
    assert first.process.poll() is not None and second.process.poll() is not None


def test_of_a_quiet_one_only_what_goes_wrong_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    says = "import sys; print('a banner'); print('it fails', file=sys.stderr)"
    with Services(os.environ) as services:
        services.start("child", [sys.executable, "-c", says], quiet=True).process.wait(20)
    said = capfd.readouterr()
    assert "a banner" not in said.out and "it fails" in said.err


def test_one_that_will_not_stop_is_ended() -> None:
    with Services(os.environ) as services:
        deaf = services.start("deaf", [sys.executable, "-c", STUBBORN], grace=0.5)
    assert deaf.process.returncode is not None


def test_a_grandchild_does_not_outlive_its_service() -> None:
    spawn = "import subprocess, sys; print(subprocess.Popen(['sleep', '60']).pid, flush=True)"
    with Services(os.environ) as services:
        child = services.start("parent", [sys.executable, "-c", spawn + "; input()"])
        group = child.process.pid
    until(lambda: not is_there(group), 20, "the end of the grandchild, and of what is left of it")


def is_there(group: int) -> bool:
    """Whether a process group has a member still, be it one that nobody has collected yet."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_end_of_a_child_is_noticed_while_waiting() -> None:
    with (
        Services(os.environ) as services,
        pytest.raises(ServiceError, match="the server stopped by itself, exit code 3"),
    ):
        services.start("server", [sys.executable, "-c", "raise SystemExit(3)"])
        services.wait_until(lambda: False, "the server", 20)


def test_waiting_ends() -> None:
    with Services(os.environ) as services, pytest.raises(ServiceError, match="not ready after"):
        services.wait_until(lambda: False, "the server", 0)


@pytest.mark.parametrize(
    ("named", "answering", "used"),
    [(False, True, True), (False, False, False), (True, False, True)],
    ids=["the folder's server", "nobody answers", "named by the environment"],
)
def test_which_server_a_run_by_hand_speaks_to(
    monkeypatch: pytest.MonkeyPatch, named: bool, answering: bool, used: bool
) -> None:
    address = "http://127.0.0.1:9/api"
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    if named:
        monkeypatch.setenv("PREFECT_API_URL", address)
    monkeypatch.setattr(by_hand, "answers", lambda _: answering)
    monkeypatch.setattr(temporary_server, "start", lambda _: "http://127.0.0.1:10/api")
    monkeypatch.setattr(temporary_server, "wait_for", lambda *_: None)
    with temporary_settings({PREFECT_API_URL: address}), by_hand.some_server({"sources": []}):
        assert get_current_settings().api.url == (address if used else "http://127.0.0.1:10/api")


def test_a_port_in_use_is_one_line_and_starts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serve.main(["--port", str(port)]) == 1
    assert capsys.readouterr().err.strip() == (
        f"port {port} is in use; stop what listens there or give --port"
    )
