"""Join what the sources say into points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prefect import get_run_logger, task
from prefect.context import TaskRunContext

from bidigest import pipeline
from bidigest.model import Digest, Ingested, Skipped
from bidigest.options import Options
from tasks.caching import merged_key
from tasks.encode import Vectors
from tasks.kept import is_ours
from tasks.serializing import DigestSerializer

__all__ = ["merge"]

KEPT_AS = DigestSerializer()


def _by_content(context: TaskRunContext, inputs: dict[str, Any]) -> str | None:
    if inputs[
        "options"
    ].asks_other_models:  # a judge that could not be reached may be the next time
        return None
    documents = [each.document for each in inputs["ingested"]]
    key = merged_key(documents, inputs["options"], inputs["skipped"])
    return key if is_ours(context.result_store, key, KEPT_AS) else None


@task(
    task_run_name="merge",
    cache_key_fn=_by_content,
    persist_result=True,
    result_serializer=KEPT_AS,
)
def merge(
    ingested: Sequence[Ingested],
    options: Options,
    skipped: Sequence[Skipped],
    vectors: Vectors,
) -> Digest:
    """Merge all sources into a digest; kept until a source, an option or the code changes.

    A digest with answers of a judge is not kept: those answers are, elsewhere.

    Args:
        ingested: sources, read and ranked.
        options: of the digest.
        skipped: sources left out, with the reasons.
        vectors: int8, (n_texts, n_dimensions), of each document, by its path.
    """
    get_run_logger().info("merging %s sources", f"{len(ingested):,}")
    documents = [each.document for each in ingested]
    summaries = [each.summary for each in ingested]
    return pipeline.merge(documents, summaries, options, skipped, vectors=vectors)
