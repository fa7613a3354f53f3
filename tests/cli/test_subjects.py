"""A subject that is followed, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.runs import CommandLine


@pytest.fixture(autouse=True)
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)


def digest(output: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(Path(output, "latest/digest.json").read_text("utf-8"))
    return loaded


def test_a_subject_from_nothing_to_its_digest(
    bidigest: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = bidigest.done("init", "press").splitlines()
    assert said == [
        "press/bidigest.yaml",
        "2 sources; next: bidigest build press/bidigest.yaml",
        "the digest will lie in press/outputs/press",
    ]  # fmt: skip
    assert "2 sources" in bidigest.done("build", "press/bidigest.yaml")
    assert bidigest.done("verify", "press/outputs/press")
    monkeypatch.chdir("press")
    assert bidigest.done("build").splitlines()[0] == "outputs/press/latest/digest.md"


def test_a_subject_goes_on_where_its_digest_already_lies(bidigest: CommandLine) -> None:
    assert bidigest.done("build", "press").splitlines()[0] == "outputs/press/latest/digest.md"
    assert bidigest.done("init", "press").splitlines()[-1] == (
        "the digest will lie in outputs/press"
    )
    assert "nothing new" in bidigest.done("build", "press/bidigest.yaml")
    assert not Path("press/outputs").exists()


def test_what_is_asked_for_goes_before_what_the_file_says(bidigest: CommandLine) -> None:
    Path("press/bidigest.yaml").write_text("title: Ports\npoints: 7\noutput: ../out\n")
    bidigest.done("build", "press/bidigest.yaml", "--points", "3")
    made = digest("out")
    assert made["title"] == "Ports" and made["options"]["points"] == 3  # type: ignore[index]


def test_a_folder_with_a_subject_is_that_subject(bidigest: CommandLine) -> None:
    Path("press/bidigest.yaml").write_text("title: Ports\nlanguage: zh-Hans\noutput: ../out\n")
    ended = bidigest("build", "press")
    assert (ended.code, ended.out.splitlines()[0]) == (0, "out/latest/digest.md")
    assert ended.err == "made as press/bidigest.yaml says; the command line goes first\n"
    made = digest("out")
    assert (made["title"], made["language"]) == ("Ports", "zh-Hans")
    assert bidigest("build", "press/bidigest.yaml").err == ""


def test_the_files_in_it_are_only_files(bidigest: CommandLine) -> None:
    Path("press/bidigest.yaml").write_text("title: Ports\n")
    bidigest.done("build", "press/*.txt", "-o", "out")
    assert digest("out")["title"] != "Ports"


def test_the_most_sources_are_those_of_the_file_or_of_the_command_line(
    bidigest: CommandLine,
) -> None:
    Path("press/bidigest.yaml").write_text("most_sources: 1\noutput: ../out\n")
    refused = bidigest("build", "press/bidigest.yaml")
    assert (refused.code, "more than 1" in refused.err) == (1, True)
    bidigest.done("build", "press/bidigest.yaml", "--most-sources", "2")


def test_a_subject_and_its_folder_give_the_same_names(bidigest: CommandLine) -> None:
    bidigest.done("init", "press")
    bidigest.done("build", "press/bidigest.yaml", "-o", "one")
    bidigest.done("build", "press", "-o", "other")
    assert digest("one")["sources"] == digest("other")["sources"]
    assert digest("one")["skipped"] == []


def test_the_date_is_that_of_the_subjects_time_zone(bidigest: CommandLine) -> None:
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Niue"):  # 25 hours apart
        Path("press/bidigest.yaml").write_text(f"timezone: {zone}\noutput: {zone}\n")
        bidigest.done("build", "press/bidigest.yaml")
        days.add(digest(f"press/{zone}")["date"])
    assert len(days) == 2


def test_without_sources_or_a_subject_it_says_what_to_do(bidigest: CommandLine) -> None:
    ended = bidigest("build")
    assert ended.code == 2
    assert ended.err == "bidigest: name sources, or write a bidigest.yaml: bidigest init\n"


def test_a_mistake_in_the_file_is_one_line(bidigest: CommandLine) -> None:
    Path("press/bidigest.yaml").write_text("title: Ports\nponts: 7\n")
    ended = bidigest("build", "press/bidigest.yaml")
    assert (ended.code, ended.err) == (
        2,
        "bidigest: press/bidigest.yaml:2: ponts: there is no such key; did you mean points?\n",
    )


def test_the_schema_is_printed(bidigest: CommandLine) -> None:
    jsonschema.validate({"sources": ["."]}, json.loads(bidigest.done("schema")))
