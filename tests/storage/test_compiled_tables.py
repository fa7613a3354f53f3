"""Compiled tables come from the cache folder where they can, and from memory where they cannot."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bidigest.storage.compiled_tables import Tables
from bidigest.text.vocabulary import Vocabulary

ASKED = "SELECT said FROM words WHERE word = ?"


def compiled(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE words (word TEXT PRIMARY KEY, said TEXT)")
    rows = [(str(number), f"said {number}" * 20) for number in range(2000)]
    connection.executemany("INSERT INTO words VALUES (?, ?)", rows)


def never(_: sqlite3.Connection) -> None:
    pytest.fail("compiled again")


def answer(tables: Tables) -> object:
    row = tables.row(ASKED, "1234")
    return row and row[0]


EXPECTED = "said 1234" * 20


def test_what_has_been_compiled_is_opened(tmp_path: Path) -> None:
    assert answer(Tables(tmp_path / "a" / "words", compiled)) == EXPECTED
    assert answer(Tables(tmp_path / "a" / "words", never)) == EXPECTED
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["words"]


@pytest.mark.parametrize("left", [0, 50, 5000])
def test_a_torn_file_is_made_again(tmp_path: Path, left: int) -> None:
    file = tmp_path / "words"
    Tables(file, compiled)
    whole = file.read_bytes()
    file.write_bytes(whole[:left])
    assert answer(Tables(file, compiled)) == EXPECTED
    assert file.read_bytes() == whole


def test_a_damaged_file_is_noticed_when_it_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "words"
    Tables(file, compiled)
    file.write_bytes(file.read_bytes()[:4096] + b"\xff" * (file.stat().st_size - 4096))
    assert answer(Tables(file, compiled)) == EXPECTED
    assert not file.exists()


def test_without_a_folder_to_write_to_all_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert answer(Tables(tmp_path / "file" / "words", compiled)) == EXPECTED


def test_runs_that_race_do_no_harm(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: Tables(tmp_path / "words", compiled), range(16)))
    assert {answer(tables) for tables in opened} == {EXPECTED}
    assert [path.name for path in tmp_path.iterdir()] == ["words"]


@pytest.mark.slow
def test_two_processes_that_compile_the_vocabulary_at_once(tmp_path: Path) -> None:
    ask = "from bidigest.text.vocabulary import vocabulary; print(dict(vocabulary().stems('企业')))"
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", ask]
    runs = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [run.communicate(timeout=200)[0] for run in runs]
    assert said[0] == said[1] and "enterpris" in said[0]
    assert [run.returncode for run in runs] == [0, 0]
    folder = tmp_path / "bidigest"
    assert [file.suffix for file in folder.glob("vocabulary*")] == [".sqlite"]
    assert dict(Vocabulary(Tables(next(folder.glob("vocabulary*")), never)).stems("企业"))
