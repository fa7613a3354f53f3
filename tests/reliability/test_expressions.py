"""No regular expression takes superlinear time, whatever the text."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.reliability.expressions import Expression, expressions, hostile, written_on_the_spot

ALL = expressions()
LENGTHS = (250, 500, 1_000, 2_000, 4_000, 8_000)
ENOUGH = 1.0
"""Seconds of processor time for one text; what takes longer never ends."""


class TooLongError(Exception):
    """The time is up."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def seconds(expression: Expression, text: str) -> float:
    started = time.process_time()
    with at_most(ENOUGH):
        expression.try_on(text)
    return time.process_time() - started


def grows(expression: Expression, unit: str) -> bool:
    """Whether time grows clearly faster than the text does, or is up.

    Lengths double. The short ones find out what doubles with each repetition, before it costs
    more than the time that is given; of the last two steps, four times the text may take ten times
    as long.
    """
    times = {}
    for length in LENGTHS:
        text = unit * (length // len(unit)) + "\0"
        try:
            times[length] = max(0.001, seconds(expression, text))
        except TooLongError:
            return True
    if times[LENGTHS[-1]] < 0.01:
        return False
    return min(times[LENGTHS[-1]], seconds(expression, text)) > 10 * times[LENGTHS[-3]]


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer")
@pytest.mark.parametrize("expression", ALL, ids=lambda each: each.place)
def test_time_grows_with_length(expression: Expression) -> None:
    slow = [unit for unit in hostile(expression.pattern) if grows(expression, unit)]
    # Once more: on a busy machine a measurement may be off.
    assert not [unit for unit in slow if grows(expression, unit)]


def test_all_are_collected() -> None:
    assert len(ALL) > 150
    places = {each.place.rpartition(".")[0] for each in ALL}
    assert {"bidigest.sentences", "bidigest.figures.masking", "bidigest.reading.layout"} <= places


def test_what_is_written_on_the_spot_is_given_short_texts() -> None:
    """Twenty characters before a full stop, one word, the words of a table, an option."""
    assert [each.partition(":")[0] for each in written_on_the_spot()] == [
        "qualifiers.py", "options.py", "sentences.py", "sentences.py",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "pattern", [r"\s+x", r"(?:#[^\s#]{1,40}[\s,]{0,3}){2,30}$", r"[?](?!\W*\Z)", r"(a|ab|b)*c"]
)
def test_the_test_finds_what_is_slow(pattern: str) -> None:
    slow = Expression("here", re.compile(pattern), searched=True)
    assert any(grows(slow, unit) for unit in hostile(slow.pattern))
