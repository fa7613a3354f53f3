from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bidigest.cli.commands import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str, str]:
    monkeypatch.setattr("sys.argv", ["bidigest", *arguments])
    try:
        main()
        code = 0
    except SystemExit as stop:
        code = int(stop.code or 0)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_build_then_verify_then_explain(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build = ("build", "seeds", "--output", "out", "--date", "2026-01-31", "--points", "5")
    code, out, _ = run(monkeypatch, capsys, *build)
    assert (code, out.count("6 shown")) == (0, 1)
    assert json.loads(Path("out/latest/digest.json").read_text())["date"] == "2026-01-31"
    assert run(monkeypatch, capsys, "verify", "out")[0] == 0
    assert "P1" in run(monkeypatch, capsys, "explain", "out", "P1")[1]
    code, out, _ = run(monkeypatch, capsys, *build)
    assert "nothing new" in out
    source = min(Path("seeds").glob("*.txt"))
    source.write_text(source.read_text().replace("工业革命", "工业变革"), encoding="utf-8")
    code, out, _ = run(monkeypatch, capsys, "verify", "out")
    assert (code, source.name in out.splitlines()[0]) == (0, True)
    kept = Path("out/latest/sources") / source
    kept.write_text(source.read_text(), encoding="utf-8")
    code, out, _ = run(monkeypatch, capsys, "verify", "out")
    assert (code, source.name in out) == (1, True)


def test_summarize_gives_sentences_in_the_order_of_the_text(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = min(Path("seeds").glob("003*")).as_posix()
    code, out, _ = run(monkeypatch, capsys, "summarize", path, "--sentences", "4", "--json")
    found = json.loads(out)
    text = Path(path).read_text(encoding="utf-8")
    starts = [sentence["start"] for sentence in found["sentences"]]
    assert (code, len(starts), starts) == (0, 4, sorted(starts))
    assert all(text[s["start"] : s["end"]] == s["quote"] for s in found["sentences"])


def test_summarize_within_a_number_of_characters(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = min(Path("seeds").glob("000*")).as_posix()
    _, out, _ = run(monkeypatch, capsys, "summarize", path, "--characters", "120")
    assert 0 < len(out.replace("\n", "")) <= 120


def test_an_argument_that_names_nothing_is_a_line_and_the_rest_is_digested(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty").mkdir()
    build = ("build", "seeds", "empty", "--output", "out", "--date", "2026-01-31")
    code, out, err = run(monkeypatch, capsys, *build)
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith("skipped empty: the folder holds no ")
    assert "5 sources" in out
    skipped = json.loads(Path("out/latest/digest.json").read_text(encoding="utf-8"))["skipped"]
    assert [each["path"] for each in skipped] == ["empty"]
    assert run(monkeypatch, capsys, *build)[0] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("build", "nowhere", "--output", "out"), 1, "nowhere"),
        (("build", "seeds", "--output", "out", "--points", "0"), 2, "--points"),
        (("build", "seeds", "--output", "out", "--date", "yesterday"), 2, "--date"),
        (("build", "seeds", "--output", "out", "--language", "fr"), 2, "--language"),
        (
            ("build", "seeds", "--output", "out", "--judge-url", "http://localhost:1/v1"),
            2,
            "bidigest: --judge-url and --judge-model: give both or none\n",
        ),
        (("verify", "nowhere"), 1, "nowhere"),
        (("summarize", "nowhere.txt"), 1, "nowhere.txt"),
        (("build", "ftp://example.org/report"), 1, "is not fetched"),
        (("build", "seeds", "--output", "seeds/README.md"), 1, "seeds/README.md"),
        (("changes", "nowhere"), 1, "nowhere"),
    ],
)
def test_a_mistake_is_told_without_a_traceback(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    found, _, error = run(monkeypatch, capsys, *arguments)
    assert found == code
    assert said in error
    assert "Traceback" not in error
    if "bidigest:" in error:
        assert error.count("\n") == 1
