"""Everything against a real server, work pool and worker, started as `make serve` does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from flows.serve import port_is_free
from tests.running.machine import Machine, running, until

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

SERVED = """
from flows.digest import digest
if __name__ == "__main__":
    digest.serve(name="served", parameters={"output": "outputs/served"})
"""


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    with running(tmp_path_factory.mktemp("machine") / "project") as machine:
        yield machine


def test_without_a_server_a_run_starts_one_for_itself(tmp_path: Path) -> None:
    alone = Machine(tmp_path / "project")
    done = alone.python("-m", "flows", "seeds/000_b3e39f8275200d64.txt")
    assert done.returncode == 0, done.stderr
    assert latest(alone, "000_b3e39f8275200d64").is_symlink()
    told = [line for line in done.stdout.splitlines() if "|" not in line]
    assert told[0].startswith("no server answers at http://127.0.0.1:")
    assert told[1:3] == [
        "loading dictionaries, compiled the first time",
        "waiting for the server",
    ]
    assert any(line.startswith("The digest: outputs/") for line in told)


def test_where_there_is_a_server_a_run_by_hand_is_on_it(machine: Machine) -> None:
    done = machine.python("-m", "flows", "seeds", "--output", "outputs/by-hand")
    assert done.returncode == 0, done.stderr
    runs = machine.ask("/flow_runs/filter", flow_runs={"name": {"like_": "by-hand"}})
    assert [run["state_name"] for run in runs] == ["Completed"]


def latest(machine: Machine, name: str) -> Path:
    return machine.folder / "outputs" / name / "latest"


def test_on_demand_with_a_parameter(machine: Machine) -> None:
    done = machine.prefect("deployment", "run", "digest/seeds", "--param", "points=10", "--watch")
    assert done.returncode == 0, done.stdout + machine.log
    data = json.loads((latest(machine, "seeds") / "digest.json").read_text(encoding="utf-8"))
    assert data["options"]["points"] == 10
    assert len(data["sources"]) == 5


def test_a_second_run_is_taken_from_what_is_kept(machine: Machine) -> None:
    before = latest(machine, "seeds").readlink()
    done = machine.prefect("deployment", "run", "digest/seeds", "--param", "points=10", "--watch")
    assert done.returncode == 0
    run = machine.runs("seeds")[-1]
    tasks = machine.ask("/task_runs/filter", flow_runs={"id": {"any_": [run["id"]]}})
    states = [each["state_name"] for each in tasks if each["name"].startswith("seeds/")]
    assert states == ["Cached"] * 5
    assert latest(machine, "seeds").readlink() == before


@pytest.mark.parametrize(
    ("parameter", "complaint"),
    [("points=0", "field 'points'"), ("language=fr", "field 'language'"), ("pints=1", "'pints'")],
)
def test_a_wrong_parameter_is_refused_before_a_run_exists(
    machine: Machine, parameter: str, complaint: str
) -> None:
    before = len(machine.runs("seeds"))
    done = machine.prefect("deployment", "run", "digest/seeds", "--param", parameter, "--watch")
    assert done.returncode == 1
    assert complaint in " ".join(done.stdout.split())
    assert len(machine.runs("seeds")) == before


def test_nothing_readable_fails_and_keeps_the_edition_before(machine: Machine) -> None:
    before = latest(machine, "seeds").readlink()
    done = machine.prefect(
        "deployment", "run", "digest/seeds", "--param", 'sources=["nowhere.txt"]', "--watch"
    )
    assert done.returncode == 1
    run = machine.runs("seeds")[-1]
    assert run["state_type"] == "FAILED"
    assert "nowhere.txt: there is no such file" in run["state"]["message"]
    assert latest(machine, "seeds").readlink() == before


def test_the_deployments_are_as_documented(machine: Machine) -> None:
    found = {each["name"]: each for each in machine.ask("/deployments/filter", limit=10)}
    assert set(found) == {"seeds", "on-demand", "arrived"}
    (schedule,) = found["seeds"]["schedules"]
    assert schedule["schedule"]["timezone"] == "Asia/Shanghai"
    assert schedule["schedule"]["cron"] == "0 7 * * *"
    assert found["seeds"]["job_variables"]["env"] == {"TZ": "Asia/Shanghai"}
    assert found["seeds"]["global_concurrency_limit"]["limit"] == 1
    for each in found.values():
        assert str(machine.folder) not in json.dumps(each)


def test_a_second_subject_anywhere_needs_only_its_file(machine: Machine, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere" / "ferries"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("The ferry company cut a third of its crossings.\n")
    (folder / "bidigest.yaml").write_text('schedule: "5 6 * * 1"\ntimezone: Europe/Oslo\n')
    done = machine.python("-m", "flows.deploy", "seeds", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = machine.ask("/deployments/filter", deployments={"name": {"any_": ["ferries"]}})
    assert found["schedules"][0]["schedule"]["timezone"] == "Europe/Oslo"
    done = machine.prefect("deployment", "run", "digest/ferries", "--watch")
    assert done.returncode == 0, done.stdout + machine.log
    data = json.loads((folder / "outputs/ferries/latest/digest.json").read_text("utf-8"))
    assert [source["path"] for source in data["sources"]] == ["ferries/a.txt"]
    outside = json.dumps({"sources": ["/etc/hostname"]})
    done = machine.prefect("deployment", "run", "digest/ferries", "--params", outside, "--watch")
    assert done.returncode == 1
    assert "lies outside of the run's folder" in machine.runs("ferries")[-1]["state"]["message"]


def test_two_runs_at_once_go_one_after_the_other(machine: Machine) -> None:
    for _ in range(2):
        assert machine.prefect("deployment", "run", "digest/seeds").returncode == 0

    def both() -> list[tuple[str, str]]:
        last = machine.runs("seeds")[-2:]
        done = [run for run in last if run["state_type"] == "COMPLETED"]
        return [(run["start_time"], run["end_time"]) for run in done] if len(done) == 2 else []

    (_, first_end), (second_start, _) = until(both, 180, "two runs")
    assert first_end < second_start


def test_a_schedule_fires(machine: Machine) -> None:
    name = "digest/on-demand"
    created = machine.prefect("deployment", "schedule", "create", name, "--interval", "15")
    assert created.returncode == 0, created.stdout + created.stderr

    def completed() -> bool:
        runs = [run for run in machine.runs("on-demand") if run["state_type"] == "COMPLETED"]
        return len([run for run in runs if run["auto_scheduled"]]) >= 2

    until(completed, 180, "scheduled runs")
    assert machine.prefect("deployment", "schedule", "clear", name, "-y").returncode == 0


def test_a_dropped_file_starts_a_run_with_its_folder(machine: Machine) -> None:
    folder = machine.folder / "inbox" / "topic"
    folder.mkdir(parents=True)
    shutil.copy(machine.folder / "seeds" / "000_b3e39f8275200d64.txt", folder)
    until(lambda: latest(machine, "topic").is_symlink(), 90, "the digest of what arrived")
    (run,) = machine.runs("arrived")
    assert run["parameters"]["sources"] == ["inbox/topic"]


def test_flow_serve_works_too(machine: Machine) -> None:
    script = machine.folder / "serve_one.py"
    script.write_text(SERVED, encoding="utf-8")
    with (machine.folder / "served.log").open("wb") as log:
        served = subprocess.Popen(
            [sys.executable, str(script)],
            cwd=machine.folder,
            env=machine.environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        until(lambda: len(machine.ask("/deployments/filter", limit=9)) == 5, 60, "flow.serve()")
        done = machine.prefect("deployment", "run", "digest/served", "--watch")
        assert done.returncode == 0, (machine.folder / "served.log").read_text()
    finally:
        served.terminate()
        served.wait(60)
    assert latest(machine, "served").is_symlink()


def test_a_runs_page_is_among_its_artifacts_and_opens(machine: Machine) -> None:
    done = machine.prefect("deployment", "run", "digest/seeds", "--param", "points=7", "--watch")
    assert done.returncode == 0, done.stdout + machine.log
    (artifact,) = machine.ask(
        "/artifacts/latest/filter", artifacts={"key": {"any_": ["page-seeds"]}}
    )
    address = str(artifact["data"]).split("(")[1].rstrip(")")
    page = httpx.get(address)
    assert page.headers["content-type"] == "text/html"
    assert page.text == (latest(machine, "seeds") / "digest.html").read_text(encoding="utf-8")


def test_ctrl_c_stops_everything_in_order(machine: Machine) -> None:
    assert machine.interrupt() == 0
    stopped = [line.split()[0] for line in machine.log.splitlines() if line.endswith(" stopped")]
    assert stopped == ["pages", "watcher", "worker", "server"]
    assert port_is_free(machine.port)
