"""Further evidence in the whole: options, the digest, its pages, and what stays as it was."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bidigest import Options, OptionsError, build, render
from bidigest.cli.commands import main
from bidigest.rendering.reports import note_lines
from tests.rerankers.llm_judge.stub import YES, Stub, knowing, serving, status

HERE = """# One

Prices of rice rose in the north after the flood closed two bridges.

The mayor promised new buses for the suburbs before the winter.
"""
THERE = """# Two

After the river had cut off the roads, people paid more for a bowl of rice.

A museum of clocks has been opened in the old station.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "one.md").write_text(HERE)
    (tmp_path / "two.md").write_text(THERE)
    return tmp_path


def made(root: Path, **options: Any) -> dict[str, str]:
    chosen = Options(date=datetime.date(2026, 1, 1), **options)
    return render(build(["one.md", "two.md"], chosen, root=root), links=".")


def shared(files: dict[str, str]) -> list[list[str]]:
    points = json.loads(files["digest.json"])["points"]
    return [
        sorted(c["quote"][:5] for c in point["citations"])
        for point in points
        if len(point["sources"]) > 1
    ]


def test_what_the_judge_says_the_same_becomes_a_point(root: Path) -> None:
    rice = knowing(lambda one, other: "yes" if "rice" in one and "rice" in other else "no")
    with serving(Stub(rice)) as stub:
        files = made(root, judge_url=stub.url, judge_model="m")
        again = made(root, judge_url=stub.url, judge_model="m")
    assert shared(files) == [["After", "Price"]]
    assert files == again
    data = json.loads(files["digest.json"])
    reason = next(p for p in data["points"] if p["reasons"])["reasons"][0]
    assert reason["score"] == 0.97
    assert "judge" in reason["evidence"]
    assert data["options"]["judge_model"] == "m"
    assert "127.0.0.1" not in files["digest.json"]


def test_a_judge_who_is_not_there_leaves_the_default_digest_and_a_line(root: Path) -> None:
    with serving(Stub(YES, always=status(401))) as stub:
        files = made(root, judge_url=stub.url, judge_model="m", language="en")
    assert shared(files) == shared(made(root))
    (note,) = json.loads(files["digest.json"])["notes"]
    assert (note["kind"], note["detail"]) == ("judge_unreachable", "HTTP 401")
    for page in ("digest.md", "digest.html"):
        assert "The judge could not be asked (HTTP 401)" in files[page]


def test_by_default_there_is_no_trace_of_it(root: Path) -> None:
    files = made(root)
    data = json.loads(files["digest.json"])
    assert "notes" not in data
    assert not [key for key in data["options"] if "judge" in key]


def test_by_default_nothing_of_it_is_loaded() -> None:
    code = (
        "import sys, datetime, pathlib, bidigest\n"
        "bidigest.read_bytes(b'# A\\n\\nOne sentence here.', 'a.md')\n"
        "import bidigest.pipeline\n"
        "print([m for m in ('httpx', 'model2vec', 'sentence_transformers', 'bidigest.rerankers.llm_judge')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "wrong",
    [
        {"judge_url": "http://localhost/v1"},
        {"judge_model": "m"},
        {"judge_url": "localhost", "judge_model": "m"},
        {"judge_url": "file:///etc/passwd", "judge_model": "m"},
        {"judge_url": "http://user:secret@host/v1", "judge_model": "m"},
        {"judge_url": "http://host/v1?key=secret", "judge_model": "m"},
        {"judge_questions": 0},
        {"embeddings": ""},
    ],
)
def test_options_that_make_no_sense_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"judge|embeddings"):
        Options(**wrong)


def test_a_models_folder_is_not_given_away() -> None:
    assert Options(embeddings="/home/someone/models/tiny/").choices["embeddings"] == "tiny"


def test_the_command_line_says_what_could_not_be_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(Stub(YES, always=status(404))) as stub:
        line = ["build", "one.md", "two.md", "--output", "out", "--judge-url", stub.url]
        monkeypatch.setattr(sys, "argv", ["bidigest", *line, "--judge-model", "m"])
        monkeypatch.chdir(root)
        with pytest.raises(SystemExit) as ended:
            main()
    assert ended.value.code == 0
    assert "The judge could not be asked (HTTP 404)" in capsys.readouterr().err


def test_half_a_judge_is_one_line_of_error(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["bidigest", "build", "one.md", "--output", "out", "--judge-model", "m"]
    monkeypatch.setattr(sys, "argv", line)
    monkeypatch.chdir(root)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "give both or none" in error


def test_a_model_that_cannot_be_loaded_is_the_users_to_mend(root: Path) -> None:
    with pytest.raises(OptionsError, match=r"embeddings: .*no such folder"):
        made(root, embeddings=str(root / "no-model"))


def test_a_digest_without_notes_has_no_lines(root: Path) -> None:
    digest = build(["one.md"], Options(date=datetime.date(2026, 1, 1)), root=root)
    assert note_lines(digest) == []
