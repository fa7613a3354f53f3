"""Everything but the model: multiples of jieba's time, growth, memory, planted repeats."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from typing import Any

from benchmarks.cost.inputs import Inputs, name_of
from benchmarks.cost.processes import at, module
from benchmarks.cost.rows import Row

MOST_RATIO, MOST_GROWTH = 3.5, 1.1
MOST_MEMORY = {0: 300, 1_000: 400, 10_000: 800, 100_000: 3_000}
"""Megabytes by number of sentences."""
STAGES = ("read", "summarize", "merge", "render")


@cache
def measured(inputs: Inputs, size: int, rounds: int) -> dict[str, Any]:
    """The round with the middle ratio; the largest input is measured once."""
    folder = inputs.of(size)
    many = rounds if size <= 10_000 else 1
    tries = [module("benchmarks.stages", folder, more=at(inputs.folder)).told for _ in range(many)]
    tries.sort(key=lambda told: float(told["total"] / told["floor"]))
    return tries[len(tries) // 2]


def ratios(inputs: Inputs, largest: int, rounds: int) -> Iterator[Row]:
    """Processor time as a multiple of plain jieba over the same text in the same process."""
    for size in _sizes(largest):
        told = measured(inputs, size, rounds)
        floor = told["floor"]
        parts = ", ".join(f"{name} {told['stages'][name] / floor:.1f}" for name in STAGES)
        basis = f"{told['total']:.1f} s beside {floor:.2f} s: {parts}"
        what = f"everything but the model, {name_of(size)}, times jieba"
        yield Row("ratio", what, told["total"] / floor, MOST_RATIO, "", basis)


def growth(inputs: Inputs, largest: int, rounds: int) -> Iterator[Row]:
    """The exponent between 1,000 sentences and the largest input."""
    if largest <= 1_000:
        return
    small, large = measured(inputs, 1_000, rounds), measured(inputs, largest, rounds)
    what = f"growth from 1,000 to {largest:,} sentences, as an exponent"
    yield Row("growth", what, exponent(small, large), MOST_GROWTH, "", "processor time")


def exponent(small: dict[str, Any], large: dict[str, Any]) -> float:
    """By how much time grows with sentences."""
    time = math.log(large["total"] / small["total"])
    return time / math.log(large["sentences"] / small["sentences"])


def memory(inputs: Inputs, largest: int, rounds: int) -> Iterator[Row]:
    """The most that the process held, the benchmark's own part with it."""
    for size in _sizes(largest):
        megabytes = measured(inputs, size, rounds)["memory"] / 1e6
        what = f"memory, {name_of(size)}"
        yield Row("memory", what, megabytes, MOST_MEMORY[size], " MB", "peak of the process")


def repeats(inputs: Inputs, largest: int, rounds: int) -> Iterator[Row]:
    """Planted repeats that share a point with their original."""
    told = measured(inputs, largest, rounds)
    found, read, planted = told["repeats"]
    basis = f"{found:,} of {read:,} read as the sentences that they are, {planted:,} in all"
    what = f"planted repeats found, {largest:,} sentences, one process"
    yield Row("repeats", what, found / read, None, "", basis)


def _sizes(largest: int) -> list[int]:
    return [size for size in MOST_MEMORY if size <= largest]
