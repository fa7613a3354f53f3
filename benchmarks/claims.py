"""Digests of subjects against their readings, each made with weights that have not seen it.

The nine invented subjects; those of essays, two of which are learned from and one is not; those of
the press, of which four are held out and only their totals printed; and the seeds, in the words of
`benchmarks.merging`.

    python -m benchmarks.claims [--learned] [--only SUBJECT] [--wrong] [--docs]

`--learned`: with the weights of the package, which have seen all. `--wrong` prints the pairs that
stand in one point and should not; `--docs` puts the table into docs/merging.md and README.md.
Printed per subject, and over all:

right      pairs of citations of two sources in one point, of which some claim holds both
found      claims of two or more sources of which a point cites two by sentences that make it
count      shown points that claim what several sources do, or name several: exactly these are
           named; of a disputed claim those of one side may be named alone
scattered  points that hold sentences of a shared claim, per claim; 1 is ideal
twice      shown points whose statement makes a claim that an earlier statement made
page       of the 15 claims that an editor would print, how many a shown statement makes
near       near misses that stand in one point; fewer are better
conflicts  disputed claims shown with sentences of two sources; and shown conflicts that are none
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.fit_matching import held_out
from benchmarks.matching_examples import examples
from benchmarks.merging import scores
from benchmarks.readings import Stretch, overlap
from benchmarks.subjects import (
    CLAIMS,
    ESSAYS,
    HELD_OUT,
    NEWS,
    NEWS_HELD_OUT,
    Subject,
    subjects,
    subjects_in,
)
from benchmarks.tables import put
from bidigest import Options, render
from bidigest.matching.parameters import DEFAULT, Parameters
from bidigest.pipeline import merge

DOCS = Path("docs/merging.md")
README = Path("README.md")

Claims = frozenset[str]
Counts = Counter[str]

SHARES = {
    "right": ("right", "pairs"),
    "found": ("found", "shared"),
    "count": ("counted", "counts"),
    "scattered": ("holding", "held"),
    "twice": ("twice", "shown"),
    "page": ("printed", "page"),
    "near": ("near together", "near"),
    "conflicts": ("conflicts told", "conflicts"),
    "false": ("false conflicts", "shown conflicts"),
}
"""What is printed: one count by another."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A reading of a subject, its quotations looked up."""

    claims: Mapping[str, tuple[Stretch, ...]]
    conflicts: tuple[Mapping[str, Any], ...]
    near: tuple[tuple[Stretch, Stretch], ...]
    page: frozenset[str]
    quotes: Mapping[str, tuple[tuple[str, str], ...]]
    """Of each claim: source and words of each sentence that makes it."""

    @classmethod
    def of(cls, subject: Subject) -> Gold:
        """Return the subject's reading."""
        texts, reading = subject.texts(), subject.reading

        def stretch(said: Mapping[str, str]) -> Stretch:
            start = texts[said["source"]].index(said["quote"])
            return said["source"], start, start + len(said["quote"])

        return cls(
            {c["id"]: tuple(map(stretch, c["sentences"])) for c in reading["claims"]},
            tuple(reading["conflicts"]),
            tuple((stretch(near["a"]), stretch(near["b"])) for near in reading["near_misses"]),
            frozenset(reading["page"]),
            {
                c["id"]: tuple((s["source"], s["quote"]) for s in c["sentences"])
                for c in reading["claims"]
            },
        )

    def made_by(self, stretch: Stretch) -> Claims:
        """Return the claims that a stretch of a source makes."""
        return frozenset(
            claim
            for claim, stretches in self.claims.items()
            if any(overlap(stretch, each) for each in stretches)
        )

    def makers(self, claim: str) -> frozenset[str]:
        """Return the sources that make the claim."""
        return frozenset(source for source, _, _ in self.claims[claim])

    def shared(self) -> Claims:
        """Return the claims of two or more sources."""
        return frozenset(claim for claim in self.claims if len(self.makers(claim)) > 1)

    def nameable(self, claim: str) -> Iterator[frozenset[str]]:
        """Yield the sets of sources that may be named: all makers or, if disputed, one side's."""
        yield self.makers(claim)
        for conflict in self.conflicts:
            if claim in conflict["claims"]:
                for quote in conflict["quotes"]:
                    yield self._without(claim, {quote})
                    yield self._without(claim, self._others(quote))

    def _without(self, claim: str, denied: set[str]) -> frozenset[str]:
        """Makers of the claim by more than these words."""
        return frozenset(source for source, quote in self.quotes[claim] if quote not in denied)

    def _others(self, quote: str) -> set[str]:
        return {
            q for c in self.conflicts if quote in c["quotes"] for q in c["quotes"] if q != quote
        }


@dataclass(frozen=True, slots=True)
class ReadPoint:
    """A point of a digest, read beside the gold."""

    stretches: tuple[Stretch, ...]
    claims: tuple[Claims, ...]
    shown: bool

    @property
    def named(self) -> frozenset[str]:
        """The sources that it names."""
        return frozenset(source for source, _, _ in self.stretches)


def read_points(digest: Mapping[str, Any], gold: Gold) -> list[ReadPoint]:
    """Return the digest's points, in order."""
    names = {source["id"]: Path(source["path"]).name for source in digest["sources"]}
    found = []
    for point in digest["points"]:
        cited = tuple((names[c["source"]], c["start"], c["end"]) for c in point["citations"])
        found.append(ReadPoint(cited, tuple(map(gold.made_by, cited)), point["shown"]))
    return found


def score(digest: Mapping[str, Any], gold: Gold) -> Counts:
    """Return the counts of one subject's digest, by name."""
    points = read_points(digest, gold)
    return _pairs(points) + _found(points, gold) + _page(points, gold) + _conflicts(digest, gold)


def wrong_pairs(points: list[ReadPoint]) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield pairs of two sources in one point of which no claim holds both."""
    for point in points:
        for i, j in combinations(range(len(point.stretches)), 2):
            one, other = point.stretches[i], point.stretches[j]
            if one[0] != other[0] and not point.claims[i] & point.claims[j]:
                yield one, other


def _pairs(points: list[ReadPoint]) -> Counts:
    every = sum(
        one[0] != other[0] for point in points for one, other in combinations(point.stretches, 2)
    )
    return Counter({"pairs": every, "right": every - sum(1 for _ in wrong_pairs(points))})


def _found(points: list[ReadPoint], gold: Gold) -> Counts:
    shared, holding, found = gold.shared(), Counter[str](), set()
    for point in points:
        each = list(zip(point.stretches, point.claims, strict=True))
        for claim in frozenset().union(*point.claims) & shared:
            holding[claim] += 1
            if len({stretch[0] for stretch, made in each if claim in made}) > 1:
                found.add(claim)
    return Counter(
        {
            "shared": len(shared),
            "found": len(found),
            "holding": holding.total(),
            "held": len(holding),
        }
    )


def _page(points: list[ReadPoint], gold: Gold) -> Counts:
    found, said = Counter({"page": len(gold.page)}), set[str]()
    for point in points:
        if not point.shown:
            continue
        mine = point.claims[0]
        found["shown"] += 1
        if len(point.named) > 1 or mine & gold.shared():
            found["counts"] += 1
            found["counted"] += any(point.named in gold.nameable(claim) for claim in mine)
        found["twice"] += bool(mine & said)
        said |= mine
    found["printed"] = len(gold.page & said)
    found["near"] = len(gold.near)
    found["near together"] = sum(
        any(_holds(p, one, other) for p in points) for one, other in gold.near
    )
    return found


def _holds(point: ReadPoint, one: Stretch, other: Stretch) -> bool:
    return all(any(overlap(each, wanted) for each in point.stretches) for wanted in (one, other))


def _conflicts(digest: Mapping[str, Any], gold: Gold) -> Counts:
    names = {source["id"]: Path(source["path"]).name for source in digest["sources"]}
    shown = [
        [((names[r["source"]], r["start"], r["end"]), r["quote"]) for r in conflict["readings"]]
        for conflict in digest["conflicts"]
    ]
    # Entries about the same claims are one conflict.
    entries: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
    for conflict in gold.conflicts:
        entries.setdefault(tuple(sorted(conflict["claims"])), []).append(conflict)
    told = sum(any(_told(c, s, gold) for c in each for s in shown) for each in entries.values())
    false = sum(not any(_told(c, s, gold) for c in gold.conflicts) for s in shown)
    return Counter(
        {
            "conflicts": len(entries),
            "conflicts told": told,
            "shown conflicts": len(shown),
            "false conflicts": false,
        }
    )


def _told(conflict: Mapping[str, Any], shown: list[tuple[Stretch, str]], gold: Gold) -> bool:
    """Is it shown: sentences of two sources that make its claims, one of them among its quotes?"""
    of = [(s, quote) for s, quote in shown if gold.made_by(s) & set(conflict["claims"])]
    quoted = any(q in quote or quote in q for q in conflict["quotes"] for _, quote in of)
    return quoted and len({stretch[0] for stretch, _ in of}) > 1


def digest_of(subject: Subject, parameters: Parameters) -> dict[str, Any]:
    """Return `digest.json` of the subject as the program makes it, with these parameters."""
    options = Options(date=datetime.date(2026, 1, 2))
    digest = merge(subject.documents, subject.summaries, options, parameters=parameters)
    return dict(json.loads(render(digest, links=".")["digest.json"]))


def line(name: str, counts: Counts) -> str:
    """Return the shares of one subject, or of all, in one line."""
    parts = []
    for share, (part, whole) in SHARES.items():
        value = counts[part] / max(1, counts[whole])
        parts.append(f"{share} {counts[part]}/{counts[whole]}={value:.2f}")
    return f"{name:20} " + " ".join(parts)


def in_words(total: Counts) -> list[str]:
    """Say what was counted in lines for a reader who knows none of its names."""
    told = {name: f"{total[some]} of {total[of]}" for name, (some, of) in SHARES.items()}
    return [
        f"- {told['right']} pairs of sentences of two sources in one point make the same claim;",
        f"- {told['found']} claims of several sources are found as such;",
        f"- {told['count']} points name exactly the sources that make their claim;",
        f"- {told['twice']} statements say what an earlier one has said;",
        f"- {told['page']} claims that an editor would print stand on the page;",
        f"- {told['conflicts']} contradictions are shown, and {told['false']} shown ones are none.",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learned", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--docs", action="store_true")
    wanted = parser.parse_args()
    every = subjects()
    weights = {}
    if not wanted.learned:
        weights = held_out(examples(every, model=True))
    totals: dict[str, Counts] = {
        each.name: Counter() for each in (CLAIMS, ESSAYS, NEWS, NEWS_HELD_OUT)
    }
    lines: list[str] = []
    for subject in (*every, *subjects_in(HELD_OUT), *subjects_in(NEWS_HELD_OUT)):
        if wanted.only and subject.name != wanted.only:
            continue
        digest = digest_of(subject, replace(DEFAULT, scoring=weights.get(subject.name)))
        if not subject.reading:
            lines += [f"{subject.name}: {name} {share}" for name, share in scores(digest).items()]
            continue
        gold = Gold.of(subject)
        counts = score(digest, gold)
        totals.get(subject.kind, Counter()).update(counts)
        if subject.kind == NEWS_HELD_OUT.name:
            continue
        lines.append(line(subject.name, counts))
        if wanted.wrong:
            texts = subject.texts()
            for one, other in wrong_pairs(read_points(digest, gold)):
                print(
                    "   ", " | ".join(texts[name][start:end] for name, start, end in (one, other))
                )
    lines += [line(f"all {kind}", total) for kind, total in totals.items()]
    print("\n".join(lines))
    if wanted.docs:
        put(DOCS, "claims", ["```", *lines, "```"])
        put(README, "claims", in_words(totals[CLAIMS.name]))


if __name__ == "__main__":
    main()
