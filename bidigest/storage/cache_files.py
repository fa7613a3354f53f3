"""Files of the user's cache folder: where they are, how one is written, how JSON in it is read."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any


def cache_folder() -> Path:
    """Name the user's cache folder for this project, which may not exist."""
    from platformdirs import user_cache_path

    return user_cache_path("bidigest")


def keep(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file of a cache whole or not at all; a failure is passed over in silence.

    Neither a race nor a crash can tear it.

    Args:
        path: the file.
        content: all of it.
        lasting: whether a power cut must not tear it either: for files that would not be seen to
            be torn.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                if lasting:
                    os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def strict_json(text: str | bytes) -> Any:
    """Parse JSON in which no name stands twice; readers differ in which of the two they believe.

    Raises:
        ValueError: it is no JSON, or a name stands twice in an object.
    """
    return json.loads(text, object_pairs_hook=_once)


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name twice")
    return values
