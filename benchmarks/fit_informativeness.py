"""Learns whether a sentence tells a reader something by itself, and shows how well it tells.

    python -m benchmarks.fit_informativeness SENTENCES SOURCES [--write]

SENTENCES are sentences of pages, reviews and forums that were read one by one, as lines of JSON
(`text`, `language`, `subject` and whether it `says` something), and SOURCES has a folder of texts
for each subject that they stand in; they do not come with the project.
Beside them every sentence that makes a claim in the readings of essays and of the press
(`gold/essays`, `gold/news`) and of the seeds says something. Logistic regression with a ridge; a
subject is scored by weights that have not seen it, and the nine invented subjects are never
learned from. Printed is how many of each kind would be hidden at some thresholds: of sentences that
say something, of those that say nothing, and of those in the readings that no claim stands in.
`--write` puts weights learned from all where the library has them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.special import expit

from benchmarks.fit_matching import fit
from benchmarks.subjects import CLAIMS, ESSAYS, NEWS, Subject, seeds, subjects_in
from bidigest import read
from bidigest.embedding import gathered
from bidigest.embedding.bundled_model import BundledModel
from bidigest.embedding.document_vectors import encode_documents, wordings
from bidigest.features.sentence_features import analyse_sentences
from bidigest.model import Document, Language, Summary
from bidigest.ranking.informativeness import SIGNS, SURROUNDINGS, evidence
from bidigest.sparse.matrices import Floats
from bidigest.storage.document_store import only_vectors

WEIGHTS = Path("bidigest/ranking/informativeness_weights.yaml")
RIDGES = {"vector": 300.0, "source": 200.0, "signs": 3.0}
"""Of standardized evidence: a vector has many entries, and the sentences are few."""
READ = 1.0
"""What a sentence of a reading counts beside one that was read for this.

At .3, what hides a tenth of the pages' sentences that say something hides a fifth of the nine
subjects' claims; so it hides a tenth of them.
"""
FOLDS = 5
HIDDEN = (0.03, 0.05, 0.1, 0.2)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and whether it says something; None where only no claim stands in it."""

    subject: str
    kind: str
    language: Language
    says: bool | None
    evidence: Floats
    """(n_evidence,)."""


def labelled(path: Path, sources: Path) -> Iterator[Example]:
    """The sentences that were read one by one, each among the others of its subject."""
    says: dict[str, dict[str, bool]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        says.setdefault(given["subject"], {})[given["text"]] = given["says"]
    for subject, known in sorted(says.items()):
        files = sorted((sources / subject).iterdir())
        documents = [read(each, root=sources) for each in files]
        left = dict(known)  # what stands in two sources was read once
        summaries = [analyse_sentences(document) for document in documents]
        said = [s.text for summary in summaries for s in summary.statements]
        told = [left.pop(text, None) for text in said]
        for example in examples_of(subject, "pages", documents, summaries, told):
            if example.says is not None:
                yield example


def of_reading(subject: Subject) -> Iterator[Example]:
    """The sentences of a subject with a reading that may stand alone."""
    made = [bool(each) or None for each in subject.made]
    found = examples_of(subject.name, subject.kind, subject.documents, subject.summaries, made)
    statements = (each for summary in subject.summaries for each in summary.statements)
    for statement, example in zip(statements, found, strict=True):
        if statement.alone:
            yield example


def examples_of(
    subject: str,
    kind: str,
    documents: Sequence[Document],
    summaries: Sequence[Summary],
    says: Sequence[bool | None],
) -> Iterator[Example]:
    """Every sentence of a subject's sources."""
    encoder = BundledModel()
    made = encode_documents(documents, encoder, only_vectors())
    texts = [wordings(document) for document in documents]
    vectors = gathered(encoder.name, texts, [made[document.path] for document in documents])
    statements = [each for summary in summaries for each in summary.statements]
    languages = [each.language for document in documents for each in document.sentences]
    numbers = [d for d, document in enumerate(documents) for _ in document.sentences]
    found = np.vstack(list(evidence(statements, languages, numbers, vectors)))
    for each, language, label in zip(found, languages, says, strict=True):
        yield Example(subject, kind, language, label, each)


def learned(
    values: Floats, examples: list[Example], chosen: npt.NDArray[np.bool_]
) -> tuple[Floats, float]:
    """Weights and constant, learned from the chosen ones that are labelled."""
    known = chosen & np.array([x.says is not None and x.kind != CLAIMS.name for x in examples])
    weight = np.array([1.0 if each.kind == "pages" else READ for each in examples])
    wide = (values.shape[1] - len(SIGNS + SURROUNDINGS)) // 2
    sizes = wide, wide, len(SIGNS + SURROUNDINGS)
    ridges = np.repeat(list(RIDGES.values()), sizes)
    says = np.array([bool(each.says) for each in examples])
    return fit(values[known], says[known], weight[known], ridges)


def held_out(values: Floats, examples: list[Example]) -> Floats:
    """Log-odds of each, by weights that have not seen its subject."""
    names = sorted({each.subject for each in examples})
    fold = np.array([names.index(each.subject) % FOLDS for each in examples])
    odds = np.zeros(len(examples))
    for each in range(FOLDS):
        weights, constant = learned(values, examples, fold != each)
        odds[fold == each] = values[fold == each] @ weights + constant
    return odds


def show(odds: Floats, examples: list[Example]) -> None:
    """How many of each kind a threshold hides."""
    kinds = sorted({(x.kind, x.language, str(x.says)) for x in examples})
    of = {kind: [(x.kind, x.language, str(x.says)) == kind for x in examples] for kind in kinds}
    print("hidden of zh pages that say something:", *HIDDEN, sep="\t")
    least = [np.quantile(odds[of["pages", "zh", "True"]], part) for part in HIDDEN]
    print("probability", *(f"{expit(each):.2f}" for each in least), sep="\t")
    for kind in kinds:
        shares = [float((odds[of[kind]] < each).mean()) for each in least]
        print(*kind, sum(of[kind]), *(f"{each:.3f}" for each in shares), sep="\t")


def written(weights: Floats, constant: float) -> str:
    """The file of the weights."""
    vectors, rest = np.split(weights.round(3), [-len(SIGNS + SURROUNDINGS)])
    vector, source = np.split(vectors, 2)
    by_name = dict(zip(SIGNS + SURROUNDINGS, rest.tolist(), strict=True))
    told = {
        "constant": round(constant, 3),
        "signs": {name: by_name[name] for name in SIGNS},
        "surroundings": {name: by_name[name] for name in SURROUNDINGS},
        "vector": vector.tolist(),
        "source": source.tolist(),
    }
    head = "# Learned by benchmarks/fit_informativeness.py; not set by hand.\n"
    return head + yaml.safe_dump(told, sort_keys=False, default_flow_style=None)


def main() -> None:
    """Learn, and print or write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    invented = [each for folder in (CLAIMS, ESSAYS, NEWS) for each in subjects_in(folder)]
    examples = list(labelled(asked.sentences, asked.sources))
    examples += [x for subject in (*invented, seeds()) for x in of_reading(subject)]
    values = np.array([each.evidence for each in examples])
    show(held_out(values, examples), examples)
    if asked.write:
        weights, constant = learned(values, examples, np.ones(len(examples), dtype=bool))
        WEIGHTS.write_text(written(weights, constant), encoding="utf-8")


if __name__ == "__main__":
    main()
