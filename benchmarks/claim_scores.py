"""How well a digest of a subject agrees with its reading, in counts.

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

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.claim_readings import Claims, Gold
from benchmarks.readings import Stretch, overlap

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
