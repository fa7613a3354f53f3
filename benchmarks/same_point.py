"""Does the score of two texts by themselves tell what people say means the same?

    python -m benchmarks.same_point FOLDER

FOLDER holds pairs of sentences with a human similarity from 0 to 5, `zh.jsonl` and `en.jsonl`
(fields a, b, label), and does not come with the project. Printed is the area under the ROC curve
for pairs at 4 and above, beside that of how many pairs of characters the two have in common.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from benchmarks.translations import area
from bidigest import similarity
from bidigest.languages.folding import folded
from bidigest.text.tokens import bigrams

SAME = 4.0
"""Human similarity from which the same thing is said."""


def overlap(one: str, other: str) -> float:
    """Jaccard's index of pairs of characters."""
    left, right = (set(bigrams(folded(text))) for text in (one, other))
    return len(left & right) / (len(left | right) or 1)


def measured(pairs: list[dict[str, str]], score: Callable[[str, str], float]) -> float:
    """Area under the ROC curve of a score."""
    found: dict[bool, list[float]] = {True: [], False: []}
    for pair in pairs:
        found[float(pair["label"]) >= SAME].append(score(pair["a"], pair["b"]))
    return area(found[True], found[False])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    wanted = parser.parse_args()
    for name in ("zh", "en"):
        lines = (wanted.folder / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
        pairs = [json.loads(line) for line in lines if line]
        own, plain = measured(pairs, similarity), measured(pairs, overlap)
        print(f"{name}  {len(pairs)} pairs  similarity {own:.3f}  pairs of characters {plain:.3f}")


if __name__ == "__main__":
    main()
