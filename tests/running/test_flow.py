"""The digest flow against Prefect's test server."""

from __future__ import annotations

import datetime
import errno
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId
from prefect.client.schemas.objects import State, TaskRun
from prefect.client.schemas.sorting import TaskRunSort
from prefect.runtime import flow_run

import bidigest
import tasks.encode
from bidigest import ingestion
from bidigest.contrasts.analysis import Analysis
from bidigest.contrasts.contrast import Contrast, contrast
from bidigest.errors import SourceError
from bidigest.publishing import editions
from bidigest.reading import sources
from bidigest.reading.sources import read_source
from bidigest.storage import document_store
from bidigest.storage.document_store import DocumentStore
from bidigest.storage.packed_readings import unpack
from flows import stages
from flows.digest import digest
from tasks import ingest
from tasks import report as reporting
from tests.reading.formats.office_files import archive, docx, paragraph
from tests.reading.formats.pdf_files import Line, pdf
from tests.rerankers.llm_judge.stub import YES, Stub, serving, status

pytestmark = pytest.mark.prefect

OUTPUT = "outputs/seeds"


def run(**parameters: Any) -> State[Any]:
    """One run with a fixed date."""
    given = {"date": datetime.date(2026, 1, 31), **parameters}
    state: State[Any] = digest(**given, return_state=True)
    return state


def task_runs(state: State[Any]) -> dict[str, TaskRun]:
    """The run's tasks by name, after the server has heard of all of them."""
    run_id = state.state_details.flow_run_id
    assert run_id
    with get_client(sync_client=True) as client:
        found = client.read_task_runs(
            flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[run_id])),
            sort=TaskRunSort.END_TIME_DESC,
        )
    return {each.name: each for each in found}


def states(state: State[Any], wanted: Callable[[dict[str, str]], bool]) -> dict[str, str]:
    """Names of the tasks' last states; events reach the server a moment after the run's end."""
    import time

    for _ in range(100):
        names = {n: str(t.state.name if t.state else "") for n, t in task_runs(state).items()}
        if wanted(names):
            return names
        time.sleep(0.1)
    return names


def latest(folder: Path) -> str:
    return (folder / OUTPUT / "latest").readlink().name


def of_sources(names: dict[str, str]) -> dict[str, str]:
    return {name: state for name, state in names.items() if name.startswith("seeds/")}


def test_a_run_publishes_an_edition_and_says_so_in_figures(project: Path) -> None:
    state = run()
    assert (state.name, state.type.value) == ("Completed", "COMPLETED")
    assert "3 sources" in str(state.message) and "points" in str(state.message)
    assert Path(state.result()) == project / OUTPUT / "editions" / latest(project)
    assert (project / OUTPUT / "latest" / "digest.md").is_file()


def test_the_flow_makes_the_same_digest_as_the_library(project: Path) -> None:
    run(points=5)
    options = bidigest.Options(points=5, date=datetime.date(2026, 1, 31))
    built = bidigest.build(["seeds"], options, root=project)
    edition = bidigest.publish(built, project / OUTPUT, root=project)
    assert not edition.new
    bidigest.publish(built, project / "outputs" / "library", root=project)
    for page in (project / "outputs" / "library" / "latest").glob("digest.*"):
        assert page.read_bytes() == (project / OUTPUT / "latest" / page.name).read_bytes()


def test_files_of_other_formats_are_read_by_threads_as_by_the_library(project: Path) -> None:
    told = "The bridge over the Arle was closed on Monday after cracks were found in two piers."
    (project / "in").mkdir()
    (project / "in/a.html").write_text(f"<html><body><h1>Bridge</h1><p>{told}</p></body></html>")
    (project / "in/b.pdf").write_bytes(pdf([Line(told, size=9)], [Line(f"Also: {told}", size=9)]))
    (project / "in/c.zip").write_bytes(archive({"d.docx": docx(paragraph(told)), "e.md": told}))
    folder = Path(run(sources=["in"], output="outputs/in").result())
    data = json.loads((folder / "digest.json").read_text(encoding="utf-8"))
    paths = [source["path"] for source in data["sources"]]
    assert paths == ["in/a.html", "in/b.pdf", "in/c.zip!/d.docx", "in/c.zip!/e.md"]
    assert bidigest.verify(folder).problems == ()
    built = bidigest.build(["in"], bidigest.Options(date=datetime.date(2026, 1, 31)), root=project)
    assert not bidigest.publish(built, project / "outputs/in", root=project).new
    assert Path(run(sources=["in"], output="outputs/in").result()) == folder


def test_without_an_output_it_is_named_after_the_sources(project: Path) -> None:
    (project / "mine").mkdir()
    (project / "mine" / "a.txt").write_text("试点的失败率是 95%，没有准备好。", encoding="utf-8")
    assert "outputs/seeds" in run().result() and "outputs/mine" in run(sources=["mine"]).result()
    (project / "other" / "mine").mkdir(parents=True)
    (project / "mine" / "a.txt").rename(project / "other" / "mine" / "b.txt")
    refused = run(sources=["other/mine"])
    assert refused.is_failed() and "holds the digest of sources in" in str(refused.message)


def test_a_mistake_is_one_line_in_the_log(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    (project / "seeds" / "empty.txt").write_bytes(b"")
    run(sources=["nowhere"])
    run(sources=["seeds/empty.txt"])
    errors = [record for record in caplog.records if record.levelname == "ERROR"]
    told = [record for record in errors if "SourceError" in record.getMessage()]
    assert len(told) >= 2
    assert all(record.exc_info is None and record.exc_text is None for record in told)


def test_one_task_a_source_named_after_it(project: Path) -> None:
    names = states(run(embeddings="none"), lambda names: len(names) == 6)
    sources = {f"seeds/{path.name}" for path in (project / "seeds").iterdir()}
    assert set(names) == sources | {"merge", "publish", "report"}


def test_what_is_not_encoded_yet_has_a_task_and_what_is_has_none(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = DocumentStore.below(tmp_path / "own")
    for module in (stages, tasks.encode):
        monkeypatch.setattr(module, "default_store", lambda: store)
    for source in (project / "seeds").iterdir():
        source.write_text("试点的失败率是 95%，没有准备好。\n", encoding="utf-8")
    state = run()
    names = states(state, lambda names: len(names) == 9)
    assert {name for name in names if name.startswith("encode")} == {
        f"encode {name}" for name in of_sources(names)
    }
    assert not [name for name in task_runs(run(points=3)) if name.startswith("encode")]


def test_a_second_run_reads_nothing_again_and_publishes_nothing(project: Path) -> None:
    run()
    before = latest(project)
    again = run()
    names = states(again, lambda names: list(names.values()).count("Cached") == 4)
    assert set(of_sources(names).values()) == {"Cached"}
    assert names["merge"] == "Cached"
    assert "nothing new" in str(again.message)
    assert latest(project) == before


def test_a_run_does_not_digest_what_it_has_published(project: Path) -> None:
    for seed in (project / "seeds").iterdir():
        seed.rename(seed.with_suffix(".md"))
    run(sources=["**/*.md"])
    again = run(sources=["**/*.md"])
    assert "nothing new" in str(again.message)


def test_only_a_changed_source_is_read_again(project: Path) -> None:
    run()
    first, *_ = sorted((project / "seeds").iterdir())
    first.write_text(first.read_text(encoding="utf-8") + "\n\n又加了一句话。\n", encoding="utf-8")
    names = states(run(), lambda names: len(of_sources(names)) == 3 and "" not in names.values())
    again = [name for name, state in of_sources(names).items() if state == "Completed"]
    assert again == [f"seeds/{first.name}"]


def test_a_changed_source_leaves_pairs_of_the_others_as_they_were_found(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[str, str]] = []

    def counted(a: Analysis, b: Analysis) -> Contrast | None:
        compared.append((a.text, b.text))
        return contrast(a, b)

    monkeypatch.setattr("bidigest.contradictions.opposites.contrast", counted)
    run(embeddings="none")
    first = len(compared)
    (project / "seeds" / "more.txt").write_text("另外补充一句全新的话。\n", encoding="utf-8")
    run(embeddings="none")
    assert len(compared) == first > 0
    options = bidigest.Options(embeddings="none", date=datetime.date(2026, 1, 31))
    built = bidigest.build(["seeds"], options, root=project)
    assert not bidigest.publish(built, project / OUTPUT, root=project).new


def test_another_version_of_the_library_gives_no_stale_hits(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    monkeypatch.setattr(document_store, "algorithm", lambda: "another")
    names = states(run(), lambda names: set(of_sources(names).values()) == {"Completed"})
    assert set(of_sources(names).values()) == {"Completed"}


def test_options_of_the_page_do_not_read_anything_again(project: Path) -> None:
    run(points=3)
    names = states(run(points=4), lambda names: set(of_sources(names).values()) == {"Cached"})
    assert set(of_sources(names).values()) == {"Cached"}


def test_results_are_kept_as_json(project: Path, tmp_path: Path) -> None:
    run()
    (record,) = [json.loads(file.read_bytes()) for file in (tmp_path / "storage").iterdir()]
    merged = json.loads(record["result"])
    readings = [unpack(file.read_bytes()) for file in (tmp_path / "readings").iterdir()]
    paths = [reading.document.path for reading in readings]
    assert sorted(paths) == [each["path"] for each in merged["digest"]["documents"]]


def test_an_unreadable_source_makes_the_run_partial(project: Path) -> None:
    (project / "seeds" / "broken.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    state = run()
    assert (state.name, state.type.value) == ("Partial", "COMPLETED")
    assert "seeds/broken.txt" in str(state.message)
    names = states(state, lambda names: names.get("seeds/broken.txt") == "Failed")
    assert names["seeds/broken.txt"] == "Failed"
    data = json.loads((project / OUTPUT / "latest" / "digest.json").read_text(encoding="utf-8"))
    assert [each["path"] for each in data["skipped"]] == ["seeds/broken.txt"]
    assert len(data["sources"]) == 3


def test_an_unreadable_source_is_not_tried_again(project: Path) -> None:
    (project / "seeds" / "broken.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    state = run()
    states(state, lambda names: names.get("seeds/broken.txt") == "Failed")
    assert task_runs(state)["seeds/broken.txt"].run_count == 1


def test_a_source_that_does_not_exist_makes_the_run_partial(project: Path) -> None:
    state = run(sources=["seeds", "nowhere.txt"])
    assert state.name == "Partial"
    assert "nowhere.txt" in str(state.message)


def test_a_busy_disk_is_tried_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[Path] = []

    def read(path: Path, *, root: Path, limit: int) -> Any:
        tries.append(path)
        if tries.count(path) == 1:
            raise SourceError(path.name, "cannot be read", "check it") from OSError(errno.EIO, "")
        return read_source(path, root=root, limit=limit)

    monkeypatch.setattr(ingestion, "read_source", read)
    state = run(sources=["seeds/000*"])
    assert state.name == "Completed"
    assert len(tries) == 2


def test_nothing_readable_fails_and_keeps_the_edition_before(project: Path) -> None:
    run()
    before = latest(project)
    for path in (project / "seeds").iterdir():
        path.write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    state = run()
    assert state.type.value == "FAILED"
    assert latest(project) == before
    assert (project / OUTPUT / "latest" / "digest.md").is_file()


@pytest.mark.parametrize("step", ["_put", "point_latest"])
def test_a_failure_while_publishing_keeps_the_edition_before(
    project: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    run()
    before = latest(project)
    page = (project / OUTPUT / "latest" / "digest.md").read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(editions, step, full)
    state = run(points=2)
    assert state.type.value == "FAILED"
    assert latest(project) == before
    assert (project / OUTPUT / "latest" / "digest.md").read_bytes() == page


def artifacts(state: Any) -> list[dict[str, Any]]:
    """What a run left; asked for by the run, since the server answers with 200 at most."""
    run_id = str(state.state_details.flow_run_id)
    wanted = {"artifacts": {"flow_run_id": {"any_": [run_id]}}}
    with get_client(sync_client=True) as client:
        found: list[dict[str, Any]] = client.request(
            "POST", "/artifacts/filter", json=wanted
        ).json()
    return found


def test_artifacts_have_stable_keys_and_a_history(project: Path) -> None:
    for state in run(output="outputs/周报"), run(output="outputs/周报", points=2):
        kinds = ("digest", "sources", "changes", "coverage", "page")
        assert {each["key"] for each in artifacts(state)} == {f"{kind}-zhou-bao" for kind in kinds}


def test_the_digest_in_the_ui_has_no_links_that_lead_nowhere(project: Path) -> None:
    (page,) = [each["data"] for each in artifacts(run()) if each["key"] == "digest-seeds"]
    statement = first_statement(project)
    assert statement in page and "seeds/000_b3e39f8275200d64.txt" in page
    assert "](" not in page.replace("\\]", "")


def first_statement(project: Path) -> str:
    """What the page says first."""
    page = (project / OUTPUT / "latest" / "digest.md").read_text(encoding="utf-8")
    return next(line for line in page.splitlines() if line.startswith("- "))


def test_what_is_published_stays_if_it_cannot_be_reported(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run()
    before = latest(project)

    def gone(*_: object, **__: object) -> None:
        raise ConnectionError("the server is gone")

    monkeypatch.setattr(reporting, "create_table_artifact", gone)
    assert run(points=2).type.value == "FAILED"
    assert latest(project) != before
    assert (project / OUTPUT / "editions" / before / "digest.md").is_file()
    assert bidigest.verify(project / OUTPUT / "latest", root=project).problems == ()


def test_many_sources_show_their_progress(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "MANY", 3)
    state = run(output="outputs/many")
    mine = [each for each in artifacts(state) if each["key"] == "progress-many"]
    assert [each["data"] for each in mine] == [100.0]


def test_in_a_batch_only_the_unreadable_source_is_lost(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "SINGLY", 1)
    (project / "seeds" / "broken.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 50)
    state = run()
    assert state.name == "Partial"
    names = states(state, lambda names: names.get("seeds/broken.txt") == "Failed")
    # What the batch had read before it failed is in the store already.
    assert sorted(of_sources(names).values())[:3] == ["Cached"] * 3


def test_a_sources_bytes_are_read_once_and_once_more_to_be_kept(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, read = sources.read_file, []

    def counted(path: Path, **given: Any) -> bytes:
        read.append(path.name)
        return real(path, **given)

    monkeypatch.setattr(sources, "read_file", counted)
    run()
    # What is kept beside the edition must be what was read: publishing asks the file again.
    assert sorted(read) == sorted(2 * [path.name for path in (project / "seeds").iterdir()])


def test_the_day_is_that_on_which_the_run_was_due(monkeypatch: pytest.MonkeyPatch) -> None:
    due = datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.UTC)
    monkeypatch.setattr(flow_run, "scheduled_start_time", due, raising=False)
    assert stages.day_of_run() == datetime.date(2026, 1, 31)


def test_a_judge_who_is_not_there_makes_the_run_partial_and_is_asked_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with serving(Stub(YES, always=status(401))) as stub:
        monkeypatch.setenv("BIDIGEST_JUDGES", stub.url)
        state = run(judge_url=stub.url, judge_model="m", judge_questions=20)
        assert state.name == "Partial"
        assert "The judge could not be asked (HTTP 401): 20 pairs" in str(state.message)
        stub.always = None
        again = run(judge_url=stub.url, judge_model="m", judge_questions=20)
    assert again.name == "Completed"
    data = json.loads((project / OUTPUT / "latest" / "digest.json").read_text(encoding="utf-8"))
    assert "notes" not in data
