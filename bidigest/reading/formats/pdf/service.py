"""A process that starts once and answers each request in a fork of its own.

Starting Python and loading PDFium takes longer than reading a page. What happens to one fork, by
a file that is made to do so, happens to no other.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

Request = Mapping[str, Any]
Answer = Callable[[Request, bytes], bytes]

PASSWORD = "BIDIGEST_PDF_PASSWORD"
"""Variable of the environment that opens locked files: commands are kept and shown, it is not."""
_PATIENCE = 300.0
"""Seconds until an answer is no longer waited for."""


class Service:
    """A running process, asked by one thread at a time."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )

    def ask(self, request: Request, data: bytes) -> bytes:
        """Return the answer; empty where there is none.

        Raises:
            OSError: the process is gone.
        """
        given, answers = self._process.stdin, self._process.stdout
        assert given and answers
        timer = threading.Timer(_PATIENCE, self.close)
        timer.start()
        try:
            given.write(json.dumps({**request, "size": len(data)}).encode() + b"\n")
            given.write(data)
            given.flush()
            length = answers.readline()
            if not length:
                raise BrokenPipeError
            return answers.read(int(length))
        finally:
            timer.cancel()

    def is_running(self) -> bool:
        """Tell whether the process has not ended."""
        return self._process.poll() is None

    def close(self) -> None:
        """End the process and what it has forked."""
        if self.is_running():
            with suppress(OSError):
                os.killpg(self._process.pid, 9)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                pipe and pipe.close()


_idle: list[Service] = []


def asked(
    command: Sequence[str], environment: Mapping[str, str], request: Request, data: bytes
) -> bytes:
    """Ask a service that is idle, else a new one.

    Args:
        command: what starts one, a process that calls `serve`.
        environment: of a new one.
        request: what is asked, as JSON can say it.
        data: what it is asked of.

    Returns:
        The answer; empty where there is none.
    """
    service = _running() or Service(command, environment)
    try:
        answer = service.ask(request, data)
    except BaseException as error:
        service.close()
        if isinstance(error, OSError | ValueError):
            return b""
        raise
    _idle.append(service)
    return answer


def _running() -> Service | None:
    """Take an idle service that somebody has not ended, if there is one."""
    while _idle:
        service = _idle.pop()
        if service.is_running():
            return service
        service.close()
    return None


def close_all() -> None:
    """End the services that are idle."""
    while _idle:
        _idle.pop().close()


atexit.register(close_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_idle.clear)


def serve(answer: Answer) -> None:
    """Answer the requests that come, until there are no more."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while header := requests.readline():
        request = json.loads(header)
        said = _in_fork(answer, request, requests.read(request["size"]))
        answers.write(b"%d\n" % len(said) + said)
        answers.flush()


def _in_fork(answer: Answer, request: Request, data: bytes) -> bytes:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            _leave_alone(reading)
            with os.fdopen(writing, "wb") as told:
                told.write(answer(request, data))
            status = 0
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read()
    return said if os.waitpid(child, 0)[1] == 0 else b""


def _leave_alone(reading: int) -> None:
    """Take from a fork what belongs to the process: requests and answers of others."""
    os.close(reading)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
