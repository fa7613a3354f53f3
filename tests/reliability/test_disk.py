"""A full disk and a read-only folder: one line, and the last edition stays."""

from __future__ import annotations

import datetime
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bidigest.checking.verification import verify
from bidigest.model import Digest
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing.editions import publish

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]


def digest(root: Path, *sources: str) -> Digest:
    return build(sources, Options(date=datetime.date(2026, 1, 31)), root=root)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for number in (1, 2):
        said = "".join(f"第{n}句话在第{number}份报告里这样说。" for n in range(200))
        (tmp_path / f"{number}.txt").write_text(said, encoding="utf-8")
    return tmp_path


@pytest.fixture
def disk(root: Path) -> Iterator[Path]:
    """A small disk of its own for the output."""
    folder = root / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def refused(root: Path, output: Path, before: int | None = None) -> str:
    """The one line of a run that cannot write."""
    done = subprocess.run(
        [sys.executable, "-m", "bidigest.cli", "build", "1.txt", "2.txt", "--output", str(output)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{os.environ.get('PYTHONPATH', '')}"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_small_files if before else None,
    )
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert str(output) in line and "; " in line
    return line


def _small_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def stands(root: Path, output: Path, name: str) -> None:
    assert (output / "latest").readlink().name == name
    assert verify(output, root=root).problems == ()
    assert not list(output.rglob(".unfinished-*"))


def test_a_full_disk(root: Path, disk: Path) -> None:
    output = disk / "out"
    first = publish(digest(root, "1.txt"), output, root=root)
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as stream:
        while True:
            try:
                stream.write(b"x" * 4096)
            except OSError:
                break
    assert "No space left" in refused(root, output)
    stands(root, output, first.name)
    filler.unlink()
    assert publish(digest(root, "1.txt", "2.txt"), output, root=root).new


def test_a_read_only_folder(root: Path, disk: Path) -> None:
    output = disk / "out"
    first = publish(digest(root, "1.txt"), output, root=root)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert "Read-only file system" in refused(root, output)
    stands(root, output, first.name)


def test_a_file_that_may_not_grow(root: Path) -> None:
    output = root / "out"
    first = publish(digest(root, "1.txt"), output, root=root)
    assert "File too large" in refused(root, output, before=1)
    stands(root, output, first.name)


def test_an_output_that_is_a_file(root: Path) -> None:
    (root / "out").write_text("not a folder", encoding="utf-8")
    refused(root, root / "out")
