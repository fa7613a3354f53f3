"""Encode the sentences of sources: where they are read, before they are merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from prefect import get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import PrefectFuture
from prefect.runtime import task_run
from prefect.task_runners import TaskRunner

from bidigest.embedding.document_vectors import encode_documents
from bidigest.embedding.encoder import Quantized
from bidigest.embedding.model_choice import encoder_named
from bidigest.model import Document
from bidigest.storage.document_store import default_store
from tasks.progress import encoding_progress
from tasks.unvisited import Unvisited

__all__ = ["Vectors", "encode", "submit_encoding"]

Vectors = dict[str, Quantized]
"""The sentence model's vectors of documents, by path."""


def _named_after_its_source() -> str:
    names: list[str] = task_run.parameters["names"]
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"encode {names[0]}{more}"


@task(task_run_name=_named_after_its_source, cache_policy=NO_CACHE, persist_result=False)
def encode(
    names: list[str],  # noqa: ARG001  (what the run is called)
    unvisited: Unvisited[Sequence[Document]],
    model: str,
) -> Vectors:
    """Encode the sentences of documents; the store keeps each document's as soon as it is done.

    Args:
        names: of the documents, for the run's name.
        unvisited: the documents that are encoded.
        model: name of the sentence model.

    Returns:
        int8, (n_texts, n_dimensions), by the document's path.
    """
    on_progress = encoding_progress(get_run_logger().info)
    return encode_documents(unvisited.value, encoder_named(model), default_store(), on_progress)


def submit_encoding(
    documents: Sequence[Document], runner: TaskRunner[Any], model: str
) -> PrefectFuture[Vectors]:
    """Submit a task run for these documents on a runner.

    Args:
        documents: that are encoded.
        runner: where it runs.
        model: name of the sentence model.

    Returns:
        A future of int8, (n_texts, n_dimensions), by the document's path.
    """
    names = [document.path for document in documents]
    given = {"names": names, "unvisited": Unvisited(tuple(documents)), "model": model}
    future: PrefectFuture[Vectors] = runner.submit(encode, given)
    return future
