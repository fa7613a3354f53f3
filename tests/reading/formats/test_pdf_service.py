"""Requests are answered each in a fork of its own: what one does, no other notices."""

import os
import sys
from collections.abc import Iterator

import pytest

from bidigest.reading.formats.pdf import service

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no forks")

ANSWERS = """
import os
from bidigest.reading.formats.pdf.service import serve
said = []
def answer(request, data):
    if data == b"crash":
        os.abort()
    if data == b"shout":
        print("nothing to do with the answer", flush=True)
    said.append(data)
    return b" ".join([request["greeting"].encode(), *said])
serve(answer)
"""


def ask(data: bytes) -> bytes:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return service.asked([sys.executable, "-c", ANSWERS], environment, {"greeting": "hi"}, data)


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    service.close_all()
    yield
    service.close_all()


def test_a_request_knows_nothing_of_the_one_before() -> None:
    assert [ask(b"one"), ask(b"two"), ask(b"")] == [b"hi one", b"hi two", b"hi "]


def test_a_crash_leaves_the_next_request_alone() -> None:
    assert [ask(b"one"), ask(b"crash"), ask(b"two")] == [b"hi one", b"", b"hi two"]


def test_what_is_printed_is_no_answer() -> None:
    assert [ask(b"shout"), ask(b"two")] == [b"hi shout", b"hi two"]


def test_a_process_that_somebody_ended_is_started_anew() -> None:
    ask(b"one")
    service._idle[0]._process.kill()
    service._idle[0]._process.wait()
    assert ask(b"two") == b"hi two"
