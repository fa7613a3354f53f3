"""`import bidigest`: what other programs call, and what they are told where they call it wrongly."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import bidigest
from bidigest.errors import DigestError, OptionsError

TEXT = "The port handled four million containers in March.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_public_names_are_shown_and_are_there() -> None:
    names = [name for name in dir(bidigest) if not name.startswith("_")]
    assert names == sorted(name for name in bidigest.__all__ if not name.startswith("_"))
    assert {"build", "publish", "verify", "Options", "DigestError"} < set(names)
    assert all(getattr(bidigest, name) is not None for name in dir(bidigest))
    assert all(getattr(bidigest, name).__doc__ for name in names)


def test_the_version() -> None:
    assert bidigest.__version__ == version("bidigest")


def test_looking_at_the_names_loads_nothing() -> None:
    code = (
        "import sys, bidigest; dir(bidigest); print(len([m for m in sys.modules if 'bidig' in m]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def as_text(path: Path) -> str:
    return str(path)


def as_path(path: Path) -> Path:
    return path


@pytest.mark.parametrize("shaped", [as_text, as_path])
def test_paths_are_text_or_paths(folder: Path, shaped: Callable[[Path], Any]) -> None:
    root = shaped(folder)
    digest = bidigest.build([shaped(folder / "in")], root=root)
    edition = bidigest.publish(digest, shaped(folder / "out"), root=root)
    assert bidigest.verify(shaped(folder / "out")).problems == ()
    assert bidigest.verify(edition.folder, root=root).problems == ()
    assert bidigest.find_sources(shaped(folder / "in"), root=root) == [folder / "in" / "a.txt"]
    assert bidigest.read(shaped(folder / "in" / "a.txt"), root=root).path == "in/a.txt"
    bidigest.write(digest, shaped(folder / "straight"), root=root)


def test_the_root_is_where_one_stands_and_the_date_is_today(folder: Path) -> None:
    digest = bidigest.build("in")
    assert digest.date == datetime.date.today().isoformat()
    assert [document.path for document in digest.documents] == ["in/a.txt"]
    bidigest.publish(digest, "out")
    assert bidigest.verify("out").problems == ()
    document = bidigest.read_bytes(TEXT.encode(), "a.txt")
    assert bidigest.merge([document], [bidigest.summarize(document)]).date == digest.date


DOCUMENT = bidigest.read_bytes(TEXT.encode(), "a.txt")
LIBRARY: Any = bidigest
"""As those call it who check no types."""

WRONG: dict[str, Callable[[], object]] = {
    "root: an int is no path": lambda: LIBRARY.build(["in"], root=3),
    "sources: an int will not do": lambda: LIBRARY.build(3),
    "sources: a bytes will not do": lambda: LIBRARY.build(b"in"),
    "sources: none given": lambda: LIBRARY.build([]),
    "sources: None is no path": lambda: LIBRARY.build([None]),
    "options: a dict will not do; give an Options": lambda: LIBRARY.build(["in"], {"points": 3}),
    "digest: a dict will not do; give a Digest": lambda: LIBRARY.publish({}, "out"),
    "output: None is no path": lambda: LIBRARY.publish(LIBRARY.build("in"), None),
    "document: a str will not do; give a Document": lambda: LIBRARY.summarize("a"),
    "documents: a Document will not do; give a list": lambda: LIBRARY.merge(DOCUMENT, []),
    "summaries: 0 for 1 documents": lambda: LIBRARY.merge([DOCUMENT], []),
    "other: an int will not do; give a str": lambda: LIBRARY.similarity("a", 3),
    "data: a str will not do; give a bytes": lambda: LIBRARY.read_bytes("a", "a.txt"),
    "points: 'many' will not do": lambda: LIBRARY.Options(points="many"),
    "pints: there is no such option": lambda: LIBRARY.Options(pints=3),
    "judge_url and judge_model: give both": lambda: LIBRARY.Options(judge_model="m"),
}  # fmt: skip


@pytest.mark.parametrize("said", WRONG)
def test_a_wrong_type_is_an_error_of_ours_in_one_line(folder: Path, said: str) -> None:
    with pytest.raises(OptionsError) as refused:
        WRONG[said]()
    assert said in str(refused.value) and "\n" not in str(refused.value)
    assert isinstance(refused.value, DigestError)
