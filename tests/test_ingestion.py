"""Readings are kept by content; bytes are taken once; the number of processes shows nowhere."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bidigest import Options, build, ingestion, reading, render
from bidigest.ingestion import Progress, ProgressCallback, Reader, take_all
from bidigest.model import Ingested, Skipped
from bidigest.reading import sources
from bidigest.storage.document_store import DocumentStore

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


def keeping(root: Path) -> Reader:
    return Reader(root, OPTIONS, DocumentStore.below(root / "kept"))


def read_all(
    reader: Reader, on_progress: ProgressCallback | None = None
) -> list[Ingested | Skipped]:
    return ingestion.read_all(take_all(paths(reader.root), reader), reader, on_progress=on_progress)


def test_what_is_kept_is_not_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = keeping(root)
    fresh = read_all(reader)
    monkeypatch.setattr(reading, "read_content", lambda *_: pytest.fail("read again"))
    assert read_all(reader) == fresh


def test_a_changed_source_is_read_again(root: Path) -> None:
    reader = keeping(root)
    read_all(reader)
    (root / "2.md").write_text("现在说的是另一件事情。\n", encoding="utf-8")
    changed = read_all(reader)[2]
    assert isinstance(changed, Ingested)
    assert "另一件" in changed.document.text


def test_damaged_readings_are_made_again(root: Path) -> None:
    reader = keeping(root)
    fresh = read_all(reader)
    for file in (root / "kept/readings").iterdir():
        file.write_bytes(file.read_bytes()[:100])
    assert read_all(reader) == fresh


def test_a_folder_that_cannot_be_written_does_no_harm(root: Path) -> None:
    (root / "kept").write_text("a file")
    read = read_all(keeping(root))
    assert all(isinstance(each, Ingested) for each in read)


def test_several_processes_make_the_same_bytes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingestion, "WORTH_A_PROCESS", 10)
    alone = render(build(["*.md"], OPTIONS, root=root), links=".")
    together = render(build(["*.md"], OPTIONS, root=root, processes=2), links=".")
    assert together == alone


def test_a_sources_bytes_are_read_once_and_hashed_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = {path.read_bytes() for path in paths(root)}
    read, hashed = Counter[str](), Counter[bytes]()
    read_file, sha256 = sources.read_file, hashlib.sha256

    def counted(path: Path, **given: Any) -> bytes:
        read[path.name] += 1
        return read_file(path, **given)

    def hashing(data: bytes = b"", **given: Any) -> Any:
        hashed[bytes(data)] += 1
        return sha256(data, **given)

    monkeypatch.setattr(sources, "read_file", counted)
    monkeypatch.setattr(hashlib, "sha256", hashing)
    build(["*.md"], OPTIONS, root=root, cache_folder=root / "kept")
    assert set(read.values()) == {1} and len(read) == 4
    assert [hashed[each] for each in content] == [1, 1, 1, 1]


def test_beyond_what_can_be_held_bytes_are_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_held = read_all(Reader(root, OPTIONS))
    monkeypatch.setattr(ingestion, "MOST_HELD", 100)
    taken = take_all(paths(root), Reader(root, OPTIONS))
    assert [getattr(each, "data", None) is None for each in taken] == [False, True, True, True]
    assert read_all(Reader(root, OPTIONS)) == all_held


def test_progress_is_told_once_a_source(root: Path) -> None:
    on_progress: list[Progress] = []
    read_all(Reader(root, OPTIONS), on_progress.append)
    assert on_progress == [Progress("reading", number, 4) for number in (1, 2, 3, 4)]
