"""Compare pairs of sentences, a block of them a task, while the sources are merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextvars import copy_context
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.runtime import task_run
from prefect.task_runners import TaskRunner

from bidigest.sharding.pair_block import FindValues, PairBlock
from bidigest.sparse.matrices import Floats
from tasks.unvisited import Unvisited

__all__ = ["compare", "compared_by"]


def _named_after_its_place() -> str:
    return f"compare {task_run.parameters['place']}"


@task(task_run_name=_named_after_its_place, cache_policy=NO_CACHE, persist_result=False)
def compare(
    place: str,  # noqa: ARG001  (what the run is called)
    unvisited: Unvisited[PairBlock[Any]],
) -> Floats:
    """Find the values of a block's pairs.

    Args:
        place: which of how many blocks it is, for the run's name.
        unvisited: the block.

    Returns:
        float64, (n_pairs, n_columns).
    """
    return unvisited.value.values()


def compared_by(runner: TaskRunner[Any]) -> FindValues:
    """Let the tasks of a runner find the values of blocks; to be called by the flow.

    Args:
        runner: where they run; it stays open while sources are merged.

    Returns:
        A function from blocks to the values of each, float64, (n_pairs, n_columns).
    """
    # Sent from within another task, each would take that one's inputs along, the runner with them.
    of_the_flow = copy_context()

    def run(blocks: Sequence[PairBlock[Any]]) -> Iterator[Floats]:
        """Submit a task a block, and yield their values in the order of the blocks."""
        futures: list[PrefectFuture[Floats]] = [
            of_the_flow.run(runner.submit, compare, {"place": place, "unvisited": Unvisited(block)})
            for place, block in _named(blocks)
        ]
        return (future.result() for future in futures)

    return run


def _named(blocks: Sequence[PairBlock[Any]]) -> Iterator[tuple[str, PairBlock[Any]]]:
    for number, block in enumerate(blocks, start=1):
        yield f"{len(block.first):,} pairs, {number} of {len(blocks)}", block
