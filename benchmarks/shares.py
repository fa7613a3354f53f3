"""Where the processor time of a digest goes.

    python -m benchmarks.shares FOLDER [LINES]

Prints, of the time from the first source read to the last file rendered, the share of each
function of the library with all that it calls, the greatest first; below, the share that a
function takes itself, packages that it calls included. Sampled by the process's own timer of
processor time: a profiler that looks from outside at each tick of the clock counts twice and
more what waits for memory.
"""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import bidigest
from benchmarks.stages import pipeline, warm_up

EVERY = 0.001
"""Seconds of processor time; the system may make them four."""

_LIBRARY = str(Path(bidigest.__file__).parent)


def main() -> None:
    folder, lines = Path(sys.argv[1]).resolve(), int((*sys.argv[2:], "40")[0])
    warm_up()
    whole: Counter[str] = Counter()
    own: Counter[str] = Counter()

    def sample(_: int, frame: FrameType | None) -> None:
        names = list(_names(frame))
        whole.update(set(names))
        own[names[0] if names else ""] += 1

    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    pipeline(folder)
    signal.setitimer(signal.ITIMER_PROF, 0)
    for title, counts in (("with all they call", whole), ("by themselves", own)):
        print(f"{title}, of {own.total():,} samples")
        for name, count in counts.most_common(lines):
            print(f"  {count / own.total():.3f} {name}")


def _names(frame: FrameType | None) -> Iterator[str]:
    """The library's functions that are running, the innermost first."""
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(_LIBRARY):
            yield f"{file[len(_LIBRARY) + 1 :]} {frame.f_code.co_name}"
        frame = frame.f_back


if __name__ == "__main__":
    main()
