"""A newcomer's walk: five texts in three formats, a folder of his own, and the commands alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXTS = {
    "周一.txt": "港口在三月处理了四百万个集装箱，比去年多了一成。\n\n码头工人的罢工持续了两周。\n",
    "週二.md": "# 港口\n\n三月份港口處理了400萬個貨櫃，創下紀錄。\n\n罷工使兩個碼頭停工。\n",
    "port.md": "# The port\n\nThe port handled four million containers in March.\n",
    "strike.txt": "Two weeks of strikes closed the terminal, the union said.\n",
    "saved.html": "<!doctype html><html><head><title>Port</title></head><body><article><h1>Port</h1>"
    "<p>The port handled 4 million containers in March, a record for the month.</p>"
    "<p>A strike of two weeks had closed one of its terminals before.</p></article></body></html>",
}  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "my reports"
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        encoding = "gb18030" if name == "周一.txt" else "utf-8"
        (folder / name).write_bytes(text.encode(encoding))
    return folder.parent


def bidigest(home: Path, *arguments: str) -> str:
    """The command in a process of its own, with nothing of this user's."""
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "bidigest.cli", *arguments],
        cwd=home,
        env={**kept, "HOME": str(home), "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_from_five_files_to_a_digest_that_is_followed(home: Path) -> None:
    markdown, html, figures = bidigest(home, "build", "my reports").splitlines()
    assert figures.startswith("5 sources, ")
    assert (home / markdown).is_file() and (home / html).is_file()
    assert "quotations stand" in bidigest(home, "verify", "outputs/my reports")
    assert "P1" in bidigest(home, "explain", "outputs/my reports", "P1")
    subject = bidigest(home, "init", "my reports").splitlines()[0]
    assert subject == "my reports/bidigest.yaml"
    built = json.loads(bidigest(home, "build", subject, "--json"))
    assert not built["new"] and built["skipped"] == []  # it goes on where the first digest lies
    (home / "my reports" / "friday.txt").write_text("The harbour master resigned on Friday.\n")
    bidigest(home, "build", subject, "--quiet")
    said = bidigest(home, "changes", "outputs/my reports")
    assert "my reports/friday.txt" in said and "The harbour master resigned" in said
