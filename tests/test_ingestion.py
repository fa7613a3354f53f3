"""Readings are kept by content, and the number of processes shows nowhere."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bidigest import Options, build, ingestion, reading, render
from bidigest.ingestion import Reader, read_all
from bidigest.model import Ingested

OPTIONS = Options(date=datetime.date(2026, 1, 31))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for number in range(4):
        text = (
            f"# 报告{number}\n\n第{number}家公司投入了{number + 3}亿美元。大约 95% 的试点失败了。\n"
        )
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    return tmp_path


def paths(root: Path) -> list[Path]:
    return sorted(root.glob("*.md"))


def test_what_is_kept_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(root, OPTIONS, root / "kept")
    fresh = read_all(paths(root), reader)
    monkeypatch.setattr(reading, "read_bytes", lambda *_: pytest.fail("read again"))
    assert read_all(paths(root), reader) == fresh


def test_a_changed_source_is_read_again(root: Path) -> None:
    reader = Reader(root, OPTIONS, root / "kept")
    read_all(paths(root), reader)
    (root / "2.md").write_text("现在说的是另一件事情。\n", encoding="utf-8")
    changed = read_all(paths(root), reader)[2]
    assert isinstance(changed, Ingested)
    assert "另一件" in changed.document.text


def test_damaged_readings_are_made_again(root: Path) -> None:
    reader = Reader(root, OPTIONS, root / "kept")
    fresh = read_all(paths(root), reader)
    for file in (root / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:100])
    assert read_all(paths(root), reader) == fresh


def test_a_folder_that_cannot_be_written_does_no_harm(root: Path) -> None:
    (root / "kept").write_text("a file")
    read = read_all(paths(root), Reader(root, OPTIONS, root / "kept"))
    assert all(isinstance(each, Ingested) for each in read)


def test_so_many_readings_are_kept_and_no_more(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingestion, "MOST_KEPT", 2)
    read_all(paths(root), Reader(root, OPTIONS, root / "kept"))
    assert len(list((root / "kept").iterdir())) == 2


def test_several_processes_make_the_same_bytes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingestion, "WORTH_A_PROCESS", 10)
    alone = render(build(["*.md"], OPTIONS, root=root), links=".")
    together = render(build(["*.md"], OPTIONS, root=root, processes=2), links=".")
    assert together == alone


def test_progress_is_told_once_a_source(root: Path) -> None:
    told: list[tuple[int, int]] = []
    read_all(paths(root), Reader(root, OPTIONS), told=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
