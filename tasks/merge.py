"""Join what the sources say into points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prefect import get_run_logger, task
from prefect.context import TaskRunContext

from bidigest import pipeline
from bidigest.model import Digest, Document, Ingested, Skipped
from bidigest.options import Options
from bidigest.publishing.last_run import Source, run_key
from bidigest.sharding.shards import Shards
from bidigest.storage.document_store import default_store
from bidigest.storage.pair_memory import remembered
from tasks.digest_serializer import DigestSerializer
from tasks.encode import Vectors
from tasks.kept_results import is_ours

__all__ = ["merge"]

KEPT_AS = DigestSerializer()


def _by_content(context: TaskRunContext, inputs: dict[str, Any]) -> str | None:
    options: Options = inputs["options"]
    if options.asks_other_models:  # a judge that could not be reached may be the next time
        return None
    documents = [each.document for each in inputs["ingested"]]
    key = _key(documents, options, inputs["skipped"])
    return key if is_ours(context.result_store, key, KEPT_AS) else None


def _key(documents: Sequence[Document], options: Options, skipped: Sequence[Skipped]) -> str:
    """Compute the key of a digest: the same in whatever order the documents come."""
    read = (Source(f"{each.path} {each.fetched or ''}", each.sha256) for each in documents)
    return f"merged-{run_key(read, options, skipped)}"


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
    root: str,
    shards: Shards | None = None,
) -> Digest:
    """Merge all sources into a digest; kept until a source, an option or the code changes.

    A digest with answers of a judge is not kept: those answers are, elsewhere. What is found of
    pairs of sentences is kept for the next run of the sources' folders, as by the command line.

    Args:
        ingested: sources, read and ranked.
        options: of the digest.
        skipped: sources left out, with the reasons.
        vectors: int8, (n_texts, n_dimensions), of each document, by its path.
        root: folder that the documents' paths are relative to.
        shards: how the work on pairs of sentences is divided, if it is.
    """
    get_run_logger().info("merging %s sources", f"{len(ingested):,}")
    documents = [each.document for each in ingested]
    summaries = [each.summary for each in ingested]
    with remembered(default_store(), root, [document.path for document in documents]) as memory:
        return pipeline.merge(
            documents, summaries, options, skipped, vectors=vectors, memory=memory, shards=shards
        )
