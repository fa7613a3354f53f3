"""Paths just work: any source, any output, from any folder, under the same names."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from bidigest.publishing.default_output import default_output
from tests.cli.runs import CommandLine


def data(output: Path | str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((Path(output) / "latest/digest.json").read_text("utf-8"))
    return loaded


def names(output: Path | str) -> list[str]:
    return [source["path"] for source in data(output)["sources"]]


@pytest.mark.parametrize(
    ("stands", "source"),
    [
        (".", "港口"),
        ("港口", "."),
        ("press", "../港口"),
        ("press", "../港口/*"),
        ("/", "{home}/港口"),
        ("/", "{home}/./press/../港口/"),
    ],
)
def test_names_are_the_same_from_every_folder(
    bidigest: CommandLine, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    stands: str, source: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(home / stands)
    bidigest.done("build", source.format(home=home), "-o", str(tmp_path / "out"))
    assert names(tmp_path / "out") == ["港口/周一.txt", "港口/周二.md"]
    assert bidigest("verify", str(tmp_path / "out")).code == 0


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (("press/ferry.txt",), ["press/ferry.txt"]),
        (("press/port [draft].txt",), ["press/port [draft].txt"]),
        (("press/port*",), ["press/port [draft].txt"]),
        (("notes/harbour.md", "press/ferry.txt"), ["notes/harbour.md", "press/ferry.txt"]),
        (("notes", "press"), ["notes/harbour.md", "press/ferry.txt", "press/port [draft].txt"]),
    ],
)
def test_names_start_above_the_folder_that_holds_all(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch,
    sources: tuple[str, ...], expected: list[str],
) -> None:  # fmt: skip
    """But not above somebody's home."""
    monkeypatch.chdir(home)
    bidigest.done("build", *sources, "-o", "out")
    assert names("out") == expected
    assert str(home.parent) not in (home / "out/latest/digest.html").read_text(encoding="utf-8")


def test_whoever_has_no_home_builds_as_well(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.chdir(home)
    monkeypatch.setattr(Path, "home", unknown)
    bidigest.done("build", "press", "-o", "out")
    assert names("out") == ["press/ferry.txt", "press/port [draft].txt"]


def test_a_folder_whose_name_looks_like_a_pattern(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = (home / "press").rename(home / "press [2026]")
    monkeypatch.chdir(odd)
    bidigest.done("build", "*.txt", "-o", "out")
    assert len(names("out")) == 2


def test_a_link_to_a_text_elsewhere_is_a_source(
    bidigest: CommandLine, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shared.txt").write_text("A dry dock was sold to a shipyard.\n", encoding="utf-8")
    (home / "press" / "shared.txt").symlink_to(tmp_path / "shared.txt")
    monkeypatch.chdir(home)
    bidigest.done("build", "press", "-o", "out")
    assert len(names("out")) == 3
    assert bidigest("verify", "out").code == 0


@pytest.mark.parametrize("output", ["out", "../elsewhere/out", "{tmp}/far/away/out", "a/../b"])
def test_any_folder_that_can_be_written_is_an_output(
    bidigest: CommandLine, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    monkeypatch.chdir(home)
    output = output.format(tmp=tmp_path)
    first, second, _ = bidigest.done("build", "press", "--output", output).splitlines()
    assert Path(first).name == "digest.md" and Path(second).name == "digest.html"
    assert Path(first).is_file() and Path(second).is_file()
    assert os.path.realpath(first).startswith(os.path.realpath(output))


def test_verify_changes_and_explain_need_nothing_but_the_folder(
    bidigest: CommandLine, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    bidigest.done("build", "press", "-o", "out", "--date", "2026-01-31")
    (home / "press" / "new.txt").write_text("The harbour master resigned on Friday.\n")
    bidigest.done("build", "press", "-o", "out", "--date", "2026-02-07")
    monkeypatch.chdir(tmp_path)
    out = str(home / "out")
    assert "quotations stand" in bidigest.done("verify", out)
    assert "press/new.txt" in bidigest.done("changes", out)
    assert "The harbour master resigned" in bidigest.done("changes", out)
    assert "[The " in bidigest.done("explain", out, "P1")
    older = min((home / "out" / "editions").iterdir())
    assert bidigest.done("changes", str(older), out) == bidigest.done("changes", out)


@pytest.mark.parametrize(
    ("sources", "output"),
    [
        (["press"], "outputs/press"),
        (["."], "outputs/mei"),
        (["press/"], "outputs/press"),
        (["press/ferry.txt"], "outputs/ferry"),
        (["press/*.txt"], "outputs/press"),
        (["press/ferry.txt", "press/port [draft].txt"], "outputs/press"),
        (["press", "notes"], "outputs/mei"),
        (["/"], "outputs/digest"),
    ],
)
def test_an_output_is_named_after_its_sources(home: Path, sources: list[str], output: str) -> None:
    assert default_output(sources, home).as_posix() == output


def test_two_folders_of_one_name_do_not_take_turns(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "other" / "press").mkdir(parents=True)
    (home / "other" / "press" / "x.txt").write_text("A bridge was closed for a month.\n")
    monkeypatch.chdir(home)
    bidigest.done("build", "press")
    refused = bidigest("build", "other/press")
    assert refused.code == 2 and "outputs/press: holds the digest of sources in" in refused.err
    assert names("outputs/press") == ["press/ferry.txt", "press/port [draft].txt"]
    bidigest.done("build", "other/press", "-o", "outputs/press")
    assert names("outputs/press") == ["press/x.txt"]


def test_a_folder_whose_texts_are_all_new_is_still_the_same(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    bidigest.done("build", "press")
    for file in (home / "press").iterdir():
        file.rename(file.with_stem(f"{file.stem} of today"))
    assert bidigest("build", "press").code == 0


def test_what_an_edition_keeps_of_its_sources_is_no_source(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home / "notes")
    bidigest.done("build", "../press")
    assert bidigest("build", "**/*.txt").code == 1
    bidigest.done("build", "**/*", "**/*.md", "-o", "out")
    assert names("out") == ["notes/harbour.md"]


def test_a_text_by_standard_input_can_be_checked_later(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    text = "The port handled five million containers in April.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    bidigest.done("build", "press", "-", "-o", "out")
    assert "out/standard-input.txt" in " ".join(names("out"))
    assert bidigest("verify", "out").code == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    bidigest.done("build", "-")
    assert names("outputs/standard-input") == ["standard-input/standard-input.txt"]


def test_what_is_not_there_is_called_as_it_was_typed(
    bidigest: CommandLine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home / "notes")
    ended = bidigest("build", "../press", "../nowhere", "-o", "out")
    assert ended.code == 1
    assert ended.err.startswith("skipped ../nowhere: there is no such file")
    assert len(names("out")) == 2
    alone = bidigest("build", "../nowhere")
    assert (alone.code, alone.err.count("\n")) == (1, 1)
    assert alone.err.startswith("bidigest: ../nowhere: there is no such file")
