"""Learns whether a sentence tells a reader something by itself, and shows how well it tells.

    python -m benchmarks.fit_informativeness SENTENCES [--write]

SENTENCES are sentences of pages, reviews and forums that were read one by one, as lines of JSON
(`text`, `language`, `subject` and whether it `says` something); they do not come with the project.
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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.special import expit

from benchmarks.fit_matching import fit
from benchmarks.subjects import CLAIMS, ESSAYS, NEWS, Subject, seeds, subjects_in
from bidigest.embedding.bundled_model import BundledModel
from bidigest.embedding.sentence_vectors import quantized
from bidigest.features.clarity import is_clear
from bidigest.features.standalone import width
from bidigest.model import Language, Statement
from bidigest.ranking.informativeness import SIGNS, signs, unit
from bidigest.sparse.matrices import Floats

WEIGHTS = Path("bidigest/ranking/informativeness_weights.yaml")
RIDGES = {"vector": 80.0, "signs": 3.0}
"""Of standardized evidence: a vector has many entries, and the sentences are few."""
READ = 0.3
"""What a sentence of a reading counts beside one that was read for this."""
FOLDS = 5
HIDDEN = (0.03, 0.05, 0.1, 0.2)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and whether it says something; None where only no claim stands in it."""

    subject: str
    kind: str
    statement: Statement
    language: Language
    says: bool | None


def labelled(path: Path) -> Iterator[Example]:
    """The sentences that were read one by one."""
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        text, language = given["text"], given["language"]
        clear = is_clear(text, language)
        statement = Statement(text, (), True, width(text), clear)
        yield Example(given["subject"], "pages", statement, language, given["says"])


def read(subject: Subject) -> Iterator[Example]:
    """The sentences of a subject with a reading that may stand alone."""
    languages = [s.language for d in subject.documents for s in d.sentences]
    statements = (each for summary in subject.summaries for each in summary.statements)
    for statement, language, made in zip(statements, languages, subject.made, strict=True):
        if statement.alone:
            yield Example(subject.name, subject.kind, statement, language, bool(made) or None)


def evidence(examples: list[Example]) -> Floats:
    """Unit vectors and signs, side by side: (n_examples, n_dimensions + n_signs)."""
    values = quantized(BundledModel().encode([each.statement.text for each in examples]))
    told = np.array([signs(each.statement, each.language) for each in examples])
    return np.hstack([unit(values), told])


def learned(
    values: Floats, examples: list[Example], chosen: npt.NDArray[np.bool_]
) -> tuple[Floats, float]:
    """Weights and constant, learned from the chosen ones that are labelled."""
    known = chosen & np.array([x.says is not None and x.kind != CLAIMS.name for x in examples])
    weight = np.array([1.0 if each.kind == "pages" else READ for each in examples])
    ridges = np.full(values.shape[1], RIDGES["vector"])
    ridges[-len(SIGNS) :] = RIDGES["signs"]
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
    vector = [round(float(each), 3) for each in weights[: -len(SIGNS)]]
    by_signs = [round(float(each), 3) for each in weights[-len(SIGNS) :]]
    told = {"constant": round(constant, 3), "signs": dict(zip(SIGNS, by_signs, strict=True))}
    head = "# Learned by benchmarks/fit_informativeness.py; not set by hand.\n"
    return head + yaml.safe_dump(
        {**told, "vector": vector}, sort_keys=False, default_flow_style=None
    )


def main() -> None:
    """Learn, and print or write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    invented = [each for folder in (CLAIMS, ESSAYS, NEWS) for each in subjects_in(folder)]
    examples = list(labelled(asked.sentences))
    examples += [example for subject in (*invented, seeds()) for example in read(subject)]
    values = evidence(examples)
    show(held_out(values, examples), examples)
    if asked.write:
        weights, constant = learned(values, examples, np.ones(len(examples), dtype=bool))
        WEIGHTS.write_text(written(weights, constant), encoding="utf-8")


if __name__ == "__main__":
    main()
