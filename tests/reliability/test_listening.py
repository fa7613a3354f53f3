"""What `make serve` starts listens on this machine only: asked of the kernel."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running.machine import Machine, running

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="needs Linux"),
]

LISTENS = "0A"
LOOPBACK = {"0100007F", "00000000000000000000000001000000"}
"""127.0.0.1 and ::1, as the kernel of a little-endian machine writes them."""


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    with running(tmp_path / "project") as machine:
        yield machine


def listening() -> dict[str, tuple[str, int]]:
    """Address and port by the socket's inode, of all that listen on this machine."""
    found = {}
    for table in ("tcp", "tcp6"):
        file = Path("/proc/net") / table
        for line in file.read_text(encoding="ascii").splitlines()[1:] if file.exists() else ():
            parts = line.split()
            address, _, port = parts[1].partition(":")
            if parts[3] == LISTENS:
                found[parts[9]] = (address, int(port, 16))
    return found


def processes(session: int) -> Iterator[Path]:
    """Everything that a process started, by what the environment handed down says."""
    mark = f"BIDIGEST_TEST_SESSION={session}".encode()
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and mark in (folder / "environ").read_bytes().split(b"\0"):
                yield folder
        except OSError:
            continue


def sockets(process: Path) -> set[str]:
    """Inodes of the sockets that a process holds."""
    found = set()
    for entry in (process / "fd").iterdir():
        try:
            target = entry.readlink().name
        except OSError:
            continue
        if target.startswith("socket:["):
            found.add(target.removeprefix("socket:[").rstrip("]"))
    return found


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("BIDIGEST_TEST_SESSION", str(os.getpid()))
    return os.getpid()


def test_server_ui_worker_and_watcher(session: int, machine: Machine) -> None:
    assert machine.ask("/health") is True
    open_, found = listening(), set()
    started = list(processes(session))
    for process in started:
        found |= {open_[inode] for inode in sockets(process) if inode in open_}
    print(f"\n{len(started)} processes, listening: {sorted(found)}")
    assert len(started) >= 3
    assert machine.port in {port for _, port in found}
    assert {address for address, _ in found} <= LOOPBACK


def test_the_check_can_fail() -> None:
    with socket.socket() as everywhere:
        everywhere.bind(("0.0.0.0", 0))
        everywhere.listen()
        held = sockets(Path("/proc/self")) & set(listening())
        assert {listening()[inode][0] for inode in held} - LOOPBACK
