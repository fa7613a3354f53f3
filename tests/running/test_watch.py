"""When a file counts as arrived, and what is remembered."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from flows import watch


def test_a_file_arrives_once_it_has_stopped_growing() -> None:
    known = {"in/a/old.txt": (1, 1)}
    growing = {**known, "in/a/new.txt": (2, 10)}
    grown = {**known, "in/a/new.txt": (3, 20)}
    assert watch.arrived(known, known, growing) == []
    assert watch.arrived(known, growing, grown) == []
    assert watch.arrived(known, grown, grown) == ["in/a/new.txt"]
    assert watch.arrived(grown, grown, grown) == []


def test_a_changed_file_arrives_again() -> None:
    assert watch.arrived({"in/a.txt": (1, 5)}, {"in/a.txt": (2, 5)}, {"in/a.txt": (2, 5)})


def test_hidden_and_unfinished_files_are_not_looked_at(tmp_path: Path) -> None:
    for name in (".hidden", "half.part", "draft~", "whole.txt"):
        (tmp_path / name).write_text("x")
    assert list(watch.look(tmp_path)) == [(tmp_path / "whole.txt").as_posix()]


def test_the_event_names_the_folder_and_where_its_digest_goes() -> None:
    event = watch.event("inbox/topic", ["inbox/topic/a.txt"])
    assert event.event == "source.arrived"
    assert event.resource.id == "bidigest.folder.inbox/topic"
    assert event.payload == {
        "folder": "inbox/topic",
        "output": "outputs/topic",
        "files": ["inbox/topic/a.txt"],
    }


@pytest.mark.parametrize("damage", ["", '{"in/a.txt": [1', '{"in/a.txt": 1}', "[]"])
def test_what_is_remembered_may_be_damaged(tmp_path: Path, damage: str) -> None:
    (tmp_path / "memory.json").write_text(damage)
    assert watch.recall(tmp_path / "memory.json") == {}


def test_while_no_server_answers_what_arrived_is_kept_and_told_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x")
    stop, tries = threading.Event(), []

    def tell(files: list[str]) -> bool:
        tries.append(files)
        if len(tries) == 3:
            stop.set()
        return len(tries) > 1

    monkeypatch.setattr(watch, "tell", tell)
    late = threading.Timer(0.3, lambda: (tmp_path / "in" / "b.txt").write_text("y"))
    late.start()
    watch.watch(tmp_path / "in", tmp_path / "memory.json", 0.01, stop)
    names = [[Path(file).name for file in files] for files in tries]
    assert names == [["a.txt"], ["a.txt"], ["b.txt"]]
    assert {Path(path).name for path in watch.recall(tmp_path / "memory.json")} == {
        "a.txt",
        "b.txt",
    }
