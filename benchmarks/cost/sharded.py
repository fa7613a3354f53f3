"""Merging in blocks: what they cost, how evenly, what one process is left with, what it finds.

    python -m benchmarks.cost.sharded FOLDER [SENTENCES A BLOCK]

prints JSON. The blocks go to one other process, one by one, so that time and memory are told of
each and of the process that merges; `repeats` are planted repeats found, as in `benchmarks.stages`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.cost.inputs import Inputs
from benchmarks.cost.processes import at, module
from benchmarks.cost.rows import Row
from benchmarks.stages import OPTIONS, peak, read_and_ranked, repeats_found, timed, warm_up
from bidigest.sharding.pair_block import PairBlock
from bidigest.sharding.processes import pool
from bidigest.sharding.shards import MOST_SENTENCES, Shards
from bidigest.sparse.matrices import Floats


@dataclass(slots=True)
class Measured:
    """Finds the values of blocks in another process, and keeps what each cost."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    """Of each kind of values, the processor seconds of its blocks."""
    sentences: dict[str, int] = field(default_factory=dict)
    pairs: dict[str, int] = field(default_factory=dict)
    memory: int = 0
    """Bytes, at most, of the process that found them."""

    def __call__(self, blocks: Sequence[PairBlock[Any]]) -> Iterable[Floats]:
        with pool(1) as started:
            for block, told in zip(blocks, started.map(_found, blocks), strict=True):
                values, seconds, memory = told
                kind = block.measure.__name__
                self.seconds.setdefault(kind, []).append(seconds)
                self.sentences[kind] = self.sentences.get(kind, 0) + len(block.told)
                self.pairs[kind] = self.pairs.get(kind, 0) + len(block.first)
                self.memory = max(self.memory, memory)
                yield values


def _found(block: PairBlock[Any]) -> tuple[Floats, float, int]:
    started = time.process_time()
    values = block.values()
    return values, time.process_time() - started, peak()


def measured(folder: Path, most: int) -> dict[str, Any]:
    """What the stages cost, the blocks of merging by themselves; with the repeats found."""
    from bidigest import pipeline

    seconds: dict[str, float] = {}
    documents, summaries = read_and_ranked(folder, seconds)
    found = Measured()
    with timed(seconds, "merge"):
        shards = Shards(found, 1, most)
        digest = pipeline.merge(documents, summaries, OPTIONS, shards=shards)
    return {
        "sentences": sum(len(document.sentences) for document in documents),
        "stages": seconds,
        "blocks": {kind: len(each) for kind, each in found.seconds.items()},
        "in blocks": {kind: sum(each) for kind, each in found.seconds.items()},
        "longest": max(max(each) for each in found.seconds.values()),
        "pairs": found.pairs,
        "taken apart": found.sentences,
        "memory of a block": found.memory,
        "memory": peak(),
        "repeats": repeats_found(folder, digest),
    }


def sharded(inputs: Inputs, largest: int) -> Iterator[Row]:
    """Rows of the largest input, merged in blocks though it needs none."""
    told = module("benchmarks.cost.sharded", inputs.of(largest), more=at(inputs.folder)).told
    found, read, planted = told["repeats"]
    basis = f"{found:,} of {read:,} read as the sentences that they are, {planted:,} in all"
    what = f"planted repeats found, {largest:,} sentences, in blocks"
    yield Row("sharded", what, found / read, None, "", basis)
    here, there = told["stages"]["merge"], sum(told["in blocks"].values())
    blocks, longest = sum(told["blocks"].values()), told["longest"]
    basis = f"{there:.0f} s in {blocks} blocks, the longest {longest:.1f} s, and {here:.0f} s"
    basis += " in the process that merges; processor time"
    what = f"merging {largest:,} sentences in blocks, share of the time that is spread"
    yield Row("sharded", what, there / (here + there), None, "", basis)
    basis = f"and {told['memory of a block'] / 1e6:.0f} MB of one that works on blocks"
    what = f"memory of the process that merges {largest:,} sentences in blocks"
    yield Row("sharded", what, told["memory"] / 1e6, None, " MB", basis)


def main() -> None:
    """Measure one folder."""
    folder, most = Path(sys.argv[1]).resolve(), int((*sys.argv[2:], str(MOST_SENTENCES))[0])
    warm_up()
    print(json.dumps(measured(folder, most)))


if __name__ == "__main__":
    main()
