"""Learns when two figures that cannot both be right are of one thing, and shows how well it tells.

    python -m benchmarks.fit_conflicts [--write] [--rows]

Of the nine invented subjects, the seeds, the open subjects of `gold/conflicts` and the open pairs
of `gold/contrasts`: every two figures of two sources that contradict each other and that nothing
rules out (`contradictions/same_referent.py`). They are right where a reading has a conflict between
their sentences. Logistic regression with a ridge; each subject is scored by weights that have not
seen it, all pairs being one subject. Printed are how many of so probable ones are right, with
`--rows` each of them. `--write` puts weights learned from all where the library has them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

import numpy as np
import yaml

from benchmarks import conflicts, contrasts
from benchmarks.claim_readings import Gold
from benchmarks.fit_matching import fit, held_out
from benchmarks.matching_examples import examples
from benchmarks.readings import Stretch, overlap
from benchmarks.subjects import Subject, subjects
from bidigest import read, read_bytes, summarize
from bidigest.contradictions.figure_evidence import CLAUSE_MEANING, evidence
from bidigest.contradictions.figured_pairs import figured_pairs
from bidigest.contradictions.given_amounts import Given
from bidigest.contradictions.of_other_matters import of_other_matters
from bidigest.contradictions.quantity_claims import Claim, contradicting_figures
from bidigest.contradictions.restatements import claim
from bidigest.contradictions.same_referent import (
    BY_WORDS,
    WITH_MODEL,
    at_other_times,
    of_different_things,
)
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.embedding.bundled_model import BundledModel
from bidigest.matching.parameters import DEFAULT
from bidigest.model import Document, Quantity

WEIGHTS = Path("bidigest/contradictions/figure_weights.yaml")
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
SEEDS = (("大致是66%", "67% vs"), ("70%的钱都砸向", "50%预算流向"))
"""Words of the two sides of each."""
_LISTS = ("modality_time", "who_what")

Labelled = Callable[[Stretch, Stretch], bool | None]
"""Whether two sentences contradict each other; None where nobody can tell."""


@dataclass(frozen=True, slots=True)
class Row:
    """Two figures, and whether they are of one thing."""

    subject: str
    first: Claim
    one: Quantity
    second: Claim
    other: Quantity
    told: Mapping[str, float]
    right: bool


def rows(name: str, corpus: Corpus, labelled: Labelled) -> Iterator[Row]:
    """The rows of a corpus."""
    pairs = figured_pairs(corpus)
    claims = cache(partial(claim, corpus))
    given = Given.of(corpus, pairs, claims)
    for (i, j), alike in pairs.items():
        first, second = claims(i), claims(j)
        right = labelled(_stretch(corpus, i), _stretch(corpus, j))
        found = [
            (one, other)
            for one, other in contradicting_figures(first, second)
            if right is not None
            and not given.of_two_things((i, j), (one, other))
            and not of_different_things(first, one, second, other)
            and not at_other_times(first, one, second, other)
            and not of_other_matters(first, one, second, other)
            and not given.told_apart((i, j), (one, other))
        ]
        told = [evidence(first, one, second, other, alike) for one, other in found]
        # Of a conflict's sentences only the figures whose clauses are most alike are its own.
        best = max((each["clauses"] for each in told), default=0.0)
        for (one, other), each in zip(found, told, strict=True):
            own = bool(right) and each["clauses"] == best
            yield Row(name, first, one, second, other, each, own)


def _stretch(corpus: Corpus, number: int) -> Stretch:
    source, sentence = corpus.sentences[number]
    return Path(corpus.documents[source].path).name, sentence.span.start, sentence.span.end


def of_subject(subject: Subject, corpus: Corpus) -> Iterator[Row]:
    """The rows of one of the nine subjects."""
    gold, texts = Gold.of(subject), subject.texts()

    def quoted(stretch: Stretch, quote: str) -> bool:
        start = texts[stretch[0]].find(quote)
        return start >= 0 and overlap(stretch, (stretch[0], start, start + len(quote)))

    def labelled(one: Stretch, other: Stretch) -> bool | None:
        shared = gold.made_by(one) & gold.made_by(other)
        of = [each for each in gold.conflicts if shared & set(each["claims"])]
        for each in of:
            a, b = each["quotes"][:2]
            if (quoted(one, a) and quoted(other, b)) or (quoted(one, b) and quoted(other, a)):
                return True
        return None if of else False

    return rows(subject.name, corpus, labelled)


def of_pairs() -> Iterator[Row]:
    """The rows of all open pairs."""
    listed = [(pair, pair.relation == "contradict") for pair in contrasts.pairs("open", "quantity")]
    listed += [(pair, False) for name in _LISTS for pair in contrasts.pairs("open", name)]
    listed += [
        (pair, pair.relation == "conflict")
        for name in conflicts.LISTS
        for kind, pair in conflicts.pairs("open", name)
        if pair.relation == "none" or kind == "figure"
    ]
    for pair, right in listed:
        texts = zip((pair.first, pair.second), pair.dates, strict=True)
        sources = [contrasts.source(text, date) for text, date in texts]
        documents = [read_bytes(text.encode(), f"{n}.md") for n, text in enumerate(sources)]
        yield from rows("pairs", _corpus(documents), _always(right))


def _always(right: bool) -> Labelled:
    return lambda _one, _other: right


def _corpus(documents: list[Document]) -> Corpus:
    return prepare_corpus(documents, [summarize(each) for each in documents], (), BundledModel())


def of_open_subjects() -> Iterator[Row]:
    """The rows of the open subjects that are dense with conflicts."""
    for subject in conflicts.subjects("open"):
        folder = conflicts.SUBJECTS / "open" / subject.name
        documents = [read(path, root=folder) for path in sorted(folder.glob("*.md"))]
        yield from rows(subject.name, _corpus(documents), _sided(subject))


def _sided(subject: conflicts.Subject) -> Labelled:
    return lambda one, other: any(
        conflicts.stands(one, sides[i]) and conflicts.stands(other, sides[1 - i])
        for sides in subject.conflicts.values()
        for i in (0, 1)
    )


def every_row() -> list[Row]:
    """All rows, those of the nine subjects by scores that have not seen them."""
    every = subjects()
    weights = held_out(examples(every, model=True))
    found: list[Row] = []
    for subject in every:
        corpus = subject.corpus(parameters=replace(DEFAULT, scoring=weights[subject.name]))
        found += of_subject(subject, corpus) if subject.reading else seeds(corpus)
    return [*found, *of_pairs(), *of_open_subjects()]


def seeds(corpus: Corpus) -> Iterator[Row]:
    """The rows of the seeds, of which readers know the conflicts in shares."""
    texts = {Path(document.path).name: document.text for document in corpus.documents}

    def labelled(one: Stretch, other: Stretch) -> bool:
        said = [texts[source][start:end] for source, start, end in (one, other)]
        return any(
            all(word in text for word, text in zip(words, order, strict=True))
            for words in SEEDS
            for order in (said, said[::-1])
        )

    return rows("seeds", corpus, labelled)


def scores(given: list[Row]) -> np.ndarray:
    """Probabilities by weights that have not seen the row's subject."""
    values, right = _arrays(given)
    names = np.array([row.subject for row in given])
    found = np.zeros(len(given))
    for name in sorted(set(names.tolist())):
        weights, constant = fit(values[names != name], right[names != name])
        found[names == name] = 1 / (1 + np.exp(-(values[names == name] @ weights + constant)))
    return found


def _arrays(given: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    values = np.array([list(row.told.values()) for row in given])
    return values, np.array([row.right for row in given])


def main() -> None:
    """Print how well it is told, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--rows", action="store_true")
    wanted = parser.parse_args()
    given = every_row()
    found = scores(given)
    right = _arrays(given)[1]
    subject = np.array([row.subject != "pairs" for row in given])
    for name, of in (("subjects", subject), ("pairs", ~subject)):
        for least in THRESHOLDS:
            shown = of & (found >= least)
            print(f"{name}, from {least}: right {right[shown].sum()} of {shown.sum()} shown,"
                  f" of all {right[of].sum()}")  # fmt: skip
    if wanted.rows:
        for at in np.argsort(-found, kind="stable")[:200]:
            _print(given[at], found[at])
    values = {WITH_MODEL: _learned(given), BY_WORDS: _learned([_by_words(row) for row in given])}
    print(values)
    if wanted.write:
        head = "# Learned by benchmarks/fit_conflicts.py; not set by hand.\n"
        WEIGHTS.write_text(head + yaml.safe_dump(values, sort_keys=False), encoding="utf-8")


def _learned(given: list[Row]) -> dict[str, float]:
    weights, constant = fit(*_arrays(given))
    named = zip(given[0].told, (round(float(w), 4) for w in weights), strict=True)
    return {**dict(named), "constant": round(constant, 4)}


def _by_words(row: Row) -> Row:
    told = {name: value for name, value in row.told.items() if name != CLAUSE_MEANING}
    return replace(row, told=told)


def _print(row: Row, score: float) -> None:
    figures = (f"{f.low:g}{'~' if f.approximate else ''} {f.unit}" for f in (row.one, row.other))
    sign = "+" if row.right else "-"
    texts = f"{row.first.text} || {row.second.text}"
    print(sign, f"{score:.2f}", row.subject, " | ".join(figures), texts)


if __name__ == "__main__":
    main()
