"""The library as others install it: a wheel, in an environment that has nothing else of ours."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "one.md": "# Bridge\n\nEngineers found cracks in 14 of the bridge's 60 piles on Monday.\n",
    "two.md": "# Piles\n\nOn Monday engineers found cracks in 14 of the 60 piles of the bridge.\n",
}


def run(*command: str | Path, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel made of the files that git knows, so that nothing lying about gets into it."""
    folder = tmp_path_factory.mktemp("wheel")
    run(
        "git", "clone", "--quiet", "--depth", "1", f"file://{ROOT}", folder / "clone", folder=folder
    )
    run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--outdir",
        folder,
        folder / "clone",
        folder=folder,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_only_the_library_lands_in_site_packages(wheel: Path) -> None:
    names = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"bidigest"}


@pytest.mark.slow
def test_it_installs_and_digests_without_an_orchestrator(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv", folder=tmp_path)
    python = tmp_path / "venv/bin/python"
    constraints = ROOT / "constraints.txt"
    run(python, "-m", "pip", "install", "-q", "-c", constraints, wheel, folder=tmp_path)
    assert "prefect" not in run(python, "-m", "pip", "list", folder=tmp_path).lower()
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = tmp_path / "venv/bin/bidigest"
    run(command, "build", "one.md", "two.md", "--output", "out", folder=tmp_path)
    assert "2/2" in (tmp_path / "out/latest/digest.md").read_text(encoding="utf-8")
    run(command, "verify", "out", folder=tmp_path)


@pytest.mark.slow
def test_pipx_gives_the_command_to_a_user(wheel: Path, tmp_path: Path) -> None:
    home = {"PIPX_HOME": tmp_path / "pipx", "PIPX_BIN_DIR": tmp_path / "bin"}
    given = [f"{name}={folder}" for name, folder in home.items()]
    constrained = f"--pip-args=--constraint={ROOT / 'constraints.txt'}"
    pipx = ("-m", "pipx", "install", "--quiet", constrained)
    run("env", *given, sys.executable, *pipx, wheel, folder=tmp_path)
    (tmp_path / "bridge.md").write_text(TEXTS["one.md"], encoding="utf-8")
    command = tmp_path / "bin" / "bidigest"
    assert "cracks" in run(command, "summarize", "bridge.md", folder=tmp_path)
