"""The whole pipeline from sources to a digest, without files written, clocks or Prefect."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bidigest.contradictions.all_contrasts import all_contrasts
from bidigest.contradictions.opposed_sources import without_opposed
from bidigest.contradictions.page_conflicts import conflicts_of
from bidigest.contradictions.quantity_disputes import disputes_of
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.embedding.document_vectors import encode_documents
from bidigest.embedding.encoder import Quantized, SentenceEncoder
from bidigest.embedding.model_choice import chosen
from bidigest.errors import OptionsError
from bidigest.ingestion import Progress, ProgressCallback, Reader, Taken, read_all, take_all
from bidigest.languages.messages import reader_language
from bidigest.limits import beyond, nothing_readable
from bidigest.matching import Reranker
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.model import Digest, Document, Skipped, Summary
from bidigest.options import Options
from bidigest.options.fields import AS_WRITTEN, NO_MODEL
from bidigest.reading.same_text import copies
from bidigest.reading.source_search import FoundSources, resolve_sources
from bidigest.rerankers import load_rerankers
from bidigest.selection.cited_points import with_sentences_quoted_along
from bidigest.selection.digest_title import digest_title
from bidigest.selection.points import points
from bidigest.selection.themes import themes
from bidigest.sharding.shards import Shards, among_processes, by_default
from bidigest.storage.document_store import DocumentStore, only_vectors
from bidigest.storage.pair_memory import PairMemory, remembered

_NONE: Mapping[str, Quantized] = {}


def build(
    sources: Sequence[str],
    options: Options,
    *,
    root: Path,
    cache_folder: Path | None = None,
    processes: int = 1,
    on_progress: ProgressCallback | None = None,
) -> Digest:
    """Read, rank and merge sources; what cannot be read is skipped.

    Args:
        sources: files, folders and globs.
        options: how the digest is made; with a date.
        root: folder that the sources are relative to.
        cache_folder: keeps readings and their sentences' vectors for the next run. By default
            only vectors are kept, in the user's cache folder.
        processes: how many may read and compare at a time.
        on_progress: called with how far it has come: in reading, encoding, merging.

    Raises:
        SourceError: nothing at all can be read.
    """
    found = resolve_sources(sources, root=root, most=options.most_sources)
    store = DocumentStore.below(cache_folder) if cache_folder else only_vectors()
    reader = Reader(root, options, store)
    taken = take_all(found.paths, reader)
    return digest_taken(found, taken, reader, processes=processes, on_progress=on_progress)


def digest_taken(
    found: FoundSources,
    taken: Sequence[Taken],
    reader: Reader,
    *,
    processes: int = 1,
    on_progress: ProgressCallback | None = None,
) -> Digest:
    """Read, rank and merge sources whose bytes are there already, as `build` does.

    Args:
        found: the files, and what was skipped.
        taken: the bytes of each file, or why there are none.
        reader: how they are read, with the options of the digest.
        processes: how many may read and compare at a time.
        on_progress: called with how far it has come: in reading, encoding, merging.
    """
    options = reader.options
    read = read_all(taken, reader, processes=processes, on_progress=on_progress)
    ingested = [each for each in read if not isinstance(each, Skipped)]
    skipped = [*found.skipped, *(each for each in read if isinstance(each, Skipped))]
    documents = [found.from_the_web(each.document) for each in ingested]
    vectors = encode(documents, options, reader.store, on_progress)
    if on_progress is not None:
        on_progress(Progress("merging"))
    summaries = [each.summary for each in ingested]
    paths = [document.path for document in documents]
    with (
        remembered(reader.store, str(reader.root), paths) as memory,
        among_processes(processes) as shards,
    ):
        return merge(
            documents, summaries, options, skipped, vectors=vectors, memory=memory, shards=shards
        )


def encode(
    documents: Sequence[Document],
    options: Options,
    store: DocumentStore,
    on_progress: ProgressCallback | None = None,
) -> dict[str, Quantized]:
    """Encode documents that were read by the sentence model, if there is one.

    Args:
        documents: all sources of a run, read.
        options: which model, and for how many sentences.
        store: keeps the vectors of each document as soon as it is done.
        on_progress: called before the first sentence is encoded, and as they are.

    Returns:
        int8, (n_texts, n_dimensions), by the document's path.
    """
    encoded, encoder = to_encode(documents, options)
    if encoder is None:
        return {}

    def more(done: int, of: int) -> None:
        if on_progress is not None:
            on_progress(Progress("encoding", done, of))

    return encode_documents(encoded, encoder, store, more)


def to_encode(
    documents: Sequence[Document], options: Options
) -> tuple[list[Document], SentenceEncoder | None]:
    """Decide which documents of a run are encoded, and by which model.

    They all are, or none: how many sentences they have together decides it before any is encoded.
    """
    left_out = beyond(documents, options.most_sentences)
    within = [document for document in documents if document.path not in left_out]
    encoder, _ = chosen(options, sum(len(document.sentences) for document in within))
    return within, encoder


def merge(
    documents: Sequence[Document],
    summaries: Sequence[Summary],
    options: Options,
    skipped: Sequence[Skipped] = (),
    rerankers: Sequence[Reranker] = (),
    parameters: Parameters = DEFAULT,
    vectors: Mapping[str, Quantized] = _NONE,
    memory: PairMemory | None = None,
    shards: Shards | None = None,
) -> Digest:
    """Merge documents that were read and ranked, in whatever order they come.

    Args:
        documents: the sources, read.
        summaries: one for each.
        options: how the digest is made; with a date.
        skipped: sources that could not be read, which the digest lists.
        rerankers: rerankers asked after those that the options name.
        parameters: weights and thresholds, for experiments.
        vectors: int8, (n_texts, n_dimensions), as `encode` returns them; made now if missing.
        memory: what the last run has found of pairs, if any is kept.
        shards: how the work on pairs is divided; where not given, as very many sentences want it.
    """
    if options.date is None:
        raise OptionsError("date: a digest has a date; give one as YYYY-MM-DD")
    paired, skipped = _within_limits(documents, summaries, options, skipped)
    size = sum(len(document.sentences) for document, _ in paired)
    encoder, notes = chosen(options, size)
    corpus = prepare_corpus(
        documents=[document for document, _ in paired],
        summaries=[summary for _, summary in paired],
        rerankers=(*load_rerankers(options), *rerankers),
        encoder=encoder,
        parameters=parameters,
        vectors=vectors,
        memory=memory,
        shards=shards or by_default(size),
    )
    model = encoder.name if encoder else NO_MODEL
    return replace(
        _digest(corpus, options, options.date),
        options=options.choices | {"embeddings": model},
        skipped=skipped,
        notes=(*notes, *corpus.matches.notes),
    )


def _within_limits(
    documents: Sequence[Document],
    summaries: Sequence[Summary],
    options: Options,
    skipped: Sequence[Skipped],
) -> tuple[list[tuple[Document, Summary]], tuple[Skipped, ...]]:
    """Pair sources with their summaries, by path; what is beyond the limits is skipped."""
    left_out = copies(documents)
    rest = [document for document in documents if document.path not in left_out]
    too_much = beyond(rest, options.most_sentences)
    left_out |= {path: Skipped.because_of(error) for path, error in too_much.items()}
    skipped = [*skipped, *left_out.values()]
    pairs = zip(documents, summaries, strict=True)
    paired = sorted((p for p in pairs if p[0].path not in left_out), key=lambda p: p[0].path)
    if not paired:
        raise nothing_readable(skipped)
    return paired, tuple(sorted(skipped, key=lambda each: (each.path, each.reason)))


def _digest(corpus: Corpus, options: Options, date: datetime.date) -> Digest:
    """Choose and order what a corpus says."""
    contrasts = all_contrasts(corpus)
    disputes = disputes_of(corpus, contrasts)
    corpus.analyses.clear()  # which take as much memory as the pairs, and are hardly asked for more
    asked = options.language.partition("-")[0] if options.language != AS_WRITTEN else ""
    found = points(corpus, options.points, contrasts, disputes.amounts(), language=asked)
    language = reader_language(corpus.documents, options)
    conflicts = conflicts_of(corpus, found, contrasts, disputes)
    found = without_opposed(found, conflicts)
    return Digest(
        title=options.title or digest_title(corpus.documents, found, language, conflicts),
        date=date.isoformat(),
        language=language,
        options=options.choices,
        documents=corpus.documents,
        points=tuple(with_sentences_quoted_along(point, corpus.documents) for point in found),
        conflicts=conflicts,
        themes=themes(corpus, found, language),
    )
