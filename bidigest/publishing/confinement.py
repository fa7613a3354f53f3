"""Keeping what a run writes below its root, and whom it asks among those its operator knows."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from bidigest.errors import OptionsError
from bidigest.options import Options
from bidigest.publishing.default_output import default_output
from bidigest.reading.source_filters import EDITIONS
from bidigest.reading.sources import shown

JUDGES = "BIDIGEST_JUDGES"
"""Environment variable: addresses of judges that a deployment's runs may ask, by commas."""

MODELS = "BIDIGEST_MODELS"
"""Environment variable: folders or names of sentence models that they may load, by commas."""


def confine_output(output: str | Path, root: Path) -> Path:
    """Return the output folder below `root`, links followed.

    Raises:
        OptionsError: it leads out of the root.
    """
    folder = root / output
    if not all(_lies_below(path, root) for path in (folder, folder / EDITIONS)):
        raise OptionsError(
            f"output {shown(output)}: lies outside of {shown(root)}; name a folder below it"
        )
    return folder


def confined_default_output(sources: Sequence[str], root: Path) -> str:
    """Name the output folder after the sources that lie below `root`.

    Its name tells nothing of what else there is on this machine.
    """
    inside = [source for source in sources if _lies_below(root / source, root)]
    return default_output(inside, root).as_posix()


def _lies_below(path: Path, root: Path) -> bool:
    try:
        return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    except ValueError:
        # A NUL in the name.
        return False


def confine_models(options: Options, environment: Mapping[str, str]) -> None:
    """Refuse a judge or a sentence model that the operator's environment does not name.

    What the sources say goes to a judge, with the operator's key; a model's files are loaded, or
    downloaded. Whoever may start a run may not thereby choose either.

    Raises:
        OptionsError: it is not named there.
    """
    model = options.embeddings if options.names_a_model else None
    wanted = (("judge_url", options.judge_url, JUDGES), ("embeddings", model, MODELS))
    for name, value, variable in wanted:
        if value is not None and value.rstrip("/") not in _named(environment.get(variable, "")):
            raise OptionsError(
                f"{name} {value}: not one that this worker knows; "
                f"add it to {variable} in the worker's environment"
            )


def _named(variable: str) -> set[str]:
    return {each.strip().rstrip("/") for each in variable.split(",") if each.strip()}
