"""Subjects with readings, on which merging is learned and measured, each held out in turn.

Nine invented subjects (`benchmarks/gold/claims`, written for this project: six sources each, two in
Simplified and two in Traditional Chinese, two in English, which make claims in their own words),
three on which five long essays, interviews and reports argue (`benchmarks/gold/essays`), five of
the press (`benchmarks/gold/news`: agencies, papers, notices; counts that grow for days, background
that one outlet alone gives, and in two of them one statement word by word and names in every
sentence) and the five seeds with their two readings. Further subjects
(`benchmarks/gold/essays_held_out`, `news_held_out`, `claims_held_out` beside it) are learned from
by nobody and, but for the contradictions of avenue-trees and lung-outbreak, were looked at by
nobody: they show what the weights are worth on others. Forty-three more, dense with contradictions
(`benchmarks/gold/disputes`, seven hands), are learned from by nobody either; of all but five of
them contradictions were read that were falsely shown, and of sixteen those that were missed. Two
that a first user wrote to try the program (`benchmarks/gold/reports`: notices, minutes, a
newsletter, a blog, papers) are not learned from either, but may be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.readings import GOLD, SEEDS, overlap, readings
from bidigest import read, summarize
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.embedding.bundled_model import BundledModel
from bidigest.embedding.encoder import SentenceEncoder
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.model import Document, Summary

CLAIMS = GOLD / "claims"
ESSAYS = GOLD / "essays"
NEWS = GOLD / "news"
HELD_OUT = GOLD / "essays_held_out"
NEWS_HELD_OUT = GOLD / "news_held_out"
CLAIMS_HELD_OUT = GOLD / "claims_held_out"
DISPUTES = GOLD / "disputes"
REPORTS = GOLD / "reports"

MadeBy = Callable[[str, int, int], frozenset[str]]
"""From a stretch of a source, by file name, to the claims that it makes."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The sources of one subject, and what they claim."""

    name: str
    documents: tuple[Document, ...]
    summaries: tuple[Summary, ...]
    made: tuple[frozenset[str], ...]
    """Of each sentence in order: the claims that it makes."""
    reading: dict[str, Any]
    """As in `claims.json`; empty for the seeds."""
    kind: str = ""
    """The name of the folder that it lies in, which tells what kind of texts it has."""

    def corpus(self, *, model: bool = True, parameters: Parameters = DEFAULT) -> Corpus:
        """Return its sentences, compared with or without the sentence model."""
        encoder: SentenceEncoder | None = BundledModel() if model else None
        return prepare_corpus(self.documents, self.summaries, (), encoder, parameters)

    def parts(self) -> list[Subject]:
        """Return three subjects of shorter sources: either half of each, and a third in turn."""
        thirds = [n % 3 for n in range(len(self.documents))]
        every = [0] * len(self.documents)
        return [self._part(every, 2), self._part([1 for _ in every], 2), self._part(thirds, 3)]

    def _part(self, which: Sequence[int], of: int) -> Subject:
        """Return the subject of one of so many parts of each source."""
        documents, made, start = [], list[frozenset[str]](), 0
        for document, part in zip(self.documents, which, strict=True):
            size = len(document.sentences)
            first, end = size * part // of, size * (part + 1) // of
            documents.append(replace(document, sentences=document.sentences[first:end]))
            made += self.made[start + first : start + end]
            start += size
        summaries = tuple(summarize(document) for document in documents)
        return replace(self, documents=tuple(documents), summaries=summaries, made=tuple(made))

    def texts(self) -> dict[str, str]:
        """Return the sources' texts by file name."""
        return {Path(document.path).name: document.text for document in self.documents}


def subjects() -> list[Subject]:
    """Return the invented subjects, by name, those of essays, those of the press, and the seeds."""
    return [*subjects_in(CLAIMS), *subjects_in(ESSAYS), *subjects_in(NEWS), seeds()]


def subjects_in(folder: Path) -> list[Subject]:
    """Return the invented subjects of a folder, by name."""
    folders = (each for each in sorted(folder.iterdir()) if (each / "claims.json").exists())
    return [invented(each) for each in folders]


def invented(folder: Path) -> Subject:
    """Return the subject of a folder with sources and `claims.json`."""
    reading = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".md", ".txt"))
    documents = [read(path, root=folder) for path in paths]
    texts = {document.path: document.text for document in documents}
    spans = [
        (claim["id"], (said["source"], start, start + len(said["quote"])))
        for claim in reading["claims"]
        for said in claim["sentences"]
        for start in [texts[said["source"]].index(said["quote"])]
    ]

    def made_by(name: str, start: int, end: int) -> frozenset[str]:
        return frozenset(claim for claim, span in spans if overlap((name, start, end), span))

    return replace(_subject(folder.name, documents, made_by, reading), kind=folder.parent.name)


def seeds() -> Subject:
    """Return the seeds; two sentences make the same claim if either of the readings says so."""
    documents = [read(path, root=SEEDS.parent) for path in sorted(SEEDS.glob("*.txt"))]
    gold = readings()

    def made_by(name: str, start: int, end: int) -> frozenset[str]:
        stretch = name, start, end
        return frozenset(f"{g.name} {point}" for g in gold for point in g.made_by(stretch))

    return _subject("seeds", documents, made_by, {})


def _subject(
    name: str, documents: Sequence[Document], made_by: MadeBy, reading: dict[str, Any]
) -> Subject:
    made = [
        made_by(Path(document.path).name, sentence.span.start, sentence.span.end)
        for document in documents
        for sentence in document.sentences
    ]
    summaries = tuple(summarize(document) for document in documents)
    return Subject(name, tuple(documents), summaries, tuple(made), reading)
