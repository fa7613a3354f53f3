"""The command line, with a cache folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runs import CommandLine


@pytest.fixture
def bidigest(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """`bidigest(*arguments)`."""
    return CommandLine(monkeypatch, capsys)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's home with texts in three folders, far from the project."""
    home = tmp_path / "home" / "mei"
    texts = {
        "港口/周一.txt": "港口在三月处理了四百万个集装箱。\n\n码头工人的罢工持续了两周。\n",
        "港口/周二.md": "# 港口\n\n三月份港口处理了400万个集装箱，创下纪录。\n",
        "press/ferry.txt": "The ferry company cut a third of its crossings this winter.\n",
        "press/port [draft].txt": "The port handled four million containers in March.\n",
        "notes/harbour.md": "Two weeks of strikes closed the terminal.\n",
    }
    for name, text in texts.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    return home
