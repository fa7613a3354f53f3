"""Runs of small sources, and pairs whose likeness a test decides."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bidigest import Document, read_bytes, summarize
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.matching import Matches
from bidigest.matching.evidence import kind_names
from bidigest.matching.evidence_table import EvidenceTable


def documents_of(*texts: str) -> list[Document]:
    """A Markdown source of each text."""
    return [read_bytes(text.encode(), f"{n}.md") for n, text in enumerate(texts)]


def run_of(*texts: str) -> Corpus:
    """Their sentences, numbered and compared."""
    documents = documents_of(*texts)
    return prepare_corpus(documents, [summarize(document) for document in documents])


def matches_of(scores: Mapping[tuple[int, int], float]) -> Matches:
    """These pairs only, each as like as it is probable."""
    keys = sorted(scores)
    first, second = (np.array([key[i] for key in keys], dtype=np.int64) for i in (0, 1))
    values = np.array([scores[key] for key in keys])
    return Matches(first, second, EvidenceTable.empty(len(keys), len(kind_names())), values, values)
