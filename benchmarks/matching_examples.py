"""Candidate pairs of subjects and of parts of them, with their evidence, and which are right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.subjects import Subject
from bidigest.matching import Matches
from bidigest.sparse.matrices import Integers

Booleans = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Examples:
    """The candidate pairs of one subject, with evidence and label."""

    name: str
    evidence: Any
    right: Booleans
    matches: Matches
    documents: Integers
    """Of each sentence."""
    all_right: int
    """Right pairs of two sources, candidates or not."""
    part: bool
    """Whether its sources are cut short."""

    def relation(self, name: str) -> Booleans:
        """Return which pairs stand in this relation."""
        if name == "one source":
            return np.asarray(self.evidence.same_source)
        two = (
            self.evidence.cross_lingual if name == "two languages" else ~self.evidence.cross_lingual
        )
        return np.asarray(two & ~self.evidence.same_source)


def examples(given: Sequence[Subject], *, model: bool) -> list[Examples]:
    """Return the candidate pairs of subjects, and of parts of each."""
    found = []
    for subject in given:
        found.append(_examples(subject, model=model, part=False))
        found += [_examples(part, model=model, part=True) for part in subject.parts()]
    return found


def _examples(subject: Subject, *, model: bool, part: bool) -> Examples:
    corpus = subject.corpus(model=model)
    matches = corpus.matches
    pairs = zip(matches.first.tolist(), matches.second.tolist(), strict=True)
    right = np.array([bool(subject.made[i] & subject.made[j]) for i, j in pairs])
    documents = np.array([d for d, _ in corpus.sentences], dtype=np.int64)
    every = _all_right(subject)
    return Examples(subject.name, matches.evidence, right, matches, documents, every, part)


def _all_right(subject: Subject) -> int:
    source = [n for n, d in enumerate(subject.documents) for _ in d.sentences]
    made = subject.made
    return sum(
        bool(made[i] & made[j]) and source[i] != source[j]
        for i in range(len(made))
        for j in range(i)
    )
