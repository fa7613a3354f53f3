"""Keeping what a run writes below its root, whoever names the folder."""

from __future__ import annotations

import os
from pathlib import Path

from bidigest.errors import OptionsError
from bidigest.reading.sources import shown

_KEPT_IN = "editions"


def confine_output(output: str | Path, root: Path) -> Path:
    """The output folder below root, links followed; raises OptionsError if it leads out."""
    folder = root / output
    try:
        inside = all(_below(path, root) for path in (folder, folder / _KEPT_IN))
    except ValueError:
        # A NUL in the name.
        inside = False
    if not inside:
        raise OptionsError(
            f"output {shown(output)}: lies outside of {shown(root)}; name a folder below it"
        )
    return folder


def _below(path: Path, root: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
