"""No regular expression takes superlinear time, whatever the text."""

from __future__ import annotations

import math
import random
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest

from tests.reliability.expressions import Expression, expressions, hostile, written_on_the_spot

ALL = expressions()
LENGTHS = (250, 500, 1_000, 2_000, 4_000, 8_000)
SHORT, LONG = LENGTHS[1], LENGTHS[-1]
MOST_GROWTH: float = (LONG / SHORT) ** 1.5
"""How many times as long the long text may take: in between of 16 and the square of it."""
ENOUGH = 0.3
"""Seconds of processor time for one text; what takes longer never ends."""
LITTLE = 0.005
"""Seconds that no text of this length takes whose time grows with the square."""
REPEATS = (1, 3, 6)
"""A machine that is busy makes some measurements longer, and none shorter. So it is the shortest
that counts, and what seems to be slow is measured more often before it is called so."""

Measure = Callable[[str], float]


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
    """Processor time, infinite if there was not enough.

    The thread's: where a machine is busy and a timer runs, the process's own moves in steps of
    four milliseconds.
    """
    started = time.thread_time()
    try:
        with at_most(ENOUGH):
            expression.try_on(text)
    except TooLongError:
        return math.inf
    return time.thread_time() - started


def grows(measure: Measure, unit: str) -> bool:
    """Whether time grows clearly faster than the text does, or is up, however often it is tried."""
    return all(seems_to_grow(measure, unit, repeats) for repeats in REPEATS)


def seems_to_grow(measure: Measure, unit: str, repeats: int) -> bool:
    """Lengths double, so that what takes long at one length only is found too."""
    for length in LENGTHS[:-1]:
        if least(measure, text_of(unit, length), repeats) == math.inf:
            return True
    long = least(measure, text_of(unit, LONG), repeats)
    if long < LITTLE:
        return False
    # Were the short one's time too long, the other's would seem to be in order.
    short = least(measure, text_of(unit, SHORT), 8 * repeats)
    return long > MOST_GROWTH * short


def text_of(unit: str, length: int) -> str:
    return unit * (length // len(unit)) + "\0"


def least(measure: Measure, text: str, repeats: int) -> float:
    return min(measure(text) for _ in range(repeats))


needs_a_timer = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs a timer")


@needs_a_timer
@pytest.mark.parametrize("expression", ALL, ids=lambda each: each.place)
def test_time_grows_with_length(expression: Expression) -> None:
    measure = partial(seconds, expression)
    assert not [unit for unit in hostile(expression.pattern) if grows(measure, unit)]


def test_all_are_collected() -> None:
    assert len(ALL) > 150
    places = {each.place.rpartition(".")[0] for each in ALL}
    assert {
        "bidigest.text.sentence_splitting",
        "bidigest.quantities.masking",
        "bidigest.reading.layout",
    } <= places


def test_what_is_written_on_the_spot_is_given_short_texts() -> None:
    """A name, options, a word or two of a table, lines of a file that was read with limits."""
    assert [each.partition(":")[0] for each in written_on_the_spot()] == [
        "names.py", "fragments.py", "fragments.py", "numerals.py", "phrases.py", "__init__.py",
        "qualifiers.py", "markdown_writer.py",
        "reader.py",
    ]  # fmt: skip


@needs_a_timer
@pytest.mark.parametrize(
    "pattern", [r"\s+x", r"(?:#[^\s#]{1,40}[\s,]{0,3}){2,30}$", r"[?](?!\W*\Z)", r"(a|ab|b)*c"]
)
def test_the_test_finds_what_is_slow(pattern: str) -> None:
    slow = Expression("here", re.compile(pattern), searched=True)
    assert any(grows(partial(seconds, slow), unit) for unit in hostile(slow.pattern))


def busy(power: float, seed: int) -> Measure:
    """What a busy machine measures of a time that grows so: every other time far too much."""
    chance = random.Random(seed)

    def measure(text: str) -> float:
        late = chance.choice((1, chance.uniform(2, 40)))
        return late * 0.02 * math.pow(len(text) / LONG, power)

    return measure


@pytest.mark.parametrize(("power", "slow"), [(1, False), (1.2, False), (1.8, True), (2, True)])
def test_a_busy_machine_changes_nothing(power: float, slow: bool) -> None:
    assert [grows(busy(power, seed), "x") for seed in range(50)] == [slow] * 50


def test_what_never_ends_at_one_length_only_is_slow() -> None:
    assert grows(lambda text: math.inf if len(text) == 1_001 else 0.0, "x")
    tries = iter(range(1_000))
    assert not grows(lambda _: 0.0 if next(tries) else math.inf, "x"), "one such time is chance"
