"""How far a long run has come, on a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bidigest.ingestion import Told

MANY = 25
"""From so many sources on there is something to wait for."""


@contextmanager
def shown_progress(*, quiet: bool = False) -> Iterator[Told | None]:
    """What to tell; None where standard error is no terminal, or nothing is to be said."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    bar: list[Any] = []

    def told(done: int, of: int) -> None:
        if not bar and of >= MANY and done < of:
            bar.append(_started(of))
        if bar:
            bar[0].update(bar[0].task_ids[0], completed=done)
            if done == of:
                bar[0].update(bar[0].task_ids[0], description="merging", total=None)

    try:
        yield told
    finally:
        for each in bar:
            each.stop()


def _started(of: int) -> Any:
    from rich.console import Console
    from rich.progress import Progress

    progress = Progress(console=Console(stderr=True), transient=True)
    progress.add_task("reading", total=of)
    progress.start()
    return progress
