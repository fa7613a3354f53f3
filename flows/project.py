"""Where the project lies on this machine: prefect.yaml's pull step, so that it names no folder."""

import os
from pathlib import Path

ROOT = "BIDIGEST_ROOT"
"""Environment variable: the folder that a run reads and writes below, from the project's folder."""


def folder() -> Path:
    """Return the project's folder."""
    return Path(__file__).resolve().parent.parent


def enter() -> dict[str, str]:
    """Make the project's folder the working directory, as runs and their paths expect."""
    os.chdir(folder())
    return {"directory": str(folder())}


def run_root() -> Path:
    """Return the folder that a run's paths are relative to, and that it never leaves."""
    return Path.cwd() / os.environ.get(ROOT, "")
