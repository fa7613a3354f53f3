"""Opposites told in families of sentences: of what is one claim, its opposite, and a near miss.

    python -m benchmarks.claim_families [--open|--held-out] [--list KIND] [--docs]

`gold/families/LETTER-NN.jsonl`: 1,760 invented stories of 2019 to 2027, one claim a line, in
English and both Chinese scripts. `same` are five sentences in which five outlets could have printed
the claim (other verbs, order, figures in another form; about half carry a second fact); `opposite`
three that cannot be true together with it, with their kind (negation, antonym, outcome, figure,
time, who, denial, degree), at most one of them by a plain “not” and at most one a minimal edit;
`other` four near misses in many of the same words (entity, year, group, aspect, plan, figure,
part). They were written sentence by sentence, for this project, by several hands (a letter each)
with fields of their own, without templates and before the rules that they are used for; nothing is
copied. The files 04 and 08 of every letter are held out: they are counted, never looked at.

Counted are pairs that are told to be opposites by their words, where a sentence model finds that
they probably make one claim (a probability from .6 on is taken as given, and no model is asked).
Figures are held against each other elsewhere (`contradictions.quantity_disputes`), by meaning, and
are not counted as told.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from pathlib import Path

from benchmarks.tables import put
from bidigest.contrasts.analysis import Analysis, analyse
from bidigest.contrasts.contrast import Contrast, contrast, near_contrast

FOLDER = Path(__file__).parent / "gold" / "families"
DOCS = Path(__file__).parents[1] / "docs" / "contrasts.md"
HELD_OUT = ("04", "08")
LANGUAGES = ("en", "zh", "across")
OPPOSITES = ("antonym", "outcome", "degree", "denial", "negation", "time", "who", "figure")
_KINDS = (*OPPOSITES, "opposite", "same", "other")
_MEMORY = 65_536
"""Sentences and pairs of which is known what was found: a file has 240 sentences."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence that makes a claim, and another."""

    languages: str
    relation: str
    """`same`, `opposite` or `other`."""
    kind: str
    """Of an opposite or a near miss; `same` otherwise."""
    first: str
    second: str


def files(held_out: bool) -> list[Path]:
    """The files of a half, in order."""
    every = sorted(FOLDER.glob("*.jsonl"))
    return [path for path in every if (path.stem.partition("-")[2] in HELD_OUT) == held_out]


def pairs(held_out: bool) -> Iterator[Pair]:
    """All pairs of the half that have a sentence making the claim, in order."""
    for path in files(held_out):
        for line in path.read_text(encoding="utf-8").splitlines():
            family = json.loads(line)
            for (one, first), (other, second) in combinations(family["same"], 2):
                yield Pair(_languages(one, other), "same", "same", first, second)
            for relation in ("opposite", "other"):
                for (one, first), (other, second, kind) in product(
                    family["same"], family[relation]
                ):
                    yield Pair(_languages(one, other), relation, kind, first, second)


def _languages(one: str, other: str) -> str:
    found = {code.partition("-")[0] for code in (one, other)}
    return found.pop() if len(found) == 1 else "across"


@lru_cache(maxsize=_MEMORY)
def _analysed(text: str) -> Analysis:
    return analyse(text, None)


def told(pair: Pair) -> Contrast | None:
    """The contrast that makes the two opposites; None where they are not told to be any."""
    one, other = _analysed(pair.first), _analysed(pair.second)
    found = contrast(one, other) or near_contrast(one, other)
    return found if found and found.kind in ("polarity", "date") else None


def counted(held_out: bool, listed: str | None) -> Counter[tuple[str, str, bool]]:
    """Count pairs by kind, languages and whether they are told to be opposites.

    Args:
        held_out: which half.
        listed: a kind (or `opposite`, `other`) whose pairs that are not told rightly are printed.
    """
    counts: Counter[tuple[str, str, bool]] = Counter()
    for pair in pairs(held_out):
        found = told(pair)
        counts[pair.relation, pair.languages, found is not None] += 1
        if pair.relation == "opposite":
            counts[pair.kind, pair.languages, found is not None] += 1
        wrong = (found is None) == (pair.relation == "opposite")
        if listed in (pair.kind, pair.relation) and wrong:
            words = f" [{_said(pair, found)}]" if found else ""
            print(f"{pair.kind}{words}: {pair.first} || {pair.second}")
    return counts


def _said(pair: Pair, found: Contrast) -> str:
    first, second = found.first, found.second
    return f"{pair.first[first.start : first.end]} | {pair.second[second.start : second.end]}"


def rows(counts: Counter[tuple[str, str, bool]]) -> list[str]:
    """A row of a table for each kind: how many pairs are told to be opposites, by languages."""
    return [
        f"| {kind} | "
        + " | ".join(_share(counts, kind, languages) for languages in LANGUAGES)
        + " |"
        for kind in _KINDS
    ]


def _share(counts: Counter[tuple[str, str, bool]], kind: str, languages: str) -> str:
    right, wrong = (counts[kind, languages, found] for found in (True, False))
    return f"{right}/{right + wrong} = {right / max(right + wrong, 1):.3f}"


_HEAD = ("| {} | English | Chinese | across |", "|---|---|---|---|")


def main() -> None:
    """Print the table, and put both halves into the docs where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--open", action="store_true")
    half.add_argument("--held-out", action="store_true")
    parser.add_argument(
        "--list", help="a kind, opposite, same or other: print what is told wrongly"
    )
    parser.add_argument("--docs", action="store_true", help="both halves, put into the docs")
    options = parser.parse_args()
    if options.list and options.held_out:
        parser.error("--list: what is held out is counted, never looked at")
    lines: list[str] = []
    for held_out in (False, True) if options.docs else (options.held_out,):
        name = "held out" if held_out else "open"
        lines += ["", *(line.format(name) for line in _HEAD)]
        lines += rows(counted(held_out, options.list))
    print("\n".join(lines))
    if options.docs:
        put(DOCS, "families", lines[1:])


if __name__ == "__main__":
    main()
