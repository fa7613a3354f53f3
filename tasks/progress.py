"""What a run's log tells while something takes long."""

from __future__ import annotations

import time
from collections.abc import Callable

from bidigest.embedding.document_vectors import ProgressCallback

SECONDS_BETWEEN = 10.0
"""Seconds between two lines: a person waits no longer for a sign."""


def encoding_progress(
    say: Callable[[str], None], clock: Callable[[], float] = time.monotonic
) -> ProgressCallback:
    """Return a callback that says now and then how many sentences are encoded.

    Args:
        say: takes a line for the log.
        clock: tells the time in seconds.
    """
    last = clock()

    def on_progress(done: int, of: int) -> None:
        nonlocal last
        now = clock()
        if now - last >= SECONDS_BETWEEN and done < of:
            last = now
            say(f"encoded {done:,} of {of:,} sentences")

    return on_progress
