"""Where the project lies on this machine: prefect.yaml's pull step, so that it names no folder."""

import os
from pathlib import Path


def enter() -> dict[str, str]:
    """Make the project's folder the working directory, as runs and their paths expect."""
    folder = Path(__file__).resolve().parent.parent
    os.chdir(folder)
    return {"directory": str(folder)}
