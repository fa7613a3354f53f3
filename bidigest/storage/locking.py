"""One writer at a time in an output folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bidigest.errors import DigestError

try:
    import fcntl
except ImportError:  # not a POSIX system
    fcntl = None  # type: ignore[assignment]

_LOCK = ".lock"
_PAUSE = 0.05


@contextmanager
def locked(folder: Path, patience: float = 60.0) -> Iterator[None]:
    """Hold a folder's lock; the kernel frees the lock of a run that was killed.

    Args:
        folder: an existing folder.
        patience: how many seconds to wait for another run.

    Raises:
        DigestError: another run keeps the lock for longer, or the folder cannot be written.
    """
    descriptor = _opened(folder / _LOCK)
    try:
        _wait(descriptor, folder, patience)
        yield
    finally:
        os.close(descriptor)


def _opened(file: Path) -> int:
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise DigestError(
            f"{file}: cannot be written ({error.strerror}); "
            "check the folder's rights and the space on its disk"
        ) from error


def _wait(descriptor: int, folder: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while not _taken(descriptor):
        if time.monotonic() > until:
            raise DigestError(f"{folder}: another run is writing here; try again later")
        time.sleep(_PAUSE)


def _taken(descriptor: int) -> bool:
    if fcntl is None:
        return _taken_without_fcntl(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _taken_without_fcntl(descriptor: int) -> bool:
    """Lock a byte of the file, as Windows does it; it has no `fcntl`."""
    import msvcrt

    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False
    return True
