"""Show a run's outcome in Prefect's UI, under keys that stay the same from run to run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

from prefect import task
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.cache_policies import NO_CACHE
from slugify import slugify

from bidigest.model import Digest
from bidigest.publishing.editions import Edition
from bidigest.rendering import render_unlinked, reports

__all__ = ["Progress", "artifact_key", "report"]


def artifact_key(kind: str, output: str) -> str:
    """Name an artifact: `digest-seeds` for the digest in `outputs/seeds`, with its own history."""
    return f"{kind}-{slugify(Path(output).name) or 'output'}"


@task(task_run_name="report", cache_policy=NO_CACHE, persist_result=False)
def report(digest: Digest, edition: Edition, output: str, address: str) -> None:
    """Leave the digest, its page's address, sources, coverage and changes as artifacts.

    Args:
        digest: what was made.
        edition: as which it is published.
        output: folder of the editions.
        address: of the edition's page.
    """
    _link(output, address, f"Edition {edition.name} as a page: `{edition.folder}`")
    page = render_unlinked(replace(digest, changes=edition.changes))
    changes = reports.changes_page(digest, edition.changes)
    _markdown("digest", output, page, f"{edition.name}: {reports.summary_line(digest)}")
    _markdown("changes", output, changes, f"What edition {edition.name} changed")
    _table("sources", output, reports.source_rows(digest), "The sources, and those left out")
    _table("coverage", output, reports.coverage_rows(digest), "What of each source is used")


def _link(output: str, address: str, description: str) -> None:
    key = artifact_key("page", output)
    create_link_artifact(address, link_text="digest.html", key=key, description=description)


def _markdown(kind: str, output: str, text: str, description: str) -> None:
    create_markdown_artifact(text, key=artifact_key(kind, output), description=description)


def _table(kind: str, output: str, rows: list[dict[str, str | int]], description: str) -> None:
    create_table_artifact(rows, key=artifact_key(kind, output), description=description)


class Progress:
    """The share of many sources that are read: an artifact that is brought up to date in steps."""

    def __init__(self, output: str, total: int, *, steps: int = 20) -> None:
        self._total = total
        self._every = max(1, total // steps)
        self._identity: UUID = create_progress_artifact(  # type: ignore[assignment]
            0.0, key=artifact_key("progress", output), description=f"Reading {total} batches"
        )

    def reached(self, done: int) -> None:
        """Say that `done` of them are read; most calls cost nothing."""
        if done % self._every == 0 or done == self._total:
            update_progress_artifact(self._identity, progress=100 * done / self._total)
