"""Fetch the addresses among a run's sources: from the hosts that its environment names."""

from __future__ import annotations

import os
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from bidigest.fetching import politeness
from bidigest.fetching.fetched_sources import Fetching
from bidigest.fetching.located import resolve_all
from bidigest.options import Options
from bidigest.reading.source_search import FoundSources

__all__ = ["fetch"]


@task(task_run_name="fetch", cache_policy=NO_CACHE, persist_result=False)
def fetch(
    sources: list[str], output: str, root: str, options: Options
) -> tuple[FoundSources, tuple[str, ...]]:
    """Find the files that are meant, those of addresses too, and what to say of the fetching.

    Whoever may start a run may not thereby choose whom this machine asks: `BIDIGEST_FETCH` does.

    Args:
        sources: files, folders, globs and addresses.
        output: folder below which pages are kept.
        root: folder that paths are relative to.
        options: of the digest.
    """
    hosts = politeness.allowed_hosts(os.environ.get(politeness.FETCH))
    visitor = politeness.visitor(options.largest_source, hosts)
    fetching = Fetching(
        Path(root) / output,
        visitor,
        entries=options.entries,
        follow_links=options.follow_links,
    )
    return resolve_all(sources, fetching, root=Path(root), most=options.most_sources)
