"""Sentences are encoded while a run's own server starts; the flow finds their vectors kept."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any

from bidigest.embedding.document_vectors import encode_documents
from bidigest.errors import DigestError
from bidigest.ingestion import Reader, read_all, take_all
from bidigest.model import Skipped
from bidigest.options import Options
from bidigest.options.fields import DEFAULT_MODEL
from bidigest.pipeline import to_encode
from bidigest.reading.located_sources import needs_fetching
from bidigest.reading.source_search import resolve_sources
from bidigest.storage.document_store import only_vectors
from flows.project import run_root


@contextmanager
def encoding_ahead(given: Mapping[str, Any]) -> Iterator[None]:
    """Encode in a thread, and leave off at the end of a source once the context is left.

    Args:
        given: the flow's parameters.
    """
    enough = Event()
    thread = Thread(target=_encode, args=(given, enough), name="encoding ahead")
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join()


def _encode(given: Mapping[str, Any], enough: Event) -> None:
    if needs_fetching(given["sources"]):
        return
    with suppress(DigestError):  # the flow will say it
        options = Options(**{n: given[n] for n in Options.model_fields if n in given})
        reader = Reader(run_root(), options, only_vectors())
        found = resolve_sources(given["sources"], root=reader.root, most=options.most_sources)
        read = read_all(take_all(found.paths, reader), reader)
        readings = [each.document for each in read if not isinstance(each, Skipped)]
        documents, encoder = to_encode(readings, options)
        if encoder is None or encoder.name != DEFAULT_MODEL:  # another one is the flow's to allow
            return
        for document in documents:
            if enough.is_set():
                return
            encode_documents([document], encoder, reader.store)
