"""Other processes on this machine: for reading sources, and for the pairs of a large run."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from bidigest.sharding.pair_block import FindValues, PairBlock
from bidigest.sparse.matrices import Floats

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor


@contextmanager
def pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """Start so many processes; what they have not begun is given up at the end."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a library that has threads, as numpy has, may hang in the copy.
    context = get_context("spawn")
    started = ProcessPoolExecutor(count, context, initializer=_leave_interrupts_alone)
    try:
        yield started
    finally:
        started.shutdown(wait=False, cancel_futures=True)


@contextmanager
def processes(count: int) -> Iterator[FindValues]:
    """Let so many processes find the values of blocks; none is started before it has work.

    Args:
        count: of processes.

    Yields:
        What finds the values of each block, float64, (n_pairs, n_columns).
    """
    with ExitStack() as end:
        started: list[ProcessPoolExecutor] = []

        def run(blocks: Sequence[PairBlock[Any]]) -> Iterable[Floats]:
            """Find the values of blocks, in their order, each float64, (n_pairs, n_columns)."""
            if not started:
                started.append(end.enter_context(pool(count)))
            return started[0].map(_values, blocks)

        yield run


def _values(block: PairBlock[Any]) -> Floats:
    """Find the values of a block, float64, (n_pairs, n_columns), in another process."""
    return block.values()


def _leave_interrupts_alone() -> None:
    """Ignore Ctrl-C: whoever presses it means the first process, which stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
