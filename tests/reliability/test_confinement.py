"""Nobody let in: what a run reads and writes stays below its root, whoever names it."""

from __future__ import annotations

import ast
import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from bidigest.cli.commands import main
from bidigest.errors import OptionsError, SourceError
from bidigest.options import Options
from bidigest.pipeline import build
from bidigest.publishing.confinement import (
    JUDGES,
    MODELS,
    confine_models,
    confine_output,
    confined_default_output,
)
from bidigest.publishing.editions import publish
from bidigest.reading import find_sources

PROJECT = Path(__file__).resolve().parents[2]
SECRET = "这是别人不该读到的秘密内容。"
DAY = datetime.date(2026, 1, 31)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "diary.txt").write_text(SECRET, encoding="utf-8")
    root = tmp_path / "project"
    (root / "in").mkdir(parents=True)
    (root / "in" / "a.txt").write_text("试点的失败率是 95%，没有准备好。", encoding="utf-8")
    (root / "way_out").symlink_to("../private")
    return root


@pytest.mark.parametrize(
    "source",
    [
        "/etc/passwd", "/etc/*", "../secret.txt", "../*.txt", "in/../../secret.txt",
        "way_out", "way_out/*.txt", "way_out/diary.txt", "way_out/../secret.txt", "in/../..",
        "*/diary.txt", "/", "..",
    ],
)  # fmt: skip
def test_no_source_outside_is_read(root: Path, source: str) -> None:
    with pytest.raises(SourceError) as refused:
        digest = build([source, "in/a.txt"], Options(date=DAY), root=root)
        assert SECRET not in "".join(document.text for document in digest.documents)
        raise SourceError("skipped", digest.skipped[0].reason, "as it should be")
    assert SECRET not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_whether_a_file_outside_exists_is_not_told(root: Path) -> None:
    reasons = set()
    for source in ("../secret.txt", "../missing.txt", "/etc/passwd", "/etc/no-such-file"):
        with pytest.raises(SourceError) as refused:
            find_sources([source], root=root)
        reasons.add(refused.value.reason)
    assert len(reasons) == 1


def test_links_that_lead_round_in_a_circle_are_not_followed(root: Path) -> None:
    for name in ("one", "two", "three"):
        (root / "in" / name).symlink_to(".")
    assert [path.name for path in find_sources(["**/*.txt"], root=root)] == ["a.txt"]


@pytest.mark.parametrize(
    "output", ["/tmp/elsewhere", "../out", "in/../../out", "way_out", "way_out/out", "a\0b", "/"]
)
def test_no_output_outside_is_accepted_from_a_deployment(root: Path, output: str) -> None:
    with pytest.raises(OptionsError) as refused:
        confine_output(output, root)
    assert "\n" not in str(refused.value) and "name a folder below it" in str(refused.value)


def test_editions_that_lead_out_are_refused(root: Path) -> None:
    (root / "out").mkdir()
    (root / "out" / "editions").symlink_to("../../private")
    with pytest.raises(OptionsError):
        confine_output("out", root)


@pytest.mark.parametrize("output", ["out", "a/b/c", "in/../out", "名字"])
def test_an_output_below_the_root_is_accepted(root: Path, output: str) -> None:
    assert confine_output(output, root) == root / output


def test_a_default_output_tells_nothing_of_what_lies_outside(root: Path) -> None:
    for source in ("/etc/passwd", "/etc", "../secret.txt", "way_out/diary.txt", "/tmp/x\0y"):
        assert confined_default_output([source], root) == "outputs/digest"
    assert confined_default_output(["/etc", "in"], root) == "outputs/in"
    assert confined_default_output(["in/a.txt"], root) == "outputs/a"


@pytest.mark.parametrize(
    "title", ["../../etc/cron.d/x", "/etc/passwd", "a\0b", "..", "CON", "x/" * 90, "‮gpj.exe", "\n#"]
)
def test_a_title_names_no_file(root: Path, title: str) -> None:
    digest = build(["in/a.txt"], Options(title=title, date=DAY), root=root)
    edition = publish(digest, root / "out", root=root)
    assert edition.folder.parent == root / "out" / "editions"
    assert edition.folder.name.startswith("2026-01-31-")
    files = {path.name for path in edition.folder.iterdir()}
    assert files == {"digest.md", "digest.html", "digest.json", "sources"}


def test_with_a_root_the_command_line_reads_nothing_outside_of_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without, it reads what its user can read: tests/cli/test_paths.py."""
    monkeypatch.chdir(root)
    arguments = ["build", "../secret.txt", "way_out/*.txt", "--output", "out", "--root", "."]
    monkeypatch.setattr(sys, "argv", ["bidigest", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("bidigest: ../secret.txt: lies outside of") and "; " in line


FORBIDDEN = {"pickle", "marshal", "shelve", "urllib.request", "http.client", "requests", "ftplib"}


@pytest.mark.parametrize("room", ["bidigest", "tasks"])
def test_nothing_is_imported_that_runs_data_or_downloads(room: str) -> None:
    for file in sorted((PROJECT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in getattr(node, "names", ()) if hasattr(alias, "name")]
            names.append(getattr(node, "module", None) or "")
            assert not FORBIDDEN & set(names), file
            called = getattr(node, "func", None)
            assert getattr(called, "id", "") not in ("eval", "exec", "__import__"), file


@pytest.mark.slow
def test_nothing_is_downloaded(root: Path) -> None:
    """With every socket refused, a digest is built as ever."""
    code = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise SystemExit('a socket was opened')\n"
        "socket.socket.__init__ = socket.create_connection = socket.getaddrinfo = refuse\n"
        "sys.argv = ['bidigest', 'build', 'in', '--output', 'out']\n"
        "from bidigest.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": f"{PROJECT}:{':'.join(sys.path)}", "HOME": str(root)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_the_server_is_told_to_listen_on_this_machine_only() -> None:
    """What it then does: `test_listening.py`."""
    import tomllib

    settings = tomllib.loads((PROJECT / "prefect.toml").read_text(encoding="utf-8"))
    assert settings["server"]["api"]["host"] == "127.0.0.1"
    from flows import serve

    assert serve.HOST == "127.0.0.1"


STRANGE = [
    {"judge_url": "http://attacker.example/v1", "judge_model": "m"},
    {"judge_url": "http://169.254.169.254/latest", "judge_model": "m"},
    {"judge_url": "http://judge.example/v1/../admin", "judge_model": "m"},
    {"embeddings": "attacker/model"},
    {"embeddings": "/etc"},
    {"embeddings": "models/../../private"},
]


@pytest.mark.parametrize("given", STRANGE)
def test_a_run_asks_no_judge_and_loads_no_model_that_its_worker_was_not_told_of(
    given: dict[str, str],
) -> None:
    known = {JUDGES: "http://judge.example/v1", MODELS: "models, some/model"}
    for environment in ({}, known, {JUDGES: ",", MODELS: " "}):
        with pytest.raises(OptionsError, match="not one that this worker knows") as refused:
            confine_models(Options(**given), environment)
        assert "\n" not in str(refused.value)


def test_those_that_the_worker_was_told_of_may_be_used() -> None:
    confine_models(Options(), {})
    known = {JUDGES: "http://a/v1, http://judge.example/v1/", MODELS: "models, some/model"}
    for model in ("models", "some/model"):
        options = Options(judge_url="http://judge.example/v1", judge_model="m", embeddings=model)
        confine_models(options, known)


@pytest.mark.prefect
@pytest.mark.parametrize("given", STRANGE[:4:3])
def test_the_flow_refuses_strangers_before_it_reads(project: Path, given: dict[str, str]) -> None:
    from flows.digest import digest

    state = digest(sources=["seeds"], output="outputs/x", return_state=True, **given)
    assert state.is_failed() and "not one that this worker knows" in str(state.message)
    assert not (project / "outputs").exists()


IMPORTERS = {
    # A file, and the arguments that say what is imported: none that comes from outside.
    "bidigest/__init__.py": {"f'{__name__}.{_HOMES[name]}'"},  # its own modules, from a table
    "bidigest/reading/formats/registry.py": {"self.module"},  # of a table of readers
    "bidigest/embedding/named_model.py": {"'model2vec'", "'sentence_transformers'"},
}


@pytest.mark.parametrize("room", ["bidigest", "tasks", "flows"])
def test_what_is_imported_by_name_is_named_in_the_code(room: str) -> None:
    """No option reaches `import_module` and its like: their arguments are written out."""
    found: dict[str, set[str]] = {}
    for file in sorted((PROJECT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            if called in ("import_module", "from_qualified_name", "find_loader", "load_module"):
                argument = node.args[0]
                name = file.relative_to(PROJECT).as_posix()
                found.setdefault(name, set()).add(ast.unparse(argument))
    assert found == {name: IMPORTERS[name] for name in IMPORTERS if name.startswith(room)}


@pytest.mark.prefect
def test_the_flow_has_no_other_parameters_than_these() -> None:
    """Whoever adds one asks first what it lets a stranger do."""
    from flows.digest import digest

    text = {"title": "printed, escaped", "judge_model": "sent to a known judge"}
    confined = {
        "sources": "below the root", "output": "below the root", "judge_url": "a known one",
        "embeddings": "a known one", "dask_address": "a known one",
        "notify": "the name of a block on the server, of letters, digits and dashes",
    }  # fmt: skip
    bounded = {
        "language", "points", "date", "keep", "runner", "largest_source", "most_sources",
        "most_sentences", "most_embedded", "judge_questions", "pdf_pages", "entries",
        "follow_links",
    }  # fmt: skip
    assert set(digest.parameters.properties) == {*text, *confined, *bounded}


def test_only_a_known_dask_scheduler_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.runners import SCHEDULERS, _refuse_stranger

    with pytest.raises(OptionsError, match="not a scheduler that this worker knows"):
        _refuse_stranger("tcp://attacker.example:8786")
    monkeypatch.setenv(SCHEDULERS, "tcp://10.0.0.5:8786, tcp://10.0.0.6:8786")
    _refuse_stranger("tcp://10.0.0.6:8786")
