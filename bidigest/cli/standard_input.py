"""`-` among the sources: a text that comes in by standard input."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bidigest.errors import OptionsError

SIGN = "-"
NAME = "standard-input"


def read_standard_input(limit: int) -> bytes:
    """Read all that comes in, and one byte more than `limit` where it is too much."""
    return sys.stdin.buffer.read(limit + 1)


def put_in_file(sources: Sequence[str], output: Path, limit: int) -> list[str]:
    """Put a file in `output` in the place of `-`, so that quotations can be checked.

    Args:
        sources: as typed.
        output: folder of the file.
        limit: how many bytes may come in.

    Raises:
        OptionsError: the file cannot be written.
    """
    if SIGN not in sources:
        return list(sources)
    file = output / f"{NAME}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(read_standard_input(limit))
    except OSError as error:
        reason = error.strerror or error
        raise OptionsError(
            f"{file}: cannot be written ({reason}); name another --output"
        ) from error
    return [str(file.absolute()) if source == SIGN else source for source in sources]
