"""What the weights of the choice of the page do, on summaries and on the seeds' perfect pages.

    python -m benchmarks.fit_choosing FOLDER [--topics N]

FOLDER is that of `benchmarks.summaries`. Each weight in turn is tried at some values while the
others stay. Printed are ROUGE-1, -2 and -L, averaged, of the even and of the odd topics apart
(a value that is better on one half only is noise); how many of the perfect page's 20 points
of both readings stand on pages of 14 to 26 points, on average; and on pages of 20 of each kind of
invented subject how many of the points that an editor would print, and how many statements that
make a claim again. Merging is by the weights of the package, which have learned from most of them.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import numpy as np

import bidigest
from benchmarks.readings import SEEDS, Reading, readings
from benchmarks.subjects import CLAIMS, ESSAYS, NEWS, Subject, subjects_in
from benchmarks.summaries import BUDGETS, cut, documents, rouge, tokens, topics
from bidigest.corpus import Corpus, prepare_corpus
from bidigest.embedding.bundled_model import BundledModel
from bidigest.model import Document
from bidigest.ranking import salience
from bidigest.selection import corroborated_clauses, likely_restatements, mmr, representative
from bidigest.selection.points import points

TRIED: tuple[tuple[ModuleType, str, tuple[float, ...]], ...] = (
    (representative, "FIGURED", (1.0, 1.2, 1.4, 1.6)),
    (representative, "CASE", (0.5, 0.75, 1.0)),
    (representative, "ITS_OWN", (0.5, 0.65, 0.8)),
    (representative, "ITS_OWN_CLAUSE", (0.5, 0.65, 0.8, 1.0)),
    (corroborated_clauses, "SHARED", (0.2, 0.35, 0.5)),
    (representative, "EXPECTED", (0.0, 0.5, 1.0, 1.5)),
    (representative, "CORROBORATED", (1.0, 1.5, 2.0, 2.5)),
    (salience, "EARLY", (0.0, 0.4, 0.7, 1.0)),
    (salience, "SUMMING_UP", (0.0, 0.5, 1.0)),
    (likely_restatements, "LEAST_CONCEPTS_BESIDE", (0.15, 0.22, 0.35)),
    (likely_restatements, "LEAST_MEANING_BESIDE", (0.04, 0.1, 0.22)),
    (representative, "UNFIGURED_ALONE", (0.5, 0.7, 1.0)),
    (mmr, "SAID", (0.25, 0.4, 0.5, 0.7, 1.0)),
    (mmr, "UNSAID", (0.0, 1.0, 2.0, 3.0)),
    (salience, "SALIENT", (0.33, 0.5, 0.67, 0.75, 1.0)),
    (salience, "FEW", (0, 5, 10, 20, 40)),
)
PAGES = (14, 17, 20, 23, 26)
KINDS = (CLAIMS, ESSAYS, NEWS)

Prepared = tuple[Corpus, list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", type=int, default=None, help="only the first N of each set")
    wanted = parser.parse_args()
    sets = {name: list(_topics(wanted.folder, name, wanted.topics)) for name in BUDGETS}
    seeds = _run([bidigest.read(path, root=SEEDS.parent) for path in sorted(SEEDS.glob("*.txt"))])
    gold = readings()
    kinds = [[(each, each.corpus()) for each in subjects_in(folder)] for folder in KINDS]
    for module, name, values in TRIED:
        for value in values:
            with _set(module, name, value):
                told = [_halves(sets[each], BUDGETS[each]) for each in BUDGETS]
                page = _page(seeds, gold)
                invented = "   ".join(_editors(kind) for kind in kinds)
            scores = "   ".join(f"{even:5.2f} {odd:5.2f}" for even, odd in told)
            print(f"{name:14} {value:5}   {scores}   {page:5.2f}   {invented}", flush=True)


def _topics(folder: Path, name: str, most: int | None) -> Iterator[Prepared]:
    for topic in topics(folder, name, most):
        yield _run(documents(topic)), topic["references"]


def _run(found: Sequence[Document]) -> Corpus:
    return prepare_corpus(
        found, [bidigest.summarize(document) for document in found], (), BundledModel()
    )


@contextmanager
def _set(module: ModuleType, name: str, value: float) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, value)
    yield
    setattr(module, name, before)


def _halves(prepared: Sequence[Prepared], budget: int) -> tuple[float, float]:
    scores = [_score(*each, budget) for each in prepared]
    return 100 * float(np.mean(scores[::2])), 100 * float(np.mean(scores[1::2]))


def _score(corpus: Corpus, references: Sequence[str], budget: int) -> float:
    statements = [point.statement for point in points(corpus, 20) if point.shown]
    chosen = cut(statements, budget)
    return float(np.mean([rouge(chosen, tokens(reference)) for reference in references]))


def _editors(kind: Sequence[tuple[Subject, Corpus]]) -> str:
    """Say how many claims that an editor would print are shown, and how many are made again."""
    found: Counter[str] = Counter()
    for subject, corpus in kind:
        page, said = set(subject.reading["page"]), set[str]()
        starts = {(f"S{d + 1}", s.span.start): n for n, (d, s) in enumerate(corpus.sentences)}
        for point in (point for point in points(corpus, 20) if point.shown):
            first = point.citations[0]
            made = subject.made[starts[first.source, first.span.start]]
            found["twice"] += bool(made & said)
            said |= made
        found["shown"] += len(page & said)
        found["page"] += len(page)
    return f"{found['shown']}/{found['page']} {found['twice']:2}"


def _page(seeds: Corpus, gold: Sequence[Reading]) -> float:
    return float(np.mean([_shown(seeds, reading, most) for reading in gold for most in PAGES]))


def _shown(seeds: Corpus, reading: Reading, most: int) -> int:
    names = {f"S{at}": Path(d.path).name for at, d in enumerate(seeds.documents, start=1)}
    first = [point.citations[0] for point in points(seeds, most) if point.shown]
    made = {i for c in first for i in reading.made_by((names[c.source], c.span.start, c.span.end))}
    return len(made & set(reading.page))


if __name__ == "__main__":
    main()
