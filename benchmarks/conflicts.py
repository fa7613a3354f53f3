"""Contradictions shown and missed: pairs of sentences, and small subjects dense with them.

    python -m benchmarks.conflicts [--half open|held_out] [--failures]

`gold/contrasts/HALF/conflicts.txt` and `press.txt` (in the words of agencies and papers): pairs of
two sources that contradict each other, and as many that only seem to; each is made a digest of.
`gold/conflicts/HALF/SUBJECT`: six sources each, and in `conflicts.json` who stands on which side. A
conflict shown there is right if two of its readings stand on two sides of one that is real; what
only seems to be one is listed under `near`, for who reads the failures.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from benchmarks.contrasts import FOLDER, Pair, digested
from benchmarks.readings import GOLD, Stretch, overlap
from bidigest import Options, merge, read, summarize
from bidigest.model import Conflict, Digest

SUBJECTS = GOLD / "conflicts"
LISTS = ("conflicts", "press")
_OPTIONS = Options(date=datetime.date(2026, 1, 31))
_LINE = re.compile(r"(?P<relation>conflict|none) (?P<kind>\w+): (?P<one>.*) \|\| (?P<other>.*)")
_DATED = re.compile(r"\[(\d{4}-\d\d-\d\d)\] ")

Sides = Sequence[Sequence[Stretch]]


@dataclass(frozen=True, slots=True)
class Subject:
    """Sources, and in what they contradict each other."""

    name: str
    digest: Digest
    conflicts: Mapping[str, Sides]
    """By what they are about: who says the one thing, and who the other."""


def pairs(half: str, name: str) -> Iterator[tuple[str, Pair]]:
    """The pairs of a half of a list, each with the kind of contrast or of look-alike."""
    languages = ""
    for line in (FOLDER / half / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            languages = line[3:]
        elif match := _LINE.fullmatch(line):
            one, other = (_DATED.match(match[name]) for name in ("one", "other"))
            dates = one[1] if one else None, other[1] if other else None
            texts = [_DATED.sub("", match[name]) for name in ("one", "other")]
            yield match["kind"], Pair(languages, texts[0], texts[1], dates, match["relation"])


def subjects(half: str) -> Iterator[Subject]:
    """The subjects of a half, digested."""
    for folder in sorted((SUBJECTS / half).iterdir()):
        documents = [read(path, root=folder) for path in sorted(folder.glob("*.md"))]
        digest = merge(documents, [summarize(document) for document in documents], _OPTIONS)
        texts = {document.path: document.text for document in documents}
        reading = json.loads((folder / "conflicts.json").read_text(encoding="utf-8"))
        yield Subject(folder.name, digest, _conflicts(reading, texts))


def _conflicts(reading: Mapping[str, Any], texts: Mapping[str, str]) -> Mapping[str, Sides]:
    def stretch(source: str, quote: str) -> Stretch:
        start = texts[source].index(quote)
        return source, start, start + len(quote)

    return {
        conflict["about"]: [[stretch(*said) for said in side] for side in conflict["sides"]]
        for conflict in reading["conflicts"]
    }


def told(conflict: Conflict, subject: Subject) -> frozenset[str]:
    """Which of the real conflicts of the subject is shown."""
    names = {f"S{n}": document.path for n, document in enumerate(subject.digest.documents, 1)}
    spans = [(names[r.source], r.span.start, r.span.end) for r in conflict.readings]
    return frozenset(
        about
        for about, sides in subject.conflicts.items()
        for one, other in combinations(range(len(sides)), 2)
        if any(
            a[0] != b[0] and stands(a, sides[one]) and stands(b, sides[other])
            for a in spans
            for b in spans
        )
    )


def stands(stretch: Stretch, side: Sequence[Stretch]) -> bool:
    return any(overlap(stretch, each) for each in side)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", default="open", choices=("open", "held_out"))
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    for name in LISTS:
        _pairs(options.half, name, options.failures)
    for subject in subjects(options.half):
        _subject(subject, options.failures)


def _pairs(half: str, name: str, failures: bool) -> None:
    shown: Counter[tuple[str, str, str]] = Counter()
    every: Counter[tuple[str, str, str]] = Counter()
    for kind, pair in pairs(half, name):
        answer = digested(pair)
        key = pair.relation, kind, pair.languages
        every[key] += 1
        shown[key] += answer == "conflict"
        if failures and (answer == "conflict") != (pair.relation == "conflict"):
            print("  ", pair.relation, kind, answer, pair.first, "||", pair.second)
    print(f"{name}, {half}: pairs shown as a conflict, of all")
    for relation in ("conflict", "none"):
        for kind in dict.fromkeys(k for r, k, _ in every if r == relation):
            told = [
                f"{languages} {shown[r, k, languages]}/{every[r, k, languages]}"
                for r, k, languages in every
                if (r, k) == (relation, kind)
            ]
            print(relation, kind, *told, sep=" | ")
        whole = sum(n for (r, *_), n in every.items() if r == relation)
        print(relation, "all", sum(n for (r, *_), n in shown.items() if r == relation), whole)


def _subject(subject: Subject, failures: bool) -> None:
    found = [(conflict, told(conflict, subject)) for conflict in subject.digest.conflicts]
    right = frozenset[str]().union(*(about for _, about in found))
    false = sum(not about for _, about in found)
    print(
        f"{subject.name}: shown {len(right)}/{len(subject.conflicts)}, false {false}/{len(found)}"
    )
    if failures:
        for conflict, known in found:
            print("  ", "right" if known else "FALSE", conflict.kind, conflict.point, *known)
            for reading in conflict.readings:
                print("       ", reading.source, "|", reading.quote)
        print(
            "   missed:", *(about for about in subject.conflicts if about not in right), sep="\n  "
        )


if __name__ == "__main__":
    main()
