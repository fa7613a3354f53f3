"""Publish a digest as an edition, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from bidigest.model import Digest
from bidigest.publishing import editions
from bidigest.publishing.editions import Edition

__all__ = ["publish"]


@task(task_run_name="publish", cache_policy=NO_CACHE, persist_result=False)
def publish(digest: Digest, output: str, root: str, keep: int) -> Edition:
    """Publish the edition; until it is complete, `latest` stays on the one before.

    Deliberately without a rollback hook: there is nothing to undo that was ever visible.

    Args:
        digest: what is published.
        output: folder of the editions, below `root`.
        root: folder that paths are relative to.
        keep: how many editions may stay.
    """
    return editions.publish(digest, Path(root) / output, root=Path(root), keep=keep)
