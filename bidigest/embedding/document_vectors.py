"""The vectors of documents, source by source, each kept as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bidigest.embedding.encoder import Quantized, SentenceEncoder
from bidigest.embedding.sentence_vectors import Embedder
from bidigest.model import Document
from bidigest.storage.document_store import DocumentStore
from bidigest.text.plain_text import wording

ProgressCallback = Callable[[int, int], None]
"""Is called with how many sentences are encoded, and of how many that were not kept."""


def wordings(document: Document) -> list[str]:
    """Return what each sentence of a document says, without markup."""
    return [wording(document, sentence.span) for sentence in document.sentences]


def kept_vectors(
    documents: Sequence[Document], encoder: SentenceEncoder, store: DocumentStore
) -> dict[str, Quantized]:
    """Return the vectors that the store has, by the document's path.

    A document without sentences has none, and counts as known.

    Args:
        documents: read already.
        encoder: the model whose vectors they must be.
        store: that may have them.

    Returns:
        int8, (n_texts, n_dimensions), of each document.
    """
    return _kept(documents, Embedder(encoder, store))


def encode_documents(
    documents: Sequence[Document],
    encoder: SentenceEncoder,
    store: DocumentStore,
    on_progress: ProgressCallback | None = None,
) -> dict[str, Quantized]:
    """Encode each document's sentences that the store does not have.

    Args:
        documents: read already; how many sentences there are decides before whether they are
            encoded at all (`model_choice.chosen`).
        encoder: asked for what the store does not have.
        store: keeps the vectors of each document as soon as it is done.
        on_progress: called before the first sentence is encoded, and as they are.

    Returns:
        int8, (n_texts, n_dimensions), by the document's path.
    """
    embedder = Embedder(encoder, store)
    found = _kept(documents, embedder)
    missing = [document for document in documents if document.path not in found]
    done, of = 0, sum(len(document.sentences) for document in missing)

    def more(sentences: int) -> None:
        nonlocal done
        done += sentences
        if on_progress is not None:
            on_progress(done, of)

    if missing:
        more(0)
        for document in missing:
            found[document.path] = embedder.vectors(wordings(document), more)
        store.forget_oldest()
    return found


def _kept(documents: Sequence[Document], embedder: Embedder) -> dict[str, Quantized]:
    """Return the kept vectors: int8, (n_texts, n_dimensions), by the document's path."""
    found = ((document.path, embedder.known(wordings(document))) for document in documents)
    return {path: values for path, values in found if values is not None}
