"""Progress of a long run, on a terminal and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bidigest.ingestion import Progress, ProgressCallback

MANY = 25
"""From so many sources on there is something to wait for."""

SECONDS_A_SENTENCE = 0.06
"""What the sentence model takes on two cores."""

WAITING = 2.0
"""Seconds from which a wait is announced."""


@contextmanager
def shown_progress(*, quiet: bool = False) -> Iterator[ProgressCallback | None]:
    """Make a progress callback; None where standard error is no terminal, or all is quiet."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar.on_progress
    finally:
        bar.stop()


def description(progress: Progress) -> str | None:
    """Name a stage while it goes on; None where nobody has to wait for it."""
    if progress.stage == "reading":
        many = progress.of >= MANY and progress.done < progress.of
        return "reading" if many else None
    if progress.stage == "encoding":
        seconds = progress.of * SECONDS_A_SENTENCE
        return (
            f"encoding {progress.of:,} sentences, about {duration(seconds)}"
            if seconds >= WAITING
            else None
        )
    return "merging"


def duration(seconds: float) -> str:
    """Write a duration in whole seconds, from 100 on in whole minutes."""
    return f"{max(1, round(seconds))} s" if seconds < 100 else f"{round(seconds / 60)} min"


class _Bar:
    """A line that is there from the first stage that takes long."""

    def __init__(self) -> None:
        self._bar: Any = None

    def on_progress(self, progress: Progress) -> None:
        """Show that so many of so many are done."""
        said = description(progress)
        if self._bar is None and said is not None and progress.stage != "merging":
            self._bar = _started()
        if self._bar is not None and said is not None:
            task = self._bar.task_ids[0]
            total = progress.of or None
            self._bar.update(task, description=said, completed=progress.done, total=total)

    def stop(self) -> None:
        if self._bar is not None:
            self._bar.stop()


def _started() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task("", total=None)
    progress.start()
    return progress
