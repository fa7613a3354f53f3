"""Subjects as deployments: what each run is given, and what its environment says."""

from __future__ import annotations

import datetime
import json
import os
import shutil
from pathlib import Path

import pytest
import yaml

from bidigest.errors import OptionsError
from bidigest.subjects.subject_file import read_subject
from flows.announcement import announcement
from flows.deployments import deployment, environment, parameters, prefect_file, subjects
from flows.project import ROOT

PROJECT = Path(__file__).resolve().parents[2]
TEXT = "The ferry company cut a third of its crossings this winter.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    for name in ("ferries", "ports/deep", "outputs", "inbox", ".hidden"):
        (project / name).mkdir(parents=True)
        (project / name / "a.txt").write_text(TEXT)
        (project / name / "bidigest.yaml").write_text("")
    return project


def test_the_seeds_run_every_morning_and_name_no_folder_of_this_machine() -> None:
    (file,) = subjects([], PROJECT)
    assert deployment(file, PROJECT) == {
        "name": "seeds",
        "description": "The digest of seeds.",
        "tags": ["bidigest", "subject"],
        "entrypoint": "flows/digest.py:digest",
        "work_pool": {
            "name": "bidigest",
            "job_variables": {"env": {"TZ": "Asia/Shanghai"}},
        },
        "schedules": [{"cron": "0 7 * * *", "timezone": "Asia/Shanghai", "slug": "schedule"}],
        "concurrency_limit": {"limit": 1, "collision_strategy": "ENQUEUE"},
        "parameters": {"sources": ["seeds"], "output": "outputs/seeds", "keep": 10},
    }


def test_subjects_are_found_where_nobody_else_may_put_files(project: Path) -> None:
    assert [file.name for file in subjects([], project)] == ["ferries"]
    (project / "bidigest.yaml").write_text("sources: [ferries]")
    assert [file.name for file in subjects([], project)] == ["project", "ferries"]


def test_a_folder_stands_for_the_file_in_it(project: Path) -> None:
    assert [file.name for file in subjects([project / "ports/deep"], project)] == ["deep"]


@pytest.mark.parametrize(
    ("place", "root"), [("ferries", None), ("ports/deep", "ports"), ("../ferries", "{above}")]
)
def test_a_run_stays_below_the_folder_of_its_subject(
    project: Path, place: str, root: str | None
) -> None:
    folder = project / place
    folder.mkdir(exist_ok=True)
    (folder / "a.txt").write_text(TEXT)
    (folder / "bidigest.yaml").write_text("points: 5\ntitle: Ferries\n")
    file = read_subject(folder / "bidigest.yaml")
    expected = {} if root is None else {ROOT: root.format(above=project.parent)}
    assert environment(file, project) == expected
    name = Path(place).name
    assert parameters(file) == {
        "sources": [name], "output": f"{name}/outputs/{name}", "keep": 10,
        "points": 5, "title": "Ferries",
    }  # fmt: skip


def test_a_model_and_a_judge_that_the_subject_names_may_be_used(project: Path) -> None:
    text = "model: some/model\njudge_url: http://judge.example/v1\njudge_model: m\n"
    (project / "ferries/bidigest.yaml").write_text(text)
    (file,) = subjects([], project)
    assert environment(file, project) == {
        "BIDIGEST_MODELS": "some/model", "BIDIGEST_JUDGES": "http://judge.example/v1",
    }  # fmt: skip
    assert parameters(file)["embeddings"] == "some/model"


def test_the_hosts_that_the_subject_names_may_be_asked(project: Path) -> None:
    outline = '<opml><body><outline xmlUrl="https://press.example/rss"/></body></opml>'
    (project / "ferries/feeds.opml").write_text(outline)
    text = "sources: [https://Port.example/feed.xml, feeds.opml]\nentries: 5\n"
    (project / "ferries/bidigest.yaml").write_text(text)
    (file,) = subjects([], project)
    assert environment(file, project)["BIDIGEST_FETCH"] == "port.example,press.example"
    given = parameters(file)
    assert given["entries"] == 5
    assert given["sources"][0] == "https://Port.example/feed.xml"


def test_without_a_time_zone_a_schedule_is_in_that_of_the_machine(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/Lima")
    (project / "ferries/bidigest.yaml").write_text('schedule: "0 7 * * *"')
    (file,) = subjects([], project)
    (schedule,) = deployment(file, project)["schedules"]
    assert schedule["timezone"] == "America/Lima"
    assert environment(file, project) == {}


def test_what_is_deployed_is_prefect_yaml_and_the_subjects(project: Path) -> None:
    text = (PROJECT / "prefect.yaml").read_text(encoding="utf-8")
    made = yaml.safe_load(prefect_file(text, subjects([], project), project))
    assert [each["name"] for each in made["deployments"]] == ["on-demand", "arrived", "ferries"]
    assert str(project) not in json.dumps(made)


@pytest.mark.parametrize("name", ["on-demand", "arrived"])
def test_a_subject_may_not_take_the_name_of_another_deployment(project: Path, name: str) -> None:
    (project / "ferries").rename(project / name)
    text = (PROJECT / "prefect.yaml").read_text(encoding="utf-8")
    with pytest.raises(OptionsError, match="rename the subject"):
        prefect_file(text, subjects([], project), project)


def test_a_name_in_any_script_is_one_that_a_command_line_takes(project: Path) -> None:
    (project / "ferries").rename(project / "港口 2026")
    (file,) = subjects([], project)
    assert deployment(file, project)["name"] == "gang-kou-2026"
    assert parameters(file)["output"] == "港口 2026/outputs/港口 2026"


def test_two_subjects_of_one_name_are_refused(project: Path) -> None:
    shutil.copytree(project / "ferries", project / "ports" / "ferries")
    with pytest.raises(OptionsError, match="is called ferries, as"):
        subjects([project / "ferries", project / "ports" / "ferries"], project)


@pytest.mark.prefect
def test_the_flow_stays_below_the_root_that_its_environment_names(
    prefect: None, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.digest import digest

    day = datetime.date(2026, 1, 31)
    monkeypatch.chdir(project)
    file = read_subject(Path("ports/deep/bidigest.yaml"))
    for name, value in environment(file, project).items():
        monkeypatch.setenv(name, value)
    state = digest(**parameters(file), date=day, return_state=True)
    assert state.is_completed(), state.message
    latest = project / "ports/deep/outputs/deep/latest/digest.json"
    data = json.loads(latest.read_text(encoding="utf-8"))
    assert [source["path"] for source in data["sources"]] == ["deep/a.txt"]
    for given in ({"sources": ["../ferries"]}, {"output": "../ferries/out"}):
        refused = digest(**{**parameters(file), **given}, date=day, return_state=True)
        assert refused.is_failed() and "lies outside of" in str(refused.message)
    assert not os.path.lexists(project / "ferries" / "out")


def announced(project: Path, port: int = 4200) -> list[str]:
    files = subjects([project / "ferries"], project)
    now = datetime.datetime(2026, 3, 28, 6, 30, tzinfo=datetime.UTC)
    inbox = project / "inbox"
    return list(announcement(files, now, host="127.0.0.1", port=port, inbox=inbox))


def test_it_is_said_when_a_subject_runs_and_how_to_run_it_now(project: Path) -> None:
    (project / "ferries/bidigest.yaml").write_text(
        'title: Ferries of the bay\nschedule: "0 7 * * *"\ntimezone: Europe/Berlin\n'
    )
    said = announced(project)
    assert said[0].startswith("ferries, “Ferries of the bay” (")
    # 7:30 there by now; in the night to come clocks are put forward.
    assert said[1] == "  runs  next on Sunday, 29 March 2026 at 07:00, time of Europe/Berlin"
    assert said[2].endswith("prefect deployment run digest/ferries --watch")
    assert said[3].startswith("  page  http://127.0.0.1:4201/")
    assert said[3].endswith("/ferries/outputs/ferries/latest/digest.html (after the first run)")
    assert any("inbox/NAME" in line and "outputs/NAME" in line for line in said)


def test_a_server_at_another_port_is_named_in_the_command(project: Path) -> None:
    assert "PREFECT_API_URL=http://127.0.0.1:4300/api " in announced(project, 4300)[2]
    assert announced(project, 4300)[1] == (
        "  runs  only when asked: there is no schedule in its file"
    )
