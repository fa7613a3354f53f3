"""What people expect of any command line: versions, short options, quiet, JSON, examples."""

from __future__ import annotations

import io
import json
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.runs import CommandLine

COMMANDS = ["build", "init", "schema", "summarize", "verify", "changes", "explain", "export"]


@pytest.fixture(autouse=True)
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)


def test_the_version(bidigest: CommandLine) -> None:
    assert bidigest.done("--version") == f"bidigest {version('bidigest')}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_examples_that_the_command_takes(bidigest: CommandLine, command: str) -> None:
    said = bidigest.done(command, "--help")
    assert said == bidigest.done(command, "-h")
    assert f"bidigest {command} " in said.split("Examples:")[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_complete(
    bidigest: CommandLine, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setenv("_BIDIGEST_COMPLETE", f"source_{shell}")
    assert "_BIDIGEST_COMPLETE=complete_" in bidigest("").out


def test_quiet_says_nothing_where_all_is_well(bidigest: CommandLine) -> None:
    assert bidigest.done("build", "press", "-o", "out", "--quiet") == ""
    assert bidigest.done("verify", "out", "-q") == ""


def test_json_for_scripts(bidigest: CommandLine) -> None:
    (Path("press") / "table.xlsx").write_bytes(b"PK")
    ended = bidigest("build", "press", "-o", "out", "--json")
    built = json.loads(ended.out)
    assert built["new"] is True and Path(built["markdown"]).is_file()
    assert Path(built["html"]).is_file() and Path(built["json"]).is_file()
    assert [each["path"] for each in built["skipped"]] == ["press/table.xlsx"]
    assert ended.err == ""
    assert json.loads(bidigest("build", "press", "-o", "out", "--json").out)["new"] is False
    assert json.loads(bidigest.done("verify", "out", "--json"))["problems"] == []
    assert json.loads(bidigest.done("changes", "out", "--json"))["since"] is None


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", 1),
        ("damaged.docx", bytes((n * 167 + n // 7) % 256 for n in range(2000)), 1),
        ("table.xlsx", b"PK", 0),
        ("~$ferry.docx", b"\x05Maria\0", 0),
        ("ferry (1).txt", None, 0),
    ],
    ids=["empty", "damaged", "of no kind that is read", "a lock of Word's", "a copy"],
)
def test_what_cannot_be_read_in_a_folder_is_told_by_the_exit_code(
    bidigest: CommandLine, name: str, content: bytes | None, code: int
) -> None:
    copied = Path("press/ferry.txt").read_bytes()
    (Path("press") / name).write_bytes(copied if content is None else content)
    ended = bidigest("build", "press", "-o", "out", "--editions")
    assert ended.code == code
    assert (name in ended.err) == (name != "~$ferry.docx")
    assert bidigest("build", "press", "-o", "out").code == code


def test_open_shows_the_page(bidigest: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def opened(page: str) -> bool:
        shown.append(page)
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    bidigest.done("build", "press", "--open")
    assert shown == [(Path.cwd() / "outputs/press/latest/digest.html").as_uri()]


def test_without_a_browser_it_says_where_the_page_is(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    ended = bidigest("build", "press", "--open")
    page = (home / "outputs/press/latest/digest.html").as_uri()
    assert (ended.code, ended.err) == (
        0,
        f"no browser could be opened here; the page is {page}\n",
    )


def test_summaries_of_several_sources(bidigest: CommandLine, home: Path) -> None:
    said = bidigest.done("summarize", "press/ferry.txt", "notes/harbour.md").splitlines()
    assert [line for line in said if line.startswith("== ")] == [
        "== notes/harbour.md", "== press/ferry.txt",
    ]  # fmt: skip
    lines = bidigest.done("summarize", "press", "--json").splitlines()
    assert [json.loads(line)["path"] for line in lines] == [
        "press/ferry.txt", "press/port [draft].txt",
    ]  # fmt: skip


def test_a_summary_of_standard_input(
    bidigest: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "港口在三月处理了四百万个集装箱。"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("gb18030"))))
    assert bidigest.done("summarize", "-") == f"{text}\n"


def test_a_source_that_cannot_be_summarized_leaves_the_others(bidigest: CommandLine) -> None:
    Path("empty.txt").write_text("")
    ended = bidigest("summarize", "empty.txt", "press/ferry.txt")
    assert ended.code == 1 and "empty.txt" in ended.err and "The ferry company" in ended.out


def test_exports_go_to_a_file_or_on(bidigest: CommandLine) -> None:
    bidigest.done("build", "press", "-o", "out")
    assert "The ferry company" in bidigest.done("export", "out")
    assert json.loads(bidigest.done("export", "out", "-f", "csl-json"))[0]["id"] == "S1"
    assert bidigest.done("export", "out", "--format", "csv", "-o", "points.csv") == ""
    assert Path("points.csv").read_text("utf-8-sig").startswith("point,shown,statement")
    assert bidigest("export", "out", "-f", "docx").code == 2
    assert bidigest("export", "out", "-o", "no/such/folder.txt").code == 2
