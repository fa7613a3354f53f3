"""What `make` does at installing leaves nothing for the first run to compile or to set up."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running.machine import ROOT

pytestmark = pytest.mark.slow


def python(folder: Path, *arguments: str) -> str:
    """A process with a cache and a Prefect of its own."""
    own = {"XDG_CACHE_HOME": str(folder / "cache"), "PREFECT_HOME": str(folder / "prefect")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_first_run_compiles_nothing(tmp_path: Path) -> None:
    said = python(tmp_path, "-m", "flows.prepare")
    assert said == "compiling dictionaries and making Prefect's database\n"
    assert (tmp_path / "prefect" / "prefect.db").is_file()
    kept = tmp_path / "cache" / "bidigest"
    compiled = {path.name: path.stat().st_mtime_ns for path in kept.iterdir()}
    output = ("--root", str(ROOT), "-o", str(tmp_path / "digest"), "--embeddings", "none")
    python(tmp_path, "-m", "bidigest.cli", "build", str(ROOT / "seeds"), *output)
    after = {path.name: path.stat().st_mtime_ns for path in kept.iterdir() if path.is_file()}
    assert after == compiled
