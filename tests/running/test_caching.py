"""What a kept reading depends on."""

from __future__ import annotations

from importlib import resources

import pytest

from bidigest.storage import document_store
from bidigest.storage.code_fingerprint import files
from bidigest.storage.document_store import reading_key
from tasks.ingest import batches


def test_the_key_depends_on_content_path_and_code(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {reading_key("a.txt", "11"), reading_key("a.txt", "22"), reading_key("b", "11")}
    monkeypatch.setattr(document_store, "algorithm", lambda: "another")
    keys.add(reading_key("a.txt", "11"))
    assert len(keys) == 4


def test_every_file_of_the_library_counts() -> None:
    names = [name for name, _ in files(resources.files("bidigest"), "")]
    assert {"ranking/textrank.py", "rendering/markdown.py"} <= set(names)
    assert not [name for name in names if "__pycache__" in name]


def test_few_sources_have_a_task_each() -> None:
    sources = [f"{number}.txt" for number in range(64)]
    assert batches(sources) == [[source] for source in sources]


def test_many_sources_go_in_batches_that_a_new_source_does_not_disturb() -> None:
    sources = [f"{number}.txt" for number in range(1000)]
    grouped = batches(sources)
    assert len(grouped) == 64
    assert sorted(source for batch in grouped for source in batch) == sorted(sources)
    again = batches(sorted([*sources, "00.txt"]))
    assert len([batch for batch in again if sorted(batch) not in map(sorted, grouped)]) == 1


@pytest.mark.parametrize("sources", [65, 100, 200, 321, 2000])
def test_a_batch_of_many_sources_is_worth_a_task(sources: int) -> None:
    found = [f"{number}.txt" for number in range(sources)]
    assert 8 <= len(batches(found)) <= min(64, sources / 5)


@pytest.mark.parametrize(("sources", "tasks"), [(2, 2), (60, 4), (200, 16), (399, 32), (1000, 64)])
def test_sent_far_away_a_batch_is_worth_the_trip(sources: int, tasks: int) -> None:
    found = [f"{number}.txt" for number in range(sources)]
    assert len(batches(found, far=True)) <= tasks
    assert sorted(s for batch in batches(found, far=True) for s in batch) == sorted(found)
