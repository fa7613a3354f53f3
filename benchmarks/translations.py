"""Is a sentence's own translation told from another sentence of the same article or page?

    python -m benchmarks.translations [FOLDER] [--words N]

Without FOLDER: `benchmarks/gold/news.jsonl`, ten invented articles in the manner of a news agency,
written for this, in English, Simplified and Traditional Chinese, translated freely and apart.
FOLDER holds `gold_alignment.jsonl`: documentation pages in the three, aligned paragraph by
paragraph; it does not come with the project. A paragraph counts where all three have as many
sentences of it; these are paired by position, so some pairs are no translations. Documentation
has many sentences that say nothing by themselves (例如：, Absolutely!); with `--words` only those
take part that have so many content words in every language, as nearly all sentences of news do.

Printed is the area under the ROC curve of the score of two texts by themselves: the probability
that a sentence's translation scores higher than another sentence does.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.stats import rankdata

from bidigest.matching.collection import Pairs, prepare_collection
from bidigest.matching.evidence import table
from bidigest.matching.evidence_table import EvidenceTable
from bidigest.matching.scoring import probabilities
from bidigest.matching.single_texts import comparable_text
from bidigest.model import Span
from bidigest.sparse.matrices import Floats
from bidigest.text.sentence_splitting import split
from bidigest.text.tokens import terms

LANGUAGES = ("en", "zh-Hans", "zh-Hant")
NEWS = Path(__file__).parent / "gold" / "news.jsonl"
OTHERS = 8
"""With how many other sentences of the page each is compared."""

Row = dict[str, str]


def news() -> list[list[Row]]:
    """Each article's sentences in all languages."""
    found: dict[int, list[Row]] = defaultdict(list)
    for line in NEWS.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        found[told["article"]].append({name: told[name] for name in LANGUAGES})
    return [found[article] for article in sorted(found)]


def pages(folder: Path) -> list[list[Row]]:
    """Each page's sentences in all languages."""
    found: dict[str, list[Row]] = defaultdict(list)
    for page, texts in paragraphs(folder):
        found[page] += _rows(texts)
    return [found[page] for page in sorted(found)]


def paragraphs(folder: Path) -> Iterator[tuple[str, Row]]:
    """Aligned paragraphs with their pages; a language in which one is missing has no text."""
    for line in (folder / "gold_alignment.jsonl").read_text(encoding="utf-8").split("\n"):
        section = json.loads(line) if line else {}
        for block in section.get("blocks") or []:
            yield section["id"], {name: str(block.get(name) or "") for name in LANGUAGES}


def _rows(texts: Row) -> list[Row]:
    spans = {name: split(text, Span(0, len(text))) for name, text in texts.items()}
    if len({len(found) for found in spans.values()}) > 1:
        return []
    return [
        {name: texts[name][s[i].start : s[i].end] for name, s in spans.items()}
        for i in range(len(spans["en"]))
    ]


def scores(rows: list[Row], one: str, other: str) -> tuple[list[float], list[float]]:
    """Of one page: the scores of translations, and of other sentences."""
    evidence, right = page_evidence(rows, one, other)
    values = probabilities(evidence, alone=True)
    return values[right == 1].tolist(), values[right == 0].tolist()


def page_evidence(rows: list[Row], one: str, other: str) -> tuple[EvidenceTable, Floats]:
    """Of one page: the evidence of pairs across two languages, and 1 for translations.

    Each sentence stands by itself: aligned pages would make its surroundings tell too much.
    """
    both = [row[name] for name in (one, other) for row in rows]
    texts = [comparable_text(text, number) for number, text in enumerate(both)]
    draw = random.Random(1)
    pairs = [(i, j) for i in range(len(rows)) for j in _others(draw, i, len(rows))]
    first = np.array([i for i, _ in pairs])
    second = np.array([j + len(rows) for _, j in pairs])
    right = np.array([float(i == j) for i, j in pairs])
    return table(Pairs(prepare_collection(texts), first, second)), right


def _others(draw: random.Random, index: int, size: int) -> list[int]:
    return [index, *(j for j in draw.sample(range(size), min(OTHERS, size)) if j != index)]


def area(right: list[float], wrong: list[float]) -> float:
    """Area under the ROC curve, ties counting half."""
    ranks = rankdata([*right, *wrong])[: len(right)]
    return float((ranks.sum() - len(right) * (len(right) + 1) / 2) / (len(right) * len(wrong)))


def wordy(rows: list[Row], least: int) -> list[Row]:
    """The sentences that have so many content words in every language."""
    return [row for row in rows if all(len(terms(row[name])) >= least for name in LANGUAGES)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--words", type=int, default=0)
    wanted = parser.parse_args()
    read = pages(wanted.folder) if wanted.folder else news()
    found = [wordy(rows, wanted.words) for rows in read]
    print(f"{len(found)} texts, {sum(map(len, found))} sentences in each language")
    for one, other in combinations(LANGUAGES, 2):
        each = [scores(rows, one, other) for rows in found if len(rows) > 1]
        right, wrong = ([value for page in each for value in page[side]] for side in (0, 1))
        print(f"{one:8} {other:8} {area(right, wrong):.3f}")


if __name__ == "__main__":
    main()
