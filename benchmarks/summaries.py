"""Are the digest's best sentences good summaries? ROUGE against human ones, beside simple rivals.

    python -m benchmarks.summaries FOLDER [--topics N]

FOLDER holds `multidoc_zh/topics.jsonl` (questions with several web documents and human
answers, DuReader 2.0) and `multidoc_en/topics.jsonl` (very redundant reviews with human
summaries, Opinosis 1.0); neither comes with the project. All summarizers get the same
sentences, as this project splits them, and the same budget: 120 characters of Chinese, 25
English words, the last sentence cut to fit. The digest's are the statements that its page shows,
in the page's order. `lead` takes the first sentence of every document in turn. ROUGE-1, -2 and
-L F1 in percent, Chinese by character, averaged over references, then over topics. sumy's take
part where it is installed. `--docs` puts the table into docs/merging.md.
"""

from __future__ import annotations

import argparse
import datetime
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import bidigest
from benchmarks.tables import put
from bidigest.languages.zh.scripts import HAN
from bidigest.text.plain_text import wording

Topic = dict[str, Any]
Summarizer = Callable[[list[bidigest.Document]], list[str]]

DOCS = Path("docs/merging.md")
BUDGETS = {"multidoc_zh": 120, "multidoc_en": 25}
_TOKEN = re.compile(rf"[{HAN}]|[^\W{HAN}]+")


def tokens(text: str) -> list[str]:
    """Han characters and words, lower case."""
    return [token.lower() for token in _TOKEN.findall(text)]


def topics(folder: Path, name: str, most: int | None) -> list[Topic]:
    """The set's topics, or so many of them."""
    lines = (folder / name / "topics.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line][:most]


def documents(topic: Topic) -> list[bidigest.Document]:
    """The topic's documents; of a topic that is a list of sentences, each is one."""
    if "sentences" in topic:
        texts = [sentence.strip(" ,") for sentence in topic["sentences"]]
    else:
        texts = ["\n\n".join(d["paragraphs"]) for d in topic["documents"]]
    found = []
    for number, text in enumerate(texts):
        if text.strip():
            found.append(bidigest.read_bytes(text.encode(), f"{number:04}.txt"))
    return found


def sentences(documents: Sequence[bidigest.Document]) -> list[str]:
    """All sentences of all documents, in order."""
    return [wording(d, s.span) for d in documents for s in d.sentences]


def first(documents: list[bidigest.Document]) -> list[str]:
    """The first document from its start: what a search engine thought best, with these topics."""
    return sentences(documents)


def lead(documents: list[bidigest.Document]) -> list[str]:
    """The first sentence of each document in turn, then the second ones."""
    each = [sentences([document]) for document in documents]
    rounds = range(max(map(len, each), default=0))
    return [found[at] for at in rounds for found in each if at < len(found)]


def at_random(documents: list[bidigest.Document]) -> list[str]:
    """Sentences in an order drawn by chance, always the same."""
    found = sentences(documents)
    random.Random(7).shuffle(found)
    return found


def plain_textrank(documents: list[bidigest.Document]) -> list[str]:
    """TextRank over all sentences together."""
    from bidigest.ranking.textrank import rank
    from bidigest.text.tokens import terms

    found = sentences(documents)
    ranks = rank([terms(sentence) for sentence in found])
    return [found[i] for i in sorted(range(len(found)), key=lambda i: (-ranks[i], i))]


def digest(documents: list[bidigest.Document]) -> list[str]:
    """What the page shows, in its order."""
    options = bidigest.Options(date=datetime.date(2026, 1, 1))
    summaries = [bidigest.summarize(document) for document in documents]
    return [
        point.statement
        for point in bidigest.merge(documents, summaries, options).points
        if point.shown
    ]


def sumy(name: str) -> Summarizer | None:
    """One of sumy's summarizers over the same sentences; None where sumy is not installed."""
    if find_spec("sumy") is None:
        return None
    from benchmarks.rivals import sumy_summarizer

    return sumy_summarizer(name, sentences, tokens)


def cut(chosen: Sequence[str], budget: int) -> list[str]:
    """The tokens of the sentences, up to the budget."""
    return [token for sentence in chosen for token in tokens(sentence)][:budget]


def rouge(candidate: list[str], reference: list[str]) -> tuple[float, float, float]:
    """ROUGE-1, -2 and -L as F1 (Lin, "ROUGE: A Package for Automatic Evaluation", 2004)."""
    return (
        _overlap(candidate, reference, 1),
        _overlap(candidate, reference, 2),
        _f1(_longest_common(candidate, reference), len(candidate), len(reference)),
    )


def _overlap(candidate: list[str], reference: list[str], n: int) -> float:
    one, other = (
        Counter(zip(*(x[i:] for i in range(n)), strict=False)) for x in (candidate, reference)
    )
    return _f1(sum((one & other).values()), sum(one.values()), sum(other.values()))


def _f1(shared: int, candidate: int, reference: int) -> float:
    return 2 * shared / (candidate + reference) if shared else 0.0


def _longest_common(one: list[str], other: list[str]) -> int:
    row = [0] * (len(other) + 1)
    for token in one:
        previous = 0
        for j, against in enumerate(other, 1):
            previous, row[j] = row[j], previous + 1 if token == against else max(row[j], row[j - 1])
    return row[-1]


def score(summarizer: Summarizer, found: list[Topic], budget: int) -> list[float]:
    """The three means over topics, in percent."""
    totals = [0.0, 0.0, 0.0]
    for topic in found:
        candidate = cut(summarizer(documents(topic)), budget)
        each = [rouge(candidate, tokens(reference)) for reference in topic["references"]]
        for i in range(3):
            totals[i] += sum(scores[i] for scores in each) / len(each)
    return [100 * total / len(found) for total in totals]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", type=int, default=None, help="only the first N of each set")
    parser.add_argument("--docs", action="store_true")
    wanted = parser.parse_args()
    rivals: dict[str, Summarizer | None] = {
        "digest": digest,
        "random": at_random,
        "lead": lead,
        "first document": first,
        "plain TextRank": plain_textrank,
        **{f"sumy {name}": sumy(name) for name in ("TextRank", "LexRank", "LSA")},
    }
    sets = {name: topics(wanted.folder, name, wanted.topics) for name in BUDGETS}
    rows = [["", *(f"{name}, {len(found)} topics" for name, found in sets.items())], ["---"] * 3]
    for rival, summarizer in rivals.items():
        if summarizer is not None:
            each = [score(summarizer, found, BUDGETS[name]) for name, found in sets.items()]
            rows.append([rival, *("/".join(f"{v:.1f}" for v in scores) for scores in each)])
            print(*rows[-1], sep="  ", flush=True)
    if wanted.docs:
        put(DOCS, "summaries", [f"| {' | '.join(row)} |" for row in rows])


if __name__ == "__main__":
    main()
