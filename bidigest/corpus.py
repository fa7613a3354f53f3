"""All sentences of a run, numbered through and compared with each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bidigest.contrasts.analysis import Analysis
from bidigest.embedding import SentenceVectors, embed, gathered
from bidigest.embedding.encoder import Quantized, SentenceEncoder
from bidigest.features.sentence_features import analyse_sentences
from bidigest.matching import Comparable, Matches, Reranker, match, prepare_collection
from bidigest.matching.collection import Collection
from bidigest.matching.meaning import Meanings
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.model import Document, Sentence, SentenceFeatures, Statement, Summary
from bidigest.ranking.centrality import centroid_similarity, lexrank
from bidigest.ranking.informativeness import informativeness
from bidigest.ranking.salience import positional_prior, salience
from bidigest.sharding.shards import Shards
from bidigest.storage.pair_memory import PairMemory
from bidigest.text.figure_clauses import clause_around
from bidigest.text.locations import Locations
from bidigest.text.plain_text import wording

Numbered = tuple[int, Sentence]
"""Index of the document, and a sentence of it."""

_NONE: Mapping[str, Quantized] = {}


@dataclass(frozen=True, slots=True)
class Corpus:
    """All sentences of a run, numbered through, with what is known of each pair."""

    documents: tuple[Document, ...]
    sentences: tuple[Numbered, ...]
    features: tuple[SentenceFeatures, ...]
    statements: tuple[Statement, ...]
    textrank: tuple[float, ...]
    """Within its own source, 1 being the average sentence of it."""
    lexrank: tuple[float, ...]
    """Among the sentences of all sources, 1 being the average sentence."""
    centroid_similarity: tuple[float, ...]
    """To the subject of all sources, 1 being the average sentence."""
    informativeness: tuple[float, ...]
    """How probably each says something by itself."""
    matches: Matches
    parameters: Parameters
    places: tuple[Locations, ...]
    analyses: dict[int, Analysis] = field(default_factory=dict, repr=False)
    """Of sentences that were looked at for what sets them apart, without their dates; what is not
    here is analysed again."""
    memory: PairMemory = field(default_factory=PairMemory, repr=False)
    """What the last run has found of pairs."""
    shards: Shards | None = field(default=None, repr=False)
    """How the work on pairs is divided; None where it is not."""
    meanings: Meanings | None = field(default=None, repr=False)
    """The sentences and their clauses by the sentence model, if there is one."""

    def salience(self) -> list[float]:
        """Compute how much each sentence matters; about 1 is usual."""
        return salience(
            [len(self.documents[document].sentences) for document, _ in self.sentences],
            self.textrank,
            self.lexrank,
            self.centroid_similarity,
            [prior for document in self.documents for prior in positional_prior(document)],
        )


def prepare_corpus(
    documents: Sequence[Document],
    summaries: Sequence[Summary],
    rerankers: Sequence[Reranker] = (),
    encoder: SentenceEncoder | None = None,
    parameters: Parameters = DEFAULT,
    vectors: Mapping[str, Quantized] = _NONE,
    memory: PairMemory | None = None,
    shards: Shards | None = None,
) -> Corpus:
    """Enumerate the sentences of all documents and compare them with each other.

    Args:
        documents: in the order of the digest.
        summaries: one for each.
        rerankers: rerankers, asked about the candidate pairs.
        encoder: a sentence model; without one, pairs are told by words alone.
        parameters: weights and thresholds.
        vectors: int8, (n_texts, n_dimensions), the model's vectors of each document, by path, where
            they are made already.
        memory: what the last run has found of pairs, if any is kept.
        shards: how the work on pairs is divided, if it is.
    """
    memory = memory or PairMemory()
    sentences = tuple((d, s) for d, document in enumerate(documents) for s in document.sentences)
    pairs = zip(documents, summaries, strict=True)
    summaries = [s if s.features else analyse_sentences(document, s.ranks) for document, s in pairs]
    compared = _compared(documents, sentences, summaries)
    memory.begin(_identities(documents, sentences, compared))
    found = _vectors(compared, documents, encoder, vectors)
    collection = prepare_collection(compared, found, memory, shards)
    matches = match(collection, rerankers, parameters)
    statements = tuple(each for summary in summaries for each in summary.statements)
    return Corpus(
        documents=tuple(documents),
        sentences=sentences,
        features=tuple(each for summary in summaries for each in summary.features),
        statements=statements,
        textrank=tuple(rank * len(s.ranks) for s in summaries for rank in s.ranks),
        lexrank=lexrank(matches.first, matches.second, matches.concept_cosine, len(sentences)),
        centroid_similarity=_centroid_similarity(collection),
        informativeness=_informativeness(sentences, statements, found),
        matches=matches,
        parameters=parameters,
        places=tuple(Locations(document) for document in documents),
        analyses=collection.analyses,
        memory=memory,
        shards=shards,
        meanings=collection.meanings,
    )


def _compared(
    documents: Sequence[Document],
    sentences: Sequence[Numbered],
    summaries: Sequence[Summary],
) -> list[Comparable]:
    """Collect of each sentence what matching wants to know."""
    words = (each for summary in summaries for each in summary.terms)
    features = (each for summary in summaries for each in summary.features)
    said = zip(sentences, words, features, strict=True)
    return [as_comparable(documents[d], d, s, w, t) for (d, s), w, t in said]


def _centroid_similarity(collection: Collection) -> tuple[float, ...]:
    """Compute how near each sentence is to the subject, 1 being the average sentence."""
    found = centroid_similarity(collection.aligned.concepts, collection.documents)
    return tuple(found.tolist())


def _informativeness(
    sentences: Sequence[Numbered],
    statements: Sequence[Statement],
    vectors: SentenceVectors | None,
) -> tuple[float, ...]:
    """Estimate how probably each sentence says something by itself."""
    languages = [sentence.language for _, sentence in sentences]
    return informativeness(statements, languages, [document for document, _ in sentences], vectors)


def _identities(
    documents: Sequence[Document],
    sentences: Sequence[Numbered],
    compared: Sequence[Comparable],
) -> Iterator[str]:
    """Yield of each sentence all that what sets it apart from others hangs on."""
    for (index, sentence), each in zip(sentences, compared, strict=True):
        quote, at = documents[index].quote(sentence.span), sentence.span.start
        figures = [
            (f.unit, f.low, f.high, f.approximate, f.decrease, f.span.start - at, f.span.end - at)
            for f in sentence.figures
        ]
        yield f"{documents[index].date}\0{quote}\0{each.text}\0{figures}"


def _vectors(
    sentences: Sequence[Comparable],
    documents: Sequence[Document],
    encoder: SentenceEncoder | None,
    known: Mapping[str, Quantized],
) -> SentenceVectors | None:
    """Collect the vectors of all sentences, int8, (n_texts, n_dimensions), or make them now."""
    if encoder is None or not sentences:
        return None
    texts: list[list[str]] = [[] for _ in documents]
    for sentence in sentences:
        texts[sentence.document].append(sentence.text)
    if all(each.path in known for each in documents):
        return gathered(encoder.name, texts, [known[each.path] for each in documents])
    return embed(encoder, texts)


def as_comparable(
    document: Document,
    number: int,
    sentence: Sentence,
    words: tuple[str, ...],
    features: SentenceFeatures,
) -> Comparable:
    """Collect all that matching wants to know of a sentence.

    Args:
        document: the sentence's document.
        number: the document's index in the digest.
        sentence: one of its sentences.
        words: its terms.
        features: its features.
    """
    figures = sentence.figures
    return Comparable(
        wording(document, sentence.span),
        words,
        features,
        figures=figures,
        clauses=tuple(clause_around(document.text, sentence.span, f.span) for f in figures),
        titles=document.sections[sentence.section].path,
        document=number,
    )
