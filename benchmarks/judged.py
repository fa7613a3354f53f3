"""What a judge is worth: a stub answers from a reading of the seeds, and the digest is measured.

    python -m benchmarks.judged [reading-a | reading-b]

The stub says "yes" where the reading puts both sentences into one point, "no" otherwise: a judge
that reads as that person did. Asked are at most as many questions as by default.
"""

from __future__ import annotations

import datetime
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.merging import scores
from benchmarks.readings import SEEDS, Reading, readings
from bidigest import Options, read, render
from bidigest.model import Document
from bidigest.pipeline import merge
from bidigest.ranking.textrank import summarize
from bidigest.rerankers.llm_judge import Judge
from bidigest.rerankers.llm_judge import questions as asking
from bidigest.text.plain_text import wording


def main() -> None:
    wanted = sys.argv[1:]
    for reading in readings():
        if not wanted or reading.name in wanted:
            print(f"the judge answers as {reading.name}")
            for name, value in measured(reading).items():
                print(f"  {name:44} {value}")


def measured(reading: Reading) -> dict[str, str]:
    """Questions and the figures of `benchmarks.merging`."""
    from tests.rerankers.llm_judge.stub import Stub, serving

    documents = [read(path, root=SEEDS.parent) for path in sorted(SEEDS.glob("*.txt"))]
    known = opinions(documents, reading)
    stub = Stub(lambda one, other: _answer(known, one, other))
    with serving(stub), tempfile.TemporaryDirectory() as folder:
        judge = Judge(stub.url, reading.name, Options().judge_questions, Path(folder) / "a.jsonl")
        data = digest(documents, judge)
        asked = len(stub.pairs) - 2 * len(stub.requests)
        requests = len(stub.requests)
        again = digest(documents, judge)
    several = [p for p in data["points"] if len(p["sources"]) > 1]
    return {
        "pairs asked about": str(asked),
        "requests": str(requests),
        "asked by a second run": str(len(stub.requests) - requests),
        "the second run gives the same": str(again == data),
        "points that several sources make": str(len(several)),
        **scores(data),
    }


def digest(documents: list[Document], judge: Judge) -> dict[str, Any]:
    """The digest that this judge helps to make, as data."""
    options = Options(date=datetime.date(2026, 1, 1))
    summaries = [summarize(document) for document in documents]
    made = merge(documents, summaries, options, rerankers=(judge,))
    return dict(json.loads(render(made, links=".")["digest.json"]))


def opinions(documents: list[Document], reading: Reading) -> dict[str, frozenset[int]]:
    """The points of the reading that each sentence makes, by what is sent of it."""
    known: dict[str, frozenset[int]] = {}
    for document in documents:
        for sentence in document.sentences:
            stretch = Path(document.path).name, sentence.span.start, sentence.span.end
            text = asking.question(wording(document, sentence.span), "").other
            known[text] = known.get(text, frozenset()) | reading.made_by(stretch)
    return known


def _answer(known: dict[str, frozenset[int]], one: str, other: str) -> str:
    if one in known and other in known:
        return "yes" if known[one] & known[other] else "no"
    return "yes" if {one, other} in _same() else "no"


def _same() -> list[set[str]]:
    """The pairs with a known answer that are mixed in."""
    return [set(pair) for pair in asking.known_pairs()]


if __name__ == "__main__":
    main()
