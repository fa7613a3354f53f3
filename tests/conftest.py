"""Prefect for tests: one test server a session, and a project's folder for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Prefect is imported where a test asks for it: tests of the library take seconds without it.
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A server with an empty database, which all tests of a session share."""
    from prefect.settings import PREFECT_HOME, temporary_settings
    from prefect.testing.utilities import prefect_test_harness

    home = tmp_path_factory.mktemp("prefect")
    with (
        temporary_settings({PREFECT_HOME: home}),
        prefect_test_harness(server_startup_timeout=180),
    ):
        yield


@pytest.fixture
def project(prefect: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with three of the seeds, results and readings of its own, and the run in it."""
    from prefect.settings import PREFECT_LOCAL_STORAGE_PATH, temporary_settings

    import flows.digest
    import flows.stages
    import tasks.encode
    import tasks.ingest
    import tasks.merge
    from bidigest.storage.cache_files import cache_folder
    from bidigest.storage.document_store import DocumentStore

    # Vectors depend on texts and the model alone, and take long to make.
    store = DocumentStore(tmp_path / "readings", cache_folder() / "vectors", tmp_path / "pairs")
    for module in (tasks.ingest, tasks.encode, tasks.merge, flows.stages, flows.digest):
        monkeypatch.setattr(module, "default_store", lambda: store)

    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    for seed in sorted((ROOT / "seeds").glob("*.txt"))[:3]:
        shutil.copy(seed, folder / "seeds")
    monkeypatch.chdir(folder)
    with temporary_settings({PREFECT_LOCAL_STORAGE_PATH: tmp_path / "storage"}):
        yield folder


# How long an example takes depends on what else the machine does.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
