"""All sentences of a run, numbered through and compared with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bidigest.clauses import around
from bidigest.matching import Comparable, FurtherEvidence, Matches, match
from bidigest.matching import prepare as prepared
from bidigest.model import Document, Sentence, Statement, Summary, Traits
from bidigest.rendering.places import Places
from bidigest.standing import standing
from bidigest.subject import subject
from bidigest.traits import told
from bidigest.wording import wording


@dataclass(frozen=True, slots=True)
class Run:
    """All sentences of a run, numbered through, with what is known of each pair."""

    documents: tuple[Document, ...]
    sentences: tuple[tuple[int, Sentence], ...]
    """Index of the document, and the sentence."""
    traits: tuple[Traits, ...]
    statements: tuple[Statement, ...]
    salience: tuple[float, ...]
    """TextRank in its own source, 1 being the average sentence of it."""
    standing: tuple[float, ...]
    """The same among the sentences of all sources."""
    nearness: tuple[float, ...]
    """To the subject of all sources, 1 being the average sentence."""
    matches: Matches
    places: tuple[Places, ...]


def prepare(
    documents: Sequence[Document],
    summaries: Sequence[Summary],
    further: Sequence[FurtherEvidence] = (),
) -> Run:
    """Number the sentences of all documents and compare them."""
    sentences = tuple((d, s) for d, document in enumerate(documents) for s in document.sentences)
    pairs = zip(documents, summaries, strict=True)
    summaries = [s if s.traits else told(document, s.ranks) for document, s in pairs]
    words = (each for summary in summaries for each in summary.terms)
    traits = tuple(each for summary in summaries for each in summary.traits)
    said = zip(sentences, words, traits, strict=True)
    collection = prepared([comparable(documents[d], d, s, w, t) for (d, s), w, t in said])
    matches = match(collection, further)
    return Run(
        documents=tuple(documents),
        sentences=sentences,
        traits=traits,
        statements=tuple(each for summary in summaries for each in summary.statements),
        salience=tuple(rank * len(s.ranks) for s in summaries for rank in s.ranks),
        standing=standing(matches, len(sentences)),
        nearness=tuple(subject(collection.aligned.concepts, collection.documents).tolist()),
        matches=matches,
        places=tuple(Places(document) for document in documents),
    )


def comparable(
    document: Document,
    number: int,
    sentence: Sentence,
    words: tuple[str, ...] | None = None,
    traits: Traits | None = None,
) -> Comparable:
    """A sentence with all that the matching wants to know of it."""
    path = document.sections[sentence.section].path
    clauses = tuple(around(document.text, sentence.span, f.span) for f in sentence.figures)
    text = wording(document, sentence.span)
    return Comparable(text, sentence.figures, clauses, path, number, words, traits)
