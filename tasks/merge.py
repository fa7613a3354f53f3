"""Join what the sources say into points."""

from __future__ import annotations

from collections.abc import Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE

import bidigest
from bidigest.model import Digest, Skipped
from bidigest.options import Options
from bidigest.storage import Ingested

__all__ = ["merge"]


@task(task_run_name="merge", cache_policy=NO_CACHE, persist_result=False)
def merge(ingested: Sequence[Ingested], options: Options, skipped: Sequence[Skipped]) -> Digest:
    """One digest of all sources; not kept, since any other source or option changes it."""
    return bidigest.merge(
        [each.document for each in ingested], [each.summary for each in ingested], options, skipped
    )
