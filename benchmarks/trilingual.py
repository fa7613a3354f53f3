"""Does a text merge with its own translations, and with nothing else of them?

    python -m benchmarks.trilingual [FOLDER]

Without FOLDER, the news of `benchmarks.translations`, a paragraph a sentence; FOLDER is that of
`benchmarks.translations` too. Each text is digested as three sources, one a
language, of the aligned paragraphs; the digest does not know which paragraph is whose translation.
A pair of sentences of two sources is right if their paragraphs are translations of each other.
Printed are, for each two languages, how many pairs the points assert, which share is right, and
for how many paragraphs a sentence has come together with one of its translation.
"""

from __future__ import annotations

import datetime
import sys
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import bidigest
from benchmarks.translations import LANGUAGES, Row, news, paragraphs
from bidigest.model import Point


def pages(folder: Path) -> list[list[Row]]:
    """Each page's paragraphs that have a translation into both other languages."""
    found: dict[str, list[Row]] = defaultdict(list)
    for page, block in paragraphs(folder):
        texts = {name: " ".join(text.split()) for name, text in block.items()}
        if all(texts.values()):
            found[page].append(texts)
    return [found[page] for page in sorted(found)]


def source(page: Sequence[Row], language: str) -> bidigest.Document:
    """One language of a page: a line a paragraph, with empty lines in between."""
    text = "\n\n".join(paragraph[language] for paragraph in page)
    return bidigest.read_bytes(text.encode(), f"{language}.txt")


def points(page: Sequence[Row]) -> tuple[Point, ...]:
    """The points of a page's digest; its sources S1, S2, S3 are in the order of `LANGUAGES`."""
    documents = [source(page, language) for language in LANGUAGES]
    options = bidigest.Options(date=datetime.date(2026, 1, 1))
    summaries = [bidigest.summarize(document) for document in documents]
    return bidigest.merge(documents, summaries, options).points


def asserted(found: Sequence[Point], one: str, other: str) -> list[tuple[int, int]]:
    """Paragraphs of each pair of citations of these two sources."""
    pairs = []
    for point in found:
        for a, b in combinations(sorted(point.citations, key=lambda c: c.source), 2):
            if (a.source, b.source) == (one, other):
                pairs.append(((a.line - 1) // 2, (b.line - 1) // 2))
    return pairs


def main() -> None:
    totals: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for page in pages(Path(sys.argv[1])) if len(sys.argv) > 1 else news():
        if len(page) < 2:
            continue
        found = points(page)
        for one, other in combinations(range(len(LANGUAGES)), 2):
            pairs = asserted(found, f"S{one + 1}", f"S{other + 1}")
            right = [a for a, b in pairs if a == b]
            counted = len(right), len(pairs), len(set(right)), len(page)
            totals[one, other] = [x + y for x, y in zip(totals[one, other], counted, strict=True)]
    for (one, other), (hits, asked, met, all_) in sorted(totals.items()):
        print(
            f"{LANGUAGES[one]:8} {LANGUAGES[other]:8} pairs right {hits:4} / {asked:4} = "
            f"{hits / max(1, asked):.2f}   paragraphs met {met:3} / {all_:3} = {met / all_:.2f}"
        )


if __name__ == "__main__":
    main()
