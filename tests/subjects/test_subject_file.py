"""`bidigest.yaml`: what it means, and what is said where it makes no sense."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from bidigest.errors import OptionsError, SourceError
from bidigest.options import Options
from bidigest.subjects import subject
from bidigest.subjects.cron import cron_problem
from bidigest.subjects.subject_file import SubjectFile, read_subject
from bidigest.subjects.template import start_subject

PROJECT = Path(__file__).resolve().parents[2]
_CASE = re.compile(r"^= (.*)\n((?:(?!>).*\n)*)> (.*)$", re.MULTILINE)
WRONG = _CASE.findall(Path(__file__).with_name("wrong.txt").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("port/a.txt", "port/b.txt", "press/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The port was closed for a week.\n", encoding="utf-8")
    return tmp_path


def written(folder: Path, text: str, name: str = "bidigest.yaml") -> SubjectFile:
    (folder / name).write_text(text, encoding="utf-8")
    return read_subject(folder / name)


def names(file: SubjectFile) -> list[str]:
    located = file.located()
    return [path.resolve().relative_to(located.root).as_posix() for path in located.found.paths]


@pytest.mark.parametrize(("title", "text", "said"), WRONG, ids=[case[0] for case in WRONG])
def test_what_makes_no_sense_is_told_with_line_and_key(
    folder: Path, monkeypatch: pytest.MonkeyPatch, title: str, text: str, said: str
) -> None:
    monkeypatch.chdir(folder)
    (folder / "bidigest.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(OptionsError) as refused:
        read = read_subject(Path("bidigest.yaml"))
        Options(**read.subject.options())
    assert said.strip() in str(refused.value) and "\n" not in str(refused.value)


def test_an_empty_file_means_the_texts_beside_it(folder: Path) -> None:
    file = written(folder / "port", "")
    assert names(file) == ["port/a.txt", "port/b.txt"]
    assert (file.name, file.output) == ("port", folder / "port" / "outputs" / "port")
    assert file.subject.options() == {}


def test_paths_are_relative_to_the_file_wherever_one_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "sources: [., ../press/*.md]\noutput: ../outputs/ports\npoints: 5\nlanguage: en\n"
    monkeypatch.chdir("/")
    file = written(folder / "port", text)
    expected = [f"{folder.name}/{name}" for name in ("port/a.txt", "port/b.txt", "press/c.md")]
    assert names(file) == expected
    assert file.output == folder / "outputs" / "ports"
    assert file.subject.options() == {"points": 5, "language": "en"}


def test_it_may_mean_as_many_sources_as_it_says(folder: Path) -> None:
    sources = "sources: [port, press]\n"
    assert len(written(folder, f"{sources}most_sources: 3\n").located().found.paths) == 3
    with pytest.raises(SourceError, match="2"):
        written(folder, f"{sources}most_sources: 2\n").located()


def test_a_file_with_a_name_of_its_own(folder: Path) -> None:
    assert written(folder, "sources: [port]", "港口 2026.yaml").name == "港口 2026"


def test_a_home_is_understood(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    file = written(folder / "press", "sources: [~/port]\noutput: ~/digests/port\n")
    assert file.output == folder / "digests" / "port"
    assert len(names(file)) == 2


def test_a_home_that_nobody_has_is_a_name_like_any_other(folder: Path) -> None:
    file = written(folder / "port", "sources: [~no-such-user/x]\noutput: ~no-such-user/out\n")
    assert file.output == folder / "port" / "~no-such-user" / "out"
    with pytest.raises(SourceError, match="~no-such-user/x: there is no such file"):
        file.located()


def test_one_is_written_for_a_folder_and_says_what_holds_anyway(folder: Path) -> None:
    file = start_subject(folder / "port")
    assert names(file) == ["port/a.txt", "port/b.txt"]
    assert file.subject.options() == {}
    with pytest.raises(OptionsError, match="is there already"):
        start_subject(folder / "port")
    with pytest.raises(SourceError, match="holds no"):
        start_subject(folder)


def test_every_key_of_a_written_file_can_be_switched_on(folder: Path) -> None:
    text = start_subject(folder / "port").path.read_text(encoding="utf-8")
    switched = re.sub(r"^# (\w+: )", r"\1", text, flags=re.MULTILINE)
    keys = set(yaml.safe_load(switched))
    (folder / "port" / "bidigest.yaml").write_text(switched, encoding="utf-8")
    subject = read_subject(folder / "port" / "bidigest.yaml").subject
    assert keys == {
        "title", "sources", "language", "points", "output", "keep", "schedule", "timezone", "notify",
    }  # fmt: skip
    defaults = Options()
    assert (subject.language, subject.points) == (defaults.language, defaults.points)


def test_the_schema_for_editors_is_what_the_model_says() -> None:
    """Written by `bidigest schema > bidigest/subjects/bidigest.schema.json`."""
    kept = Path(subject.__file__).with_name("bidigest.schema.json").read_text(encoding="utf-8")
    assert kept == subject.schema_text()
    jsonschema.Draft202012Validator.check_schema(json.loads(kept))
    assert all(
        each["description"].endswith(".") for each in json.loads(kept)["properties"].values()
    )


def test_the_seeds_are_a_subject() -> None:
    path = PROJECT / "seeds" / "bidigest.yaml"
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), subject.schema())
    file = read_subject(path)
    assert file.name == "seeds" and file.output == PROJECT / "outputs" / "seeds"
    assert file.located().root == PROJECT
    assert len(file.located().found.paths) == 5 and file.located().found.skipped == ()


@pytest.mark.parametrize(
    "schedule",
    ["0 7 * * *", "*/15 0-23/2 1,15 jan-jun mon-fri", "0 0 31 12 7", "5,10-20/5 * * * SUN"],
)
def test_schedules_that_cron_understands(schedule: str) -> None:
    assert cron_problem(schedule) is None


@pytest.mark.parametrize(
    "schedule",
    ["", "0 7 * *", "60 * * * *", "* * 0 * *", "* * * 13 *", "*/0 * * * *", "1- * * * *", "x * * * *"],
)  # fmt: skip
def test_schedules_that_it_does_not(schedule: str) -> None:
    assert cron_problem(schedule)
